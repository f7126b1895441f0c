import { expect, test } from 'vitest'
import type { NegativationState } from '../../shared/api.ts'
import { negativationStates } from '../../shared/api.ts'
import type { NegativationRecord } from '../store/records.ts'
import { transition } from './machine.ts'
import type { EventName } from './machine.samples.ts'
import { after, events, hour, recordIn, removalOf } from './machine.samples.ts'

const at = after(3 * hour)
const act = (record: NegativationRecord, name: EventName) => transition(record, events[name], at, 'Ana')

/** Where each event leads; `=` is the same state, without a line in the history. What is not named means nothing there. */
const table: Record<NegativationState, Partial<Record<EventName, NegativationState | '='>>> = {
  draft: { cancel: 'cancelled', confirm: 'sending', latch: 'cancelled' },
  cancelled: {},
  sending: {
    accepted: 'sent',
    refused: 'rejected',
    'not-sent': 'draft',
    lost: 'unknown',
    restart: 'unknown',
    latch: 'sending',
    read: '=',
  },
  unknown: {
    accepted: 'sent',
    present: 'sent',
    another: '=',
    absent: '=',
    'ended-refused': '=',
    'ended-removed': '=',
    'person-found': 'sent',
    'person-not-found': 'not-included',
    latch: 'unknown',
    read: '=',
  },
  'not-included': {
    present: 'sent',
    another: 'unknown',
    absent: '=',
    'ended-refused': '=',
    'ended-removed': '=',
    'person-found': 'sent',
    latch: 'not-included',
    read: '=',
  },
  rejected: { read: '=' },
  sent: {
    present: 'active',
    another: '=',
    absent: '=',
    'ended-refused': 'rejected',
    'ended-removed': 'removed',
    latch: 'removal-requested',
    read: '=',
  },
  active: {
    present: '=',
    another: '=',
    absent: '=',
    'ended-refused': 'removed',
    'ended-removed': 'removed',
    latch: 'removal-requested',
    read: '=',
  },
  'removal-requested': {
    'person-found': 'removal-requested',
    'person-not-found': 'removed',
    hold: 'removal-requested',
    pick: 'removing',
    read: '=',
  },
  removing: {
    restart: 'removal-requested',
    'person-not-found': 'removed',
    'removal-accepted': 'verifying',
    'removal-absent': 'verifying',
    'removal-failed': 'removal-requested',
    read: '=',
  },
  verifying: {
    present: '=',
    another: '=',
    absent: '=',
    'ended-refused': '=',
    'ended-removed': '=',
    'person-found': 'removal-requested',
    'person-not-found': 'removed',
    read: '=',
  },
  removed: {
    present: 'active',
    another: 'unknown',
    absent: '=',
    'ended-refused': '=',
    'ended-removed': '=',
    'person-found': 'sent',
    latch: 'removed',
    read: '=',
  },
}

const outcome = (record: NegativationRecord, name: EventName): NegativationState | '=' | null => {
  const moved = act(record, name)
  if (!moved) return null
  return moved.entry === null && moved.record.state === record.state ? '=' : moved.record.state
}

for (const state of negativationStates)
  test(`every event means what the table says in ${state}`, () => {
    const found = Object.fromEntries(
      (Object.keys(events) as EventName[])
        .map((name) => [name, outcome(recordIn(state), name)] as const)
        .filter(([, to]) => to !== null),
    )
    expect(found).toEqual(table[state])
  })

test('a held removal is neither sent nor held twice; it is released, kept or taken over', () => {
  const held = recordIn('removal-requested', { removal: removalOf({ isHeld: true }) })
  const found = (['pick', 'hold', 'release', 'keep', 'latch'] as const).map((name) => outcome(held, name))
  expect(found).toEqual([null, null, 'removal-requested', 'active', 'removal-requested'])
  expect(act(held, 'keep')!.record.removal).toBeNull()
  expect(act(held, 'release')!.record.removal).toMatchObject({ isHeld: false, nextAt: null })
})

test('a transition counts one version and leaves a line that says who, when, from, to and what was said', () => {
  const { record, entry } = act(recordIn('sending'), 'refused')!
  expect(record).toMatchObject({ state: 'rejected', version: 4, changedAt: at })
  expect(entry).toEqual({
    id: 'n1:4',
    negativationId: 'n1',
    at,
    from: 'sending',
    to: 'rejected',
    event: 'refused',
    actor: 'Ana',
    protocol: null,
    code: '12',
    text: 'CEP',
  })
})

test('the time of the last change moves with the state alone', () => {
  const before = recordIn('unknown')
  expect(act(before, 'latch')!.record).toMatchObject({ version: 4, changedAt: before.changedAt })
  expect(act(before, 'accepted')!.record.changedAt).toBe(at)
})

test('G43 · a draft is confirmed once: the second press of any key means nothing', () => {
  const { record, entry } = act(recordIn('draft'), 'confirm')!
  expect(record).toMatchObject({ state: 'sending', confirmKey: 'key-2', sentAt: at })
  expect(entry?.text).toBe('contrato rescindido')
  expect(act(record, 'confirm')).toBeNull()
})

test('what was provably not sent is a draft again, and its key stays used', () => {
  const { record } = act(recordIn('sending'), 'not-sent')!
  expect(record).toMatchObject({ state: 'draft', sentAt: null, confirmKey: 'key-1' })
  const paid = recordIn('sending', { removal: removalOf() })
  expect(act(paid, 'not-sent')!.record.state).toBe('cancelled')
})

test('G89 · a restart makes an inclusion under way unknown and a removal under way due at once', () => {
  expect(act(recordIn('sending'), 'restart')!.record.state).toBe('unknown')
  expect(act(recordIn('removing'), 'restart')!.record.removal).toMatchObject({ nextAt: at })
})

test('an acceptance of a debt that was paid meanwhile is cleared at once', () => {
  for (const state of ['sending', 'unknown'] as const) {
    const { record } = act(recordIn(state, { removal: removalOf() }), 'accepted')!
    expect(record).toMatchObject({ state: 'removal-requested', protocol: 'P1', reference: 'R1' })
    expect(record.removal!.nextAt).toBeNull()
  }
})

test('a failed removal keeps its wish, its deadline and the count of its attempts', () => {
  const removing = act(recordIn('removal-requested'), 'pick')!.record
  const { record, entry } = act(removing, 'removal-failed')!
  expect(record.removal).toMatchObject({ attempts: 1, nextAt: after(49 * hour), deadline: '2026-11-27' })
  expect(record.removal!.problem?.code).toBe('connect-no-reply')
  expect(entry?.code).toBe('connect-no-reply')
  expect(act(act(record, 'pick')!.record, 'removal-accepted')!.record.removal).toMatchObject({
    attempts: 2,
    problem: null,
    acceptedAt: at,
  })
})

test('G54 · an unproven end leaves the raw answer in the history, and our own words for what it lacks', () => {
  const evidence = { protocol: '9', code: 'B7', text: 'Feito para 731.640.258-07' }
  const entryOf = (
    name: 'lost' | 'removal-failed',
    answer: typeof evidence | { protocol: null; code: null; text: '' },
  ) =>
    transition(
      recordIn(name === 'lost' ? 'sending' : 'removing'),
      { ...events[name], evidence: answer },
      at,
      'Ana',
    )!.entry
  for (const name of ['lost', 'removal-failed'] as const) {
    expect(entryOf(name, evidence)).toMatchObject({ protocol: '9', code: 'B7', text: 'Feito para …' })
    const own = { protocol: null, code: events[name].problem.code, text: events[name].problem.text }
    expect(entryOf(name, { protocol: null, code: null, text: '' })).toMatchObject(own)
    expect(act(recordIn(name === 'lost' ? 'sending' : 'removing'), name)!.entry).toMatchObject(own)
  }
})

test('a read takes the facts over, but no invoice comes or goes by it', () => {
  const [invoice] = recordIn('active').invoices
  const paid = { ...invoice!, fact: 'paid' as const }
  const other = { ...invoice!, id: '99' }
  const moved = transition(recordIn('active'), { kind: 'read', invoices: [other, paid] }, at, 'Nada Consta')!
  expect(moved).toMatchObject({ record: { version: 3, invoices: [paid] }, entry: null })
  const empty = transition(recordIn('active'), { kind: 'read', invoices: [] }, at, 'Nada Consta')!
  expect(empty.record.invoices).toEqual([invoice])
})

test('documents in what the bureau said never reach the history', () => {
  const text = 'CPF 731.640.258-07 e CNPJ 04718253000156, contrato 62636'
  const { entry } = transition(recordIn('sending'), { kind: 'refused', code: '12', text }, at, 'Ana')!
  expect(entry?.text).toBe('CPF … e CNPJ …, contrato 62636')
})
