import type { StayingProof } from '../../shared/api.ts'
import { dateAt } from '../../shared/business-time.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import { addMonths } from '../../shared/calendar.ts'
import type { ProofRecord } from '../store/privacy-records.ts'
import type { HistoryRecord, NegativationRecord, QueryRecord } from '../store/records.ts'
import type { Held } from './held.ts'

interface Keeping {
  person: string
  today: CalendarDate
  /** The policy's months. */
  months: number
}

const eventOf = ({ id: _id, negativationId: _of, text: _text, ...event }: HistoryRecord) => event

/** A registration that reached the bureau: protocol, dates, amounts and who did what; no name, no address, no free text. */
const registrationProof = (
  record: NegativationRecord,
  history: readonly HistoryRecord[],
  { person, months }: Keeping,
): ProofRecord => ({
  id: record.id,
  kind: 'registration',
  person,
  until: addMonths(dateAt(record.changedAt), months),
  facts: {
    state: record.state,
    creditor: record.creditor,
    contract: record.contract,
    protocol: record.protocol,
    reference: record.reference,
    reason: record.reason.code,
    totalCents: record.totalCents,
    due: record.due,
    sentAt: record.sentAt,
    endedAt: record.changedAt,
    removalCause: record.removal?.cause ?? null,
    removalRequestedAt: record.removal?.requestedAt ?? null,
    removalRequestedBy: record.removal?.requestedBy ?? null,
    paidOn: record.removal?.clockFrom ?? null,
    deadline: record.removal?.deadline ?? null,
    removalAcceptedAt: record.removal?.acceptedAt ?? null,
  },
  events: history.filter(({ negativationId }) => negativationId === record.id).map(eventOf),
})

/** That a query was made, by whom, when and for which purpose (LGPD art. 37); nothing of what it told. */
const queryProof = (query: QueryRecord, { person, months }: Keeping): ProofRecord => ({
  id: query.id,
  kind: 'query',
  person,
  until: addMonths(dateAt(query.endedAt ?? query.startedAt), months),
  facts: {
    state: query.state,
    product: query.product.code,
    purpose: query.purpose,
    operator: query.operator,
    startedAt: query.startedAt,
    protocol: query.protocol,
    priceCents: query.priceCents,
  },
  events: [],
})

/**
 * What is made of the records and queries that go, as long as their time has not run out. Nothing of the test environment, and nothing of
 * what never left, is worth a proof.
 */
export const proofsOf = ({ records, history, queries }: Held, keeping: Keeping): ProofRecord[] =>
  [
    ...records
      .filter(({ sentAt, environment }) => sentAt !== null && environment === 'production')
      .map((record) => registrationProof(record, history, keeping)),
    ...queries
      .filter(({ environment }) => environment === 'production')
      .map((query) => queryProof(query, keeping)),
  ].filter(({ until }) => until >= keeping.today)

/** A proof as a screen names it. */
export const stayingOf = ({ kind, facts, until }: ProofRecord): StayingProof => {
  const { protocol } = facts
  return { kind, protocol: typeof protocol === 'string' ? protocol : null, until }
}
