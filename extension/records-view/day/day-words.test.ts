import { describe, expect, test } from 'vitest'
import { texts } from '../../../shared/locales/texts.ts'
import { now, removalsStatus } from '../testing/show-records.tsx'
import { gapWords, removalLines, sweepLine } from './day-words.ts'
import { agoWords, spanWords } from './time-words.ts'

const ptBr = texts('pt-BR')
const { time } = ptBr.records

test.each([
  [1, '1 min'],
  [59, '59 min'],
  [60, '1 h'],
  [47 * 60, '47 h'],
  [48 * 60, '2 dias'],
  [4 * 24 * 60 + 30, '4 dias'],
])('%i minutes are %s', (minutes, text) => {
  expect(spanWords(minutes, time)).toBe(text)
})

test('a moment ago, or ahead of this clock, is now', () => {
  expect(agoWords(now - 59_000, now, time)).toBe('agora')
  expect(agoWords(now + 600_000, now, time)).toBe('agora')
  expect(agoWords(now - 180_000, now, time)).toBe('há 3 min')
})

test.each([
  ['2026-11-25T12:57:00.000Z', 'good', 'última leitura dos pagamentos há 3 min'],
  ['2026-11-25T10:00:00.000Z', 'attention', 'última leitura dos pagamentos há 3 h'],
  ['2026-11-23T12:00:00.000Z', 'harm', 'última leitura dos pagamentos há 2 dias'],
  [null, 'attention', 'os pagamentos ainda não foram lidos'],
] as const)('the payments last read at %s stand as %s', (lastSweepAt, tone, text) => {
  expect(sweepLine(removalsStatus({ lastSweepAt }), now, ptBr)).toEqual({ tone, text })
})

test('G33 · removals at risk are red and counted', () => {
  expect(removalLines(removalsStatus({ pending: 3, atRisk: 1 }), ptBr)).toEqual([
    { tone: 'neutral', text: '3 baixas em andamento' },
    { tone: 'harm', text: '1 baixa em risco' },
  ])
})

describe('G74 · a stop of the service is told', () => {
  const stopped = removalsStatus({ gapMinutes: 4 * 24 * 60, pending: 2 })
  const startedBefore = '2026-11-25T12:50:00.000Z'
  const startedAfter = '2026-11-25T12:58:00.000Z'

  test('with what was paid meanwhile still unread', () => {
    const words = gapWords(stopped, { startedAt: startedAfter, now }, ptBr)
    expect(words?.text).toBe(
      'O serviço ficou parado por 4 dias; os pagamentos desse tempo ainda estão para ser lidos.',
    )
    expect(words?.hint).toContain('Baixas em andamento: 2.')
    expect(words?.isRead).toBe(false)
  })

  test('and that it has been read since', () => {
    expect(gapWords(stopped, { startedAt: startedBefore, now }, ptBr)).toMatchObject({ isRead: true })
  })

  test('for a day after it has been made up for', () => {
    const tomorrow = now + 25 * 3600_000
    expect(gapWords(stopped, { startedAt: startedBefore, now: tomorrow }, ptBr)).toBeNull()
    expect(gapWords(stopped, { startedAt: startedAfter, now: tomorrow }, ptBr)).toMatchObject({
      isRead: false,
    })
  })

  test('a short one, or none, is not worth a word', () => {
    expect(gapWords(removalsStatus({ gapMinutes: 3 }), { startedAt: startedBefore, now }, ptBr)).toBeNull()
    expect(gapWords(removalsStatus(), { startedAt: startedBefore, now }, ptBr)).toBeNull()
  })
})
