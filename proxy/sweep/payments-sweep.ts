import { dateAt } from '../../shared/business-time.ts'
import { addDays } from '../../shared/calendar.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Erp, ErpInvoice } from '../erps/erp.ts'
import { recordsOfInvoice } from '../negativation/registered.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import type { Judge } from './judge.ts'
import type { UntilStopped } from './until-stopped.ts'
import { awaitsPayment } from './verdict.ts'

export interface PaymentsSweepDeps {
  store: Store
  judge: Judge
  /** Reads one record whole, because the first instalment of its agreement was paid. */
  lookAt: (erpId: string, erp: Erp, record: NegativationRecord) => Promise<void>
  clock: Clock
  until: UntilStopped
}

/** Days by which a sweep overlaps the last complete one: bank returns of a weekend arrive late (case G38). */
const overlap = 3
/** Days that the first sweep of all looks back; what is older is found by the audit. */
const firstReach = 30

/** The days to ask for. A mark that lies ahead comes from a clock that was set back (case G75). */
export const sweepWindow = (
  completedAt: string | null,
  now: number,
): { from: CalendarDate; to: CalendarDate } => {
  const day = dateAt(now)
  const mark = completedAt === null ? addDays(day, overlap - firstReach) : dateAt(completedAt)
  // A payment may carry the next bank day.
  return { from: addDays(mark < day ? mark : day, -overlap), to: addDays(day, 5) }
}

/**
 * Reads what was paid and sets the wish to clear where a record is concerned. The cost follows the number of payments, whatever the number
 * of active records. A page that comes twice does nothing twice (case G52). Resolves when everything was read; what was found
 * before a failure is kept.
 */
export const paymentsSweep =
  ({ store, judge, lookAt, clock, until }: PaymentsSweepDeps) =>
  async (erpId: string, erp: Erp, completedAt: string | null): Promise<void> => {
    const startedAt = new Date(clock()).toISOString()
    const between = sweepWindow(completedAt, clock())
    const failures: unknown[] = []

    /** Which records wait for the first instalment, by the instalment's number (case G37). */
    const awaited = Map.groupBy(
      (await store.query('tasks', { isOpen: true }))
        .filter(({ kind }) => kind === 'renegotiated')
        .flatMap(({ negativationId, params }) =>
          String(params['newInvoices'] ?? '')
            .split(', ')
            .map((instalment) => ({ instalment, negativationId })),
        ),
      ({ instalment }) => instalment,
    )
    const waitingFor = async (invoiceId: string): Promise<NegativationRecord[]> => {
      const found: NegativationRecord[] = []
      for (const { negativationId: id } of awaited.get(invoiceId) ?? [])
        found.push(...(await store.query('negativations', { id })))
      return found.filter((record) => record.erpId === erpId && awaitsPayment(record))
    }
    const byRecord = async (rows: readonly ErpInvoice[]) => {
      const found = new Map<string, { record: NegativationRecord; rows: ErpInvoice[] }>()
      for (const row of rows) {
        // A test record and a real one of the same invoice are both paid, each for itself (case G56).
        for (const record of (await recordsOfInvoice(store, erpId, row.id)).filter(awaitsPayment)) {
          const entry = found.get(record.id) ?? { record, rows: [] }
          entry.rows.push(row)
          found.set(record.id, entry)
        }
      }
      return found
    }
    /** One record that cannot be kept spoils no other (case G53); the sweep is then not complete. */
    const attempt = (work: Promise<void>): Promise<void> =>
      work.catch((thrown: unknown) => void failures.push(thrown))

    const judgePage = async (rows: readonly ErpInvoice[]): Promise<void> => {
      for (const { record, rows: own } of (await byRecord(rows)).values())
        await attempt(
          judge.apply(record, {
            rows: own,
            agreements: [],
            at: startedAt,
            isWhole: false,
            confirmAfter: 0,
          }),
        )
      for (const { id, fact } of rows) {
        if (fact !== 'paid') continue
        for (const record of await waitingFor(id)) await attempt(lookAt(erpId, erp, record))
      }
    }

    for (let page: number | null = 0; page !== null;) {
      const current: number = page
      const { invoices, nextPage }: Awaited<ReturnType<Erp['paymentsPage']>> = await until(() =>
        erp.paymentsPage(between, current),
      )
      await judgePage(invoices)
      page = nextPage
    }
    if (failures.length > 0) throw failures[0]
  }
