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

/** How an invoice of the customer stands, for the mark in its row. */
export const invoiceStandings = ['registered', 'removing', 'eligible'] as const
export type InvoiceStanding = (typeof invoiceStandings)[number]

export interface PanelInvoice {
  id: string
  standing: InvoiceStanding
}

/** The newest saved answer about the document that the page shows. */
export interface LastReport {
  queryId: string
  date: CalendarDate
}

/** What the panel in the ERP's page gets to know of a customer. */
export interface PanelStatus {
  records: PanelRecord[]
  /** Every invoice of which something is known; the others carry no mark. */
  invoices: PanelInvoice[]
  /** Null when there is none, or when this browser may not query. */
  lastReport: LastReport | null
  overdue: { count: number; cents: number } | null
  /** Whether this browser may register debts. While nothing is known it is offered, and the service decides. */
  mayInclude: boolean
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

/** What is surely at the bureau, or surely on its way out of it. A test registers nobody, and an unknown end is told in the panel alone. */
const standingOf = ({ state, environment, removal }: Negativation): InvoiceStanding | null => {
  if (environment === 'test') return null
  if (state === 'removal-requested' || state === 'removing' || state === 'verifying') return 'removing'
  if (state !== 'sent' && state !== 'active') return null
  return removal && !removal.isHeld ? 'removing' : 'registered'
}

/** Every invoice once; what a record says of it counts before what the service says of the others. */
const invoicesOf = (records: readonly Negativation[], eligible: readonly string[]): PanelInvoice[] => {
  const standings = new Map<string, InvoiceStanding>(eligible.map((id) => [id, 'eligible']))
  for (const record of records) {
    const standing = standingOf(record)
    if (standing) for (const { id } of record.invoices) standings.set(id, standing)
  }
  return [...standings].map(([id, standing]) => ({ id, standing }))
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
export const panelStatus = (
  status: CustomerStatus,
  document: Document,
  lastReport: LastReport | null,
  clock: Clock,
): PanelStatus => {
  const now = clock()
  const isOther = status.document !== null && status.document !== document
  const isSame = status.document === document
  const mayInclude = status.mayInclude ?? true
  const records = isOther ? [] : status.records.filter((record) => record.debtor.document === document)
  return {
    records: records.filter((record) => isShown(record, now)).map((record) => recordOf(record, today(clock))),
    invoices: invoicesOf(records, isSame && mayInclude ? status.eligible : []),
    lastReport: isOther ? null : lastReport,
    overdue: isSame ? status.overdue : null,
    mayInclude,
    isOther,
    problem: status.problem,
    readAt: now,
  }
}
