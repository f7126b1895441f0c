import { describe, expect, test } from 'vitest'
import { texts } from '../../../shared/locales/texts.ts'
import { counts, runningBatch, totalsOf } from '../testing/batch-samples.ts'
import { progressOf, progressWords } from './progress-words.ts'

const { batch: words } = texts('pt-BR')
const told = (over: Parameters<typeof runningBatch>[0]) =>
  progressWords(
    runningBatch({
      going: totalsOf(287),
      counts: counts({ waiting: 137, sending: 8, sent: 139, refused: 2, unknown: 1 }),
      ...over,
    }),
    words,
  )

describe('how far a batch has come', () => {
  test('done, rate, time left, and what did not go well', () => {
    expect(told({})).toBe('142 de 287 · 3,1/s · falta 47 s · 2 recusadas · 1 incerta')
  })

  test.each([
    [
      { perThousandSeconds: null, secondsLeft: null },
      '142 de 287 · medindo o ritmo · 2 recusadas · 1 incerta',
    ],
    [
      { perThousandSeconds: 200, secondsLeft: 6_000 },
      '142 de 287 · 12/min · falta 1 h 40 min · 2 recusadas · 1 incerta',
    ],
    [
      { perThousandSeconds: 12_000, secondsLeft: 150 },
      '142 de 287 · 12,0/s · falta 3 min · 2 recusadas · 1 incerta',
    ],
    [{ waitingUntil: '2026-11-25T13:00:30.000Z' }, '142 de 287 · 2 recusadas · 1 incerta'],
    [{ state: 'paused' }, '142 de 287 · 2 recusadas · 1 incerta'],
  ] as const)('%j', (over, text) => expect(told(over)).toBe(text))

  test('what is on its way is neither done nor left', () => {
    const batch = runningBatch({ going: totalsOf(10), counts: counts({ waiting: 3, sending: 2, sent: 5 }) })
    expect(progressOf(batch)).toEqual({ done: 5, total: 10, left: 3 })
  })
})
