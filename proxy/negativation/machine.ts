import type { HistoryRecord, NegativationRecord } from '../store/records.ts'
import type { MachineEvent } from './event.ts'
import { looked } from './machine-look.ts'
import type { Event, Moment, Step } from './machine-step.ts'
import {
  gone,
  listed,
  ofFailure,
  ofProblem,
  queued,
  quietly,
  step,
  withoutDocuments,
} from './machine-step.ts'
import { answered, held, kept, latched, picked } from './machine-wish.ts'

type Rules = {
  readonly [Kind in MachineEvent['kind']]: (
    record: NegativationRecord,
    event: Event<Kind>,
    moment: Moment,
  ) => Step | null
}

const confirmed = ({ state }: NegativationRecord, { key, text }: Event<'confirm'>, { at }: Moment) =>
  state === 'draft' ? step({ state: 'sending', confirmKey: key, sentAt: at }, { text }) : null

/** A receipt is proof, also one that comes when the end was already taken for unknown. */
const accepted = (record: NegativationRecord, { protocol, reference }: Event<'accepted'>) =>
  record.state === 'sending' || record.state === 'unknown'
    ? step(
        {
          ...listed(record, 'sent'),
          protocol,
          reference,
          bureauState: 'received',
          absentReads: 0,
          nextLookAt: null,
        },
        { protocol },
      )
    : null

const refused = ({ state }: NegativationRecord, { code, text }: Event<'refused'>) =>
  state === 'sending' ? step({ state: 'rejected' }, { code, text }) : null

/** Back to the draft, which wants another confirmation; one that is to be cleared is given up. The key stays used. */
const notSent = ({ state, removal }: NegativationRecord, { problem }: Event<'not-sent'>) =>
  state === 'sending'
    ? step({ state: removal ? 'cancelled' : 'draft', sentAt: null }, ofProblem(problem))
    : null

const lost = ({ state }: NegativationRecord, event: Event<'lost'>) =>
  state === 'sending' ? step({ state: 'unknown', absentReads: 0, nextLookAt: null }, ofFailure(event)) : null

/** An inclusion under way has an unknown end; a removal under way is simply sent again. */
const restarted = ({ state, removal }: NegativationRecord, _event: Event<'restart'>, { at }: Moment) => {
  if (state === 'sending') return step({ state: 'unknown', absentReads: 0, nextLookAt: null })
  if (state === 'removing' && removal)
    return step({ state: 'removal-requested', removal: queued(removal, { nextAt: at }) })
  return null
}

const failed = ({ state, removal }: NegativationRecord, event: Event<'removal-failed'>) => {
  const { problem, nextAt } = event
  return state === 'removing' && removal
    ? step({ state: 'removal-requested', removal: queued(removal, { problem, nextAt }) }, ofFailure(event))
    : null
}

/** Nobody confirmed it in what is kept, and it is there: it is ours by its contract, with the amounts that the bureau holds. */
const adopted = ({ state }: NegativationRecord, { answer }: Event<'adopted'>, { at }: Moment) => {
  const { protocol, reference, cents, due, state: bureauState } = answer
  return state === 'draft'
    ? step(
        {
          state: bureauState === 'active' ? 'active' : 'sent',
          sentAt: at,
          protocol,
          reference,
          bureauState,
          totalCents: cents,
          due,
          lookedAt: at,
        },
        { code: bureauState, protocol },
      )
    : null
}

/** A person saw it at the bureau's site. */
const found = (record: NegativationRecord, { protocol, text }: Event<'person-found'>) => {
  const { state, removal } = record
  const evidence = { protocol, text }
  const changes = { protocol: record.protocol ?? protocol, absentReads: 0, nextLookAt: null }
  if (state === 'unknown' || state === 'not-included' || state === 'removed')
    return step({ ...changes, ...listed(record, 'sent') }, evidence)
  if ((state === 'verifying' || state === 'removal-requested') && removal)
    return step({ ...changes, state: 'removal-requested', removal: queued(removal) }, evidence)
  return null
}

/** A person did not find it at the bureau's site: absence, verified by eye. */
const notFound = (record: NegativationRecord, { text }: Event<'person-not-found'>) => {
  const { state } = record
  if (state === 'unknown') return step({ state: 'not-included', absentReads: 0, nextLookAt: null }, { text })
  if (state === 'removal-requested' || state === 'removing' || state === 'verifying')
    return step({ ...gone(record), nextLookAt: null }, { text })
  return null
}

/** What the ERP says of the invoices. A draft stays as it was shown; a record never gains or loses an invoice. */
const read = ({ state, invoices }: NegativationRecord, event: Event<'read'>) =>
  state === 'draft' || state === 'cancelled'
    ? null
    : quietly({
        invoices: invoices.map((invoice) => event.invoices.find(({ id }) => id === invoice.id) ?? invoice),
      })

const rules: Rules = {
  cancel: ({ state }) => (state === 'draft' ? step({ state: 'cancelled' }) : null),
  confirm: confirmed,
  accepted,
  refused,
  'not-sent': notSent,
  lost,
  restart: restarted,
  looked: (record, event, { at }) => looked(record, event, at),
  adopted,
  'person-found': found,
  'person-not-found': notFound,
  latch: latched,
  hold: held,
  keep: kept,
  pick: picked,
  'removal-accepted': (record, event, { at }) => answered(record, event, at),
  'removal-absent': (record, event, { at }) => answered(record, event, at),
  'removal-failed': failed,
  read,
}

const stepOf = <Kind extends MachineEvent['kind']>(
  record: NegativationRecord,
  event: Event<Kind> & { kind: Kind },
  moment: Moment,
): Step | null => rules[event.kind](record, event, moment)

/**
 * What an event makes of a record. Pure: the same record and event give the same result. `at` is the ISO instant, `actor` the paired
 * browser's name or the program's. Gives the new record with the line for its history, which is null for what nobody sees; null
 * when the event means nothing in this state.
 */
export const transition = (
  record: NegativationRecord,
  event: MachineEvent,
  at: string,
  actor: string,
): { record: NegativationRecord; entry: HistoryRecord | null } | null => {
  const made = stepOf(record, event, { at, actor })
  if (!made) return null
  if (!made.evidence) return { record: { ...record, ...made.changes }, entry: null }
  const version = record.version + 1
  const next = { ...record, ...made.changes, version }
  if (next.state !== record.state) next.changedAt = at
  const { protocol = null, code, text } = withoutDocuments(made.evidence)
  const entry: HistoryRecord = {
    id: `${record.id}:${version}`,
    negativationId: record.id,
    at,
    from: record.state,
    to: next.state,
    event: event.kind,
    actor,
    protocol,
    code: code ?? null,
    text: text ?? null,
  }
  return { record: next, entry }
}
