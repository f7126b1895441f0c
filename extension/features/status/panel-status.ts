import type {
  Alarm,
  CustomerStatus,
  ErrorView,
  Negativation,
  NegativationState,
} from '../../../shared/api.ts'
import { liveStates } from '../../../shared/api.ts'
import { dateAt, today } from '../../../shared/business-time.ts'
import type { CalendarDate } from '../../../shared/calendar.ts'
import { daysBetween } from '../../../shared/calendar.ts'
import type { Clock } from '../../../shared/clock.ts'
import type { Document } from '../../../shared/document.ts'

/** One registered debt as the panel tells it: state, amount, invoice and days. No address, no protocol, no name. */
export interface PanelRecord {
  id: string
  state: NegativationState
  isTest: boolean
  cents: number
  /** The first invoice, and how many more there are. */
  invoice: string
  more: number
  /** Since the state changed last. */
  days: number
  alarm: Alarm
  removal: PanelRemoval | null
}

export interface PanelRemoval {
  /** When the invoice was paid, and how many days ago; null when no payment is the cause. */
  paid: { date: CalendarDate; days: number } | null
  deadline: CalendarDate | null
  /** Business days, negative after the deadline. */
  daysLeft: number | null
  isHeld: boolean
}

/** What the panel in the ERP's page gets to know of a customer. */
export interface PanelStatus {
  records: PanelRecord[]
  overdue: { count: number; cents: number } | null
  /** The ERP's API knows this customer under another document than the page shows: nothing is told. */
  isOther: boolean
  problem: ErrorView | null
  readAt: number
}

const isShown = ({ state, changedAt }: Negativation, now: number): boolean => {
  if ((liveStates as readonly string[]).includes(state)) return true
  return state === 'removed' && now - Date.parse(changedAt) < 30 * 24 * 3_600_000
}

const removalOf = ({ removal, invoices }: Negativation, day: CalendarDate): PanelRemoval | null => {
  if (!removal) return null
  const date =
    removal.cause === 'paid'
      ? invoices
          .flatMap(({ payment }) => payment?.paid ?? [])
          .toSorted()
          .at(-1)
      : undefined
  return {
    paid: date === undefined ? null : { date, days: daysBetween(date, day) },
    deadline: removal.deadline,
    daysLeft: removal.daysLeft,
    isHeld: removal.isHeld,
  }
}

const recordOf = (record: Negativation, day: CalendarDate): PanelRecord => ({
  id: record.id,
  state: record.state,
  isTest: record.environment === 'test',
  cents: record.totalCents,
  invoice: record.invoices[0]?.id ?? '',
  more: Math.max(0, record.invoices.length - 1),
  days: Math.max(0, daysBetween(dateAt(record.changedAt), day)),
  alarm: record.alarm,
  removal: removalOf(record, day),
})

/**
 * What of a customer's status goes into the ERP's page: only of the document that the page itself shows, so that one customer's
 * debts never stand on another's record, and only what the panel says.
 */
export const panelStatus = (status: CustomerStatus, document: Document, clock: Clock): PanelStatus => {
  const now = clock()
  const isOther = status.document !== null && status.document !== document
  const records = isOther ? [] : status.records.filter((record) => record.debtor.document === document)
  return {
    records: records.filter((record) => isShown(record, now)).map((record) => recordOf(record, today(clock))),
    overdue: status.document === document ? status.overdue : null,
    isOther,
    problem: status.problem,
    readAt: now,
  }
}
