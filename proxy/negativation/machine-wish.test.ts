import { expect, test } from 'vitest'
import { transition } from './machine.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { RemovalWish } from './event.ts'
import { after, day, hour, recordIn, removalOf, wishOf } from './machine.samples.ts'

const at = after(5 * hour)
const latch = (record: NegativationRecord, wish: RemovalWish, actor = 'Nada Consta') =>
  transition(record, { kind: 'latch', wish, text: null }, at, actor)

test('a wish is noted wherever the debt is, or may come to be, at the bureau', () => {
  for (const state of ['sending', 'unknown', 'sent', 'active', 'not-included', 'removed'] as const) {
    const { record, entry } = latch(recordIn(state), wishOf())!
    expect(record.removal).toEqual(removalOf({ requestedAt: at }))
    expect(entry).toMatchObject({ event: 'latch', code: '01' })
  }
  for (const state of ['cancelled', 'rejected'] as const) expect(latch(recordIn(state), wishOf())).toBeNull()
})

test('G52 · a payment that is told again and again is one wish', () => {
  const { record } = latch(recordIn('active'), wishOf())!
  expect(latch(record, wishOf())).toBeNull()
  for (const state of ['removing', 'verifying'] as const) expect(latch(recordIn(state), wishOf())).toBeNull()
})

test('a second wish moves the deadline to an earlier day, never to a later one, and changes nothing else', () => {
  const waiting = recordIn('removal-requested')
  const later = wishOf('paid', { clockFrom: day('2026-11-24'), deadline: day('2026-12-01') })
  expect(latch(waiting, later)).toBeNull()
  const earlier = wishOf('person', { clockFrom: day('2026-11-18'), deadline: day('2026-11-26') })
  const { record } = latch(waiting, earlier, 'Ana')!
  expect(record).toMatchObject({ state: 'removal-requested', version: 4 })
  expect(record.removal).toEqual(removalOf({ clockFrom: day('2026-11-18'), deadline: day('2026-11-26') }))
})

test("a payment after a person's wish starts the clock; one that is not known does not stop it", () => {
  const removal = removalOf({ cause: 'person', clockFrom: null, deadline: null })
  const { record } = latch(recordIn('verifying', { removal }), wishOf())!
  expect(record.removal).toMatchObject({ cause: 'person', clockFrom: '2026-11-20', deadline: '2026-11-27' })
  expect(latch(record, wishOf('person', { clockFrom: null, deadline: null }))).toBeNull()
})

test('a person frees a removal that is held, and it rests on the person from then on', () => {
  const held = recordIn('removal-requested', {
    removal: removalOf({ isHeld: true, nextAt: after(9 * hour) }),
  })
  const wish = wishOf('person', { clockFrom: null, deadline: null })
  const { record } = latch(held, wish, 'Ana')!
  expect(record.removal).toMatchObject({
    cause: 'person',
    requestedBy: 'Ana',
    isHeld: false,
    nextAt: null,
    deadline: '2026-11-27',
    requestedAt: after(hour),
  })
  expect(transition(record, { kind: 'hold', isHeld: true }, at, 'Nada Consta')).toBeNull()
})

test('a payment that is taken back holds a removal before it is sent, not after', () => {
  const hold = { kind: 'hold', isHeld: true } as const
  for (const state of ['sending', 'unknown', 'not-included', 'removal-requested'] as const) {
    const held = transition(recordIn(state, { removal: removalOf() }), hold, at, 'Nada Consta')!.record
    expect(held).toMatchObject({ state, removal: { isHeld: true, cause: 'paid' } })
    expect(transition(held, hold, at, 'Nada Consta')).toBeNull()
  }
  for (const state of ['removing', 'verifying', 'removed'] as const)
    expect(transition(recordIn(state, { removal: removalOf() }), hold, at, 'Nada Consta')).toBeNull()
})

test('a held wish waits through the acceptance and is not sent', () => {
  const sending = recordIn('sending', { removal: removalOf({ isHeld: true }) })
  const accepted = { kind: 'accepted', protocol: 'P1', reference: null } as const
  const { record } = transition(sending, accepted, at, 'Nada Consta')!
  expect(record).toMatchObject({ state: 'removal-requested', removal: { isHeld: true } })
  expect(transition(record, { kind: 'pick' }, at, 'Nada Consta')).toBeNull()
})

test('only a held removal can be given up, only by a person, and the record is again what it was', () => {
  const keep = { kind: 'keep', text: 'pagamento estornado' } as const
  const removal = removalOf({ isHeld: true })
  expect(transition(recordIn('removal-requested'), keep, at, 'Ana')).toBeNull()
  expect(transition(recordIn('unknown', { removal }), keep, at, 'Ana')).toBeNull()
  for (const [bureauState, state] of [
    ['active', 'active'],
    ['letter', 'sent'],
    [null, 'sent'],
  ] as const) {
    const held = recordIn('removal-requested', { removal, bureauState })
    const { record, entry } = transition(held, keep, at, 'Ana')!
    expect(record).toMatchObject({ state, removal: null, nextLookAt: null })
    expect(entry).toMatchObject({ actor: 'Ana', text: 'pagamento estornado' })
  }
})

test('why a removal is sent on an earlier proof stands in the history', () => {
  const { record, entry } = transition(
    recordIn('removal-requested'),
    { kind: 'pick', text: 'ERP sem leitura' },
    at,
    'Nada Consta',
  )!
  expect(record).toMatchObject({ state: 'removing', removal: { attempts: 1 } })
  expect(entry?.text).toBe('ERP sem leitura')
})
