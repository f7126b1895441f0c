import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { negativationStates } from '../../shared/api.ts'
import type { DebtState } from '../bureaus/bureau.ts'
import type { HistoryRecord, NegativationRecord } from '../store/records.ts'
import { addDays } from '../../shared/calendar.ts'
import { cents } from '../../shared/money.ts'
import type { MachineEvent } from './event.ts'
import { transition } from './machine.ts'
import {
  absent,
  after,
  day,
  ended,
  events,
  look,
  minute,
  present,
  recordIn,
  rules,
  wishOf,
} from './machine.samples.ts'

interface Happening {
  event: MachineEvent
  at: string
}

const answers: DebtState[] = [
  absent,
  absent,
  ...(['received', 'letter', 'active', 'returned', 'removing'] as const).map((state) => present(state)),
  ...(['refused', 'removed', 'expired'] as const).map((state) => ended(state)),
  present('active', { cents: cents(1_00) }),
]

const plain = Object.values(events).filter(({ kind }) => kind !== 'looked' && kind !== 'latch')
const anyEvent: fc.Arbitrary<MachineEvent> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...plain) },
  { weight: 3, arbitrary: fc.constantFrom(...answers).map(look) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('paid' as const, 'person' as const, 'renegotiated' as const),
        fc.integer({ min: -9, max: 9 }),
        fc.boolean(),
      )
      .map(([cause, days, isUndated]) => {
        const from = addDays(day('2026-11-20'), days)
        const clock = isUndated ? null : from
        const wish = wishOf(cause, { clockFrom: clock, deadline: clock && addDays(clock, 7) })
        return { kind: 'latch' as const, wish, text: null }
      }),
  },
)

/** Events from minutes to days apart; some at a clock that was set back. */
const story: fc.Arbitrary<Happening[]> = fc
  .array(fc.tuple(anyEvent, fc.integer({ min: -120, max: 40 * 60 })), { minLength: 1, maxLength: 60 })
  .map((steps) => {
    let now = 0
    return steps.map(([event, minutes]) => {
      now = Math.max(0, now + minutes)
      return { event, at: after(now * minute) }
    })
  })

interface Moved extends Happening {
  before: NegativationRecord
  record: NegativationRecord
  entry: HistoryRecord | null
}

const tell = (first: NegativationRecord, happenings: readonly Happening[]): Moved[] => {
  let before = first
  return happenings.flatMap((happening) => {
    const moved = transition(before, happening.event, happening.at, 'x')
    if (!moved) return []
    const step = { ...happening, before, ...moved }
    before = moved.record
    return [step]
  })
}

/** A record from its draft, or from the market on, with everything that happened to it and what came of it. */
const told = fc
  .tuple(story, fc.constantFrom('draft' as const, 'active' as const))
  .map(([happenings, state]) => {
    const first = recordIn(state)
    return { first, happenings, moves: tell(first, happenings) }
  })

const runs = { numRuns: 2_000 }

const isOver = ({ state }: NegativationRecord): boolean =>
  ['cancelled', 'rejected', 'removed', 'not-included'].includes(state)
const isWatched = ({ state }: NegativationRecord): boolean => state === 'removed' || state === 'not-included'

/** What no single move may ever be. */
const forbidden: Record<string, (move: Moved) => boolean> = {
  'nothing but a confirmation leads to the sending': ({ event, before, record }) =>
    record.state === 'sending' && before.state !== 'sending' && event.kind !== 'confirm',
  'a wish is lost by nothing but a person who keeps the name': ({ event, before, record }) =>
    before.removal !== null && record.removal === null && event.kind !== 'keep',
  'a wished removal stays on its way: no state forgets it while the debt may be listed': ({ record }) =>
    record.removal !== null && ['draft', 'sent', 'active'].includes(record.state),
  'a held removal is never sent': ({ before, record }) =>
    record.state === 'removing' && before.state !== 'removing' && before.removal?.isHeld !== false,
  'what has ended is left only by what is seen of it': ({ event, before, record }) =>
    isOver(before) &&
    record.state !== before.state &&
    !(isWatched(before) && ['looked', 'person-found'].includes(event.kind)),
  'a deadline never moves to a later day': ({ before: { removal: earlier }, record: { removal } }) =>
    earlier?.deadline != null &&
    removal !== null &&
    (removal.deadline === null || removal.deadline > earlier.deadline),
  'a state never changes without a line in the history': ({ entry, before, record }) =>
    entry === null && before.state !== record.state,
}

test.for(Object.entries(forbidden))('%s', ([, isForbidden]) => {
  fc.assert(
    fc.property(told, ({ moves }) => {
      const found = moves.filter(isForbidden)
      expect(
        found.map(({ event, before, record }) => `${event.kind}: ${before.state} → ${record.state}`),
      ).toEqual([])
    }),
    runs,
  )
})

/** The looks that may count for an absence: all since the bureau last showed the record or its state changed. */
const absencesBefore = (moves: readonly Moved[], index: number): string[] => {
  const times: string[] = []
  for (let at = index; at >= 0; at -= 1) {
    const move = moves[at]!
    if (move.record.state !== move.before.state && at !== index) break
    if (move.event.kind !== 'looked') continue
    if (move.event.state.kind === 'present') break
    times.push(move.at)
  }
  return times
}

const areSpaced = (times: readonly string[]): boolean =>
  times.some((one) => times.some((other) => Date.parse(one) - Date.parse(other) >= rules.spacing))

test('a name is called cleared only after two spaced absences, a proven end, or by the eyes of a person', () => {
  fc.assert(
    fc.property(told, ({ moves }) => {
      const cleared = moves.flatMap((move, index) =>
        move.record.state === 'removed' && move.before.state !== 'removed' ? [{ move, index }] : [],
      )
      const isProven = ({ move: { event, before }, index }: (typeof cleared)[number]): boolean => {
        if (event.kind === 'person-not-found') return true
        if (event.kind !== 'looked' || event.state.kind === 'present') return false
        if (areSpaced(absencesBefore(moves, index))) return true
        return event.state.kind === 'ended' && before.state !== 'verifying'
      }
      expect(cleared.filter((each) => !isProven(each))).toEqual([])
    }),
    runs,
  )
})

test('versions count by one and every counted change has its line, in one chain', () => {
  fc.assert(
    fc.property(told, ({ first, moves }) => {
      const lines = moves.flatMap(({ entry }) => (entry ? [entry] : []))
      expect(lines.map(({ id }) => id)).toEqual(lines.map((_, index) => `n1:${first.version + index + 1}`))
      expect(lines.map(({ from }) => from)).toEqual(
        [first.state, ...lines.map(({ to }) => to)].slice(0, lines.length),
      )
      const last = moves.at(-1)?.record
      expect(last?.version ?? first.version).toBe(first.version + lines.length)
    }),
    runs,
  )
})

test('telling the same events again gives the same record and the same history', () => {
  fc.assert(
    fc.property(told, ({ first, happenings, moves }) => {
      expect(tell(first, happenings)).toEqual(moves)
      const meant = moves.map(({ event, at }) => ({ event, at }))
      expect(tell(first, meant)).toEqual(moves)
    }),
    runs,
  )
})

test('the stories reach every state', () => {
  const reached = new Set(
    fc.sample(told, { ...runs, seed: 7 }).flatMap(({ moves }) => moves.map(({ record }) => record.state)),
  )
  expect([...reached].toSorted()).toEqual([...negativationStates].toSorted())
})
