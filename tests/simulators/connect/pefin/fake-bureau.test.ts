import { beforeEach, expect, test } from 'vitest'
import { credentials, failureOf, inclusion } from '../../../../proxy/bureaus/connect/sample-debt.ts'
import type { FakeBureau, FakeBureauFault } from '../../../fakes/bureau.ts'
import { fakeBureau } from '../../../fakes/bureau.ts'

const now = Date.parse('2026-11-25T10:00:00-03:00')
const { contract } = inclusion
const removal = { ...inclusion, reference: null, reasonCode: '01' }
let bureau: FakeBureau

beforeEach(() => {
  bureau = fakeBureau({ clock: () => now })
})

test('a whole life without HTTP', async () => {
  expect(await bureau.debtState(credentials, inclusion)).toEqual({ kind: 'absent' })
  const receipt = await bureau.include(credentials, inclusion)
  expect(bureau.pefin.of(contract)).toMatchObject({ cents: 7990, state: 'letter', ...receipt })
  expect(await bureau.debtState(credentials, inclusion)).toMatchObject({ kind: 'present', ...receipt })
  expect(await bureau.remove(credentials, removal)).toMatchObject({ kind: 'accepted' })
  expect(await bureau.remove(credentials, removal)).toMatchObject({ kind: 'absent', code: '110' })
  expect(bureau.sent.map(({ call }) => call)).toEqual([
    'debtState',
    'include',
    'debtState',
    'remove',
    'remove',
  ])
  expect(bureau.sent[1]).toEqual({ at: now, call: 'include', contract, environment: 'production' })
})

test.each<[FakeBureauFault, { code: string; retry: string }, { sent: number; live: number }]>([
  [{ kind: 'not-sent' }, { code: 'connect-unreachable', retry: 'safe' }, { sent: 0, live: 0 }],
  [{ kind: 'lost-before' }, { code: 'inclusion-uncertain', retry: 'reconcile' }, { sent: 1, live: 0 }],
  [{ kind: 'accept-then-lose' }, { code: 'inclusion-uncertain', retry: 'reconcile' }, { sent: 1, live: 1 }],
  [{ kind: 'cut' }, { code: 'inclusion-uncertain', retry: 'reconcile' }, { sent: 1, live: 1 }],
  [
    { kind: 'status', status: 500, isDone: true },
    { code: 'inclusion-uncertain', retry: 'reconcile' },
    { sent: 1, live: 1 },
  ],
  [
    { kind: 'status', status: 502, isDone: false },
    { code: 'inclusion-uncertain', retry: 'reconcile' },
    { sent: 1, live: 0 },
  ],
  [
    { kind: 'rate-limit', retryAfter: '3' },
    { code: 'connect-rate', retry: 'safe' },
    { sent: 1, live: 0 },
  ],
  [
    { kind: 'refuse', code: '118', text: 'CEP inválido' },
    { code: 'inclusion-refused', retry: 'never' },
    { sent: 1, live: 0 },
  ],
  [{ kind: 'renamed-success' }, { code: 'inclusion-uncertain', retry: 'reconcile' }, { sent: 1, live: 1 }],
  [{ kind: 'page-after-commit' }, { code: 'inclusion-uncertain', retry: 'reconcile' }, { sent: 1, live: 1 }],
  [
    { kind: 'late-commit', end: 'reset' },
    { code: 'inclusion-uncertain', retry: 'reconcile' },
    { sent: 1, live: 0 },
  ],
])('%j', async (fault, failure, { sent, live }) => {
  bureau.faults.set('include', fault)
  expect(await failureOf(bureau.include(credentials, inclusion))).toMatchObject(failure)
  expect(bureau.sent).toHaveLength(sent)
  expect(bureau.pefin.live()).toHaveLength(live)
})

test('slow: done at once, answered when the test lets it', async () => {
  const gate = Promise.withResolvers<void>()
  bureau.faults.set('include', { kind: 'slow', until: gate.promise })
  const receipt = bureau.include(credentials, inclusion)
  await bureau.pefin.seen('letter', contract)
  gate.resolve()
  expect(await receipt).toMatchObject({ protocol: '000000001' })
})

test('a late commit appears after it was absent', async () => {
  bureau.faults.set('include', { kind: 'late-commit', end: 'hang' })
  await failureOf(bureau.include(credentials, inclusion))
  expect(await bureau.debtState(credentials, inclusion)).toEqual({ kind: 'absent' })
  bureau.pefin.commitLate()
  expect(await bureau.debtState(credentials, inclusion)).toMatchObject({ kind: 'present' })
})
