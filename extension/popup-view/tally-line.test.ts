import { expect, test } from 'vitest'
import { texts } from '../../shared/locales/texts.ts'
import { daySummary, dayTally } from '../records-view/testing/show-records.tsx'
import { todayLine, yesterdayLine } from './tally-line.ts'

const words = texts('pt-BR').popup.day

test.each([
  [{}, 0, 'neutral', 'Hoje: nada incluído nem baixado'],
  [{ included: { single: 1, batch: 0 }, cleared: 1 }, 0, 'good', 'Hoje: 1 incluída · 1 baixada'],
  [
    { included: { single: 2, batch: 10 }, cleared: 8, refused: 2 },
    1,
    'harm',
    'Hoje: 12 incluídas (10 em lote) · 8 baixadas · 1 em risco · 2 recusadas',
  ],
  [{ refused: 1, unknown: 1 }, 0, 'attention', 'Hoje: 1 recusada · 1 sem confirmação'],
  [{ removalsFailed: 1 }, 0, 'attention', 'Hoje: 1 baixa não aceita'],
] as const)('today %j, %i at risk', (fields, atRisk, tone, text) => {
  expect(todayLine(daySummary({ today: dayTally(fields), atRisk }), words)).toEqual({ tone, text })
})

test('yesterday tells nothing of what is at risk now', () => {
  const summary = daySummary({ yesterday: dayTally({ cleared: 3, removalsFailed: 2 }), atRisk: 4 })
  expect(yesterdayLine(summary, words).text).toBe('Ontem: 3 baixadas · 2 baixas não aceitas')
  expect(yesterdayLine(daySummary(), words).text).toBe('Ontem: nada incluído nem baixado')
})
