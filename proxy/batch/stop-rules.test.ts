import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorBody } from '../../shared/error-body.ts'
import { AppError } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/locales/texts.ts'
import { outcomeOf } from '../negativation/include.ts'
import {
  mostUnderWay,
  noStreaks,
  stopAfter,
  streaksAfter,
  verdictOfEnd,
  verdictOfRefusal,
} from './stop-rules.ts'
import type { Verdict } from './stop-rules.ts'

const now = Date.parse('2026-11-25T13:00:00Z')
const blocked = (code: string) =>
  new AppError('inclusion-blocked', {
    params: { count: 1 },
    details: { reasons: [{ code, level: 'block', written: false, params: {} }] },
  })
const notAsked = (cause: AppError) => new AppError('lookup-failed', { cause })

describe('what it means that an item could not be sent', () => {
  test.each<[AppError, object]>([
    [new AppError('erp-credentials-refused'), { kind: 'stop', cause: 'credentials' }],
    [new AppError('credentials-missing'), { kind: 'stop', cause: 'credentials' }],
    [
      notAsked(new AppError('connect-credentials-refused')),
      { kind: 'stop', cause: 'credentials', isSpent: false },
    ],
    [notAsked(new AppError('connect-no-balance')), { kind: 'stop', cause: 'balance' }],
    [new AppError('inclusion-not-set-up'), { kind: 'stop', cause: 'set-up' }],
    [new AppError('environment-differs'), { kind: 'stop', cause: 'set-up' }],
    [new AppError('store-read-only'), { kind: 'stop', cause: 'read-only' }],
    [new AppError('disk-full'), { kind: 'stop', cause: 'disk-full' }],
    [blocked('inclusions-paused'), { kind: 'stop', cause: 'inclusions-paused' }],
    [blocked('daily-limit'), { kind: 'stop', cause: 'daily-limit' }],
    [blocked('read-only'), { kind: 'stop', cause: 'read-only' }],
    [
      blocked('minor'),
      { kind: 'skip', problem: { code: 'inclusion-blocked' }, reasons: [{ code: 'minor' }] },
    ],
    [new AppError('warnings-not-accepted'), { kind: 'skip' }],
    [new AppError('already-at-bureau'), { kind: 'skip', problem: { code: 'already-at-bureau' } }],
    [new AppError('erp-customer-unknown'), { kind: 'skip' }],
    [new AppError('erp-rate', { params: { seconds: 7 } }), { kind: 'wait', milliseconds: 7_000 }],
    [
      notAsked(new AppError('connect-rate', { params: { seconds: 30 } })),
      { kind: 'wait', milliseconds: 30_000, problem: { code: 'connect-rate' } },
    ],
    [new AppError('erp-down'), { kind: 'again', problem: { code: 'erp-down' } }],
    [new AppError('erp-filter-ignored'), { kind: 'again' }],
    [notAsked(new AppError('connect-down')), { kind: 'again', problem: { code: 'lookup-failed' } }],
    // A draft that another batch gave up meanwhile.
    [new AppError('negativation-not-draft'), { kind: 'again' }],
    [new AppError('internal'), { kind: 'again' }],
  ])('%s', (error, verdict) => expect(verdictOfRefusal(error)).toMatchObject(verdict))

  test('what is no error of ours is one of the program, and tried again', () => {
    expect(verdictOfRefusal(new TypeError('x'))).toMatchObject({
      kind: 'again',
      problem: { code: 'internal' },
    })
  })

  test('G38 · paid is named with its invoice, whatever else has changed', () => {
    const changes = [
      { field: 'cents', invoiceId: '7', before: '11990', after: '12990' },
      { field: 'fact', invoiceId: '8', before: 'open', after: 'paid' },
    ]
    expect(verdictOfRefusal(new AppError('negativation-changed', { details: { changes } }))).toMatchObject({
      kind: 'skip',
      problem: { code: 'paid-in-queue', text: 'A fatura 8 foi paga durante a fila. Nada foi enviado.' },
      changes,
    })
  })
})

test.each<[AppError | null, object]>([
  [null, { kind: 'sent' }],
  [
    new AppError('inclusion-refused', { params: { code: '104', message: 'CEP inválido' } }),
    { kind: 'refused' },
  ],
  [new AppError('document-unsupported'), { kind: 'refused' }],
  [new AppError('inclusion-duplicate'), { kind: 'unknown' }],
  [new AppError('inclusion-uncertain', { retry: 'reconcile' }), { kind: 'unknown' }],
  [new AppError('connect-unreachable', { retry: 'safe' }), { kind: 'again' }],
  [
    new AppError('connect-rate', { params: { seconds: 2 }, retry: 'safe' }),
    { kind: 'wait', milliseconds: 2_000 },
  ],
  [
    new AppError('connect-credentials-refused', { params: { pair: 'login_pefin/senha_pefin' } }),
    {
      kind: 'stop',
      cause: 'credentials',
      isSpent: true,
      problem: { text: 'O Connect recusou login_pefin/senha_pefin.' },
    },
  ],
  [new AppError('connect-no-balance'), { kind: 'stop', cause: 'balance', isSpent: true }],
])('the end of an inclusion: %s', (error, verdict) => {
  const event = error ? outcomeOf(error) : { kind: 'accepted' as const, protocol: '1', reference: null }
  expect(verdictOfEnd(event)).toMatchObject(verdict)
})

const problem = errorBody(new AppError('erp-down'))
const verdicts = {
  sent: { kind: 'sent' },
  refused: { kind: 'refused' },
  unknown: { kind: 'unknown' },
  skip: { kind: 'skip', problem, changes: [], reasons: [], negativationId: null },
  again: { kind: 'again', problem },
  wait: { kind: 'wait', milliseconds: 300_000, problem },
} as const satisfies Record<string, Verdict>

/** The place at which a run over these verdicts ends, and why; null when it does not. */
const endOf = (all: readonly Verdict[]) => {
  let streaks = noStreaks
  for (const [place, verdict] of all.entries()) {
    streaks = streaksAfter(streaks, verdict)
    const stop = stopAfter(verdict, streaks, now)
    if (stop) return { place, cause: stop.cause }
  }
  return null
}

test('a wait of five minutes is a wait, a longer one a stop that says until when', () => {
  expect(stopAfter(verdicts.wait, noStreaks, now)).toBeNull()
  expect(stopAfter({ ...verdicts.wait, milliseconds: 86_400_000 }, noStreaks, now)).toEqual({
    cause: 'rate',
    problem,
    until: '2026-11-26T13:00:00.000Z',
  })
})

test('G54 · three unknown ends in a row, waits, skips and failures between them or not', () => {
  const { sent, unknown, wait, skip, again } = verdicts
  expect(endOf([unknown, unknown, unknown])).toEqual({ place: 2, cause: 'unknown-streak' })
  expect(endOf([sent, unknown, wait, unknown, skip, again, unknown])).toEqual({
    place: 6,
    cause: 'unknown-streak',
  })
  expect(endOf([unknown, unknown, sent, unknown, unknown])).toBeNull()
})

/** How many of a kind stand behind the last one that ends their row. */
const lengthOf = (kinds: readonly string[], counted: string, isEnd: (kind: string) => boolean): number => {
  const from = kinds.findLastIndex(isEnd) + 1
  return kinds.slice(from).filter((kind) => kind === counted).length
}

test('whatever comes: it ends at the third unknown or the fifth failure in a row, never sooner and never later', () => {
  const known = new Set(['sent', 'refused'])
  const mustEnd = (kinds: readonly string[]): boolean =>
    lengthOf(kinds, 'unknown', (kind) => known.has(kind)) >= 3 ||
    (kinds.at(-1) === 'again' && lengthOf(kinds, 'again', (kind) => known.has(kind) || kind === 'skip') >= 5)
  assert(
    property(array(constantFrom(...Object.values(verdicts)), { maxLength: 40 }), (all) => {
      const kinds = all.map(({ kind }) => kind)
      const first = kinds.findIndex((_, place) => mustEnd(kinds.slice(0, place + 1)))
      expect(endOf(all)?.place ?? -1).toBe(first)
    }),
  )
})

test('while the bureau’s words are in doubt, no more leave than may end unknown before the run does', () => {
  assert(
    property(array(constantFrom(...Object.values(verdicts)), { maxLength: 20 }), (all) => {
      let streaks = noStreaks
      for (const verdict of all) {
        streaks = streaksAfter(streaks, verdict)
        const { unknown } = streaks
        const most = mostUnderWay(streaks)
        expect(unknown >= 3 || most >= 1).toBe(true)
        expect(unknown === 0 || unknown >= 3 || most + unknown === 3).toBe(true)
      }
    }),
  )
  expect(mostUnderWay(noStreaks)).toBe(3)
  expect(mostUnderWay(streaksAfter(noStreaks, verdicts.sent))).toBe(Infinity)
})

test('no text of a stop is left with a gap', () => {
  const codes: ErrorCode[] = ['connect-credentials-refused', 'connect-no-balance']
  for (const code of codes) {
    const verdict = verdictOfEnd({ kind: 'refused', code, text: '' })
    expect(JSON.stringify(verdict)).not.toContain('{pair}')
  }
})
