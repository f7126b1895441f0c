import { expect, test } from 'vitest'
import { texts } from '../../shared/locales/texts.ts'
import { query } from '../ui/testing/samples.ts'
import { repeatedText } from './repeated-banner.tsx'

const words = texts('pt-BR').report
/** An hour of a November day in São Paulo. */
const day = (day: number, hour = 12) => Date.UTC(2026, 10, day, hour + 3)
const earlier = query({ startedAt: new Date(day(19, 23)).toISOString() })

test.each([
  [day(19, 23), 'Consultado hoje por Ana (R$ 4,90).'],
  [day(20, 1), 'Consultado ontem por Ana (R$ 4,90).'],
  [day(25), 'Consultado há 6 dias por Ana (R$ 4,90).'],
])('G49 · the sentence counts calendar days', (now, sentence) => {
  expect(repeatedText(earlier, now, words)).toBe(sentence)
})

test('an unknown price is left out', () => {
  expect(repeatedText({ ...earlier, priceCents: null }, day(25), words)).toBe('Consultado há 6 dias por Ana.')
})
