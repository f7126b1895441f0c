import type { CalendarDate } from '../../shared/calendar.ts'
import type { NegativationRecord, RemovalRecord } from '../store/records.ts'
import type { RemovalWish } from './event.ts'
import type { Event, Moment, Step } from './machine-step.ts'
import { queued, step } from './machine-step.ts'

const earlier = (one: CalendarDate | null, other: CalendarDate | null): CalendarDate | null =>
  one === null || (other !== null && other < one) ? other : one

const firstWish = (wish: RemovalWish, { at, actor }: Moment): RemovalRecord => ({
  ...wish,
  requestedAt: at,
  requestedBy: actor,
  attempts: 0,
  nextAt: null,
  absentReads: 0,
  lastReadAt: null,
  acceptedAt: null,
  problem: null,
  isHeld: false,
})

/**
 * A second wish finds the first. It moves the deadline to an earlier day, never to a later one, and it takes over a removal that is
 * held because its payment was taken back. Null when it changes nothing.
 */
const secondWish = (removal: RemovalRecord, wish: RemovalWish, { actor }: Moment): RemovalRecord | null => {
  const clock = {
    clockFrom: earlier(removal.clockFrom, wish.clockFrom),
    deadline: earlier(removal.deadline, wish.deadline),
  }
  if (removal.isHeld)
    return {
      ...removal,
      ...clock,
      cause: wish.cause,
      reason: wish.reason,
      requestedBy: actor,
      nextAt: null,
      isHeld: false,
    }
  const isSame = clock.clockFrom === removal.clockFrom && clock.deadline === removal.deadline
  return isSame ? null : { ...removal, ...clock }
}

/** The wish to clear a name. It is set in every state in which something is, or may come to be, at the bureau. */
export const latched = (
  record: NegativationRecord,
  { wish, text }: Event<'latch'>,
  moment: Moment,
): Step | null => {
  const { state } = record
  if (state === 'cancelled' || state === 'rejected') return null
  const evidence = { code: wish.reason.code, text }
  if (state === 'draft') return step({ state: 'cancelled' }, evidence)
  const isOver = state === 'removed' && record.removal !== null
  const removal = record.removal ? secondWish(record.removal, wish, moment) : firstWish(wish, moment)
  if (isOver || removal === null) return null
  const isListed = state === 'sent' || state === 'active'
  return step(isListed ? { state: 'removal-requested', removal } : { removal }, evidence)
}

const beforeSending = new Set<NegativationRecord['state']>([
  'sending',
  'unknown',
  'not-included',
  'removal-requested',
])

/** What the ERP takes back holds a removal that rests on the ERP's word; a person's wish rests on the person's. */
export const held = ({ state, removal }: NegativationRecord, { isHeld }: Event<'hold'>): Step | null => {
  if (!removal || !beforeSending.has(state) || removal.cause === 'person' || removal.isHeld === isHeld)
    return null
  return step({ removal: { ...removal, isHeld, nextAt: isHeld ? removal.nextAt : null } })
}

/** A person leaves the name where it is: the one way in which a wish ends without absence. The next look corrects `sent`. */
export const kept = (
  { state, removal, bureauState }: NegativationRecord,
  { text }: Event<'keep'>,
): Step | null =>
  state === 'removal-requested' && removal?.isHeld
    ? step(
        {
          state: bureauState === 'active' ? 'active' : 'sent',
          removal: null,
          absentReads: 0,
          nextLookAt: null,
        },
        { text },
      )
    : null

/** The intent to send a removal. */
export const picked = ({ state, removal }: NegativationRecord, { text }: Event<'pick'>): Step | null =>
  state === 'removal-requested' && removal && !removal.isHeld
    ? step(
        { state: 'removing', removal: { ...removal, attempts: removal.attempts + 1, nextAt: null } },
        { text: text ?? null },
      )
    : null

/** The removal is with the bureau, or the bureau knows of no such record: what it shows decides. */
export const answered = (
  { state, removal }: NegativationRecord,
  event: Event<'removal-accepted'> | Event<'removal-absent'>,
  at: string,
): Step | null => {
  if (state !== 'removing' || !removal) return null
  const isAccepted = event.kind === 'removal-accepted'
  const acceptedAt = isAccepted ? at : null
  return step(
    {
      state: 'verifying',
      nextLookAt: event.nextLookAt,
      removal: queued(removal, { acceptedAt, problem: null }),
    },
    isAccepted ? { protocol: event.protocol } : { code: event.code, text: event.text },
  )
}
