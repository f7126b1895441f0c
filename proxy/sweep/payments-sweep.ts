import { dateAt } from '../../shared/business-time.ts'
import { addDays } from '../../shared/calendar.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Erp, ErpInvoice } from '../erps/erp.ts'
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

    /** Which record waits for the first instalment, by the instalment's number (case G37). */
    const awaited = new Map(
      (await store.query('tasks', { isOpen: true }))
        .filter(({ kind }) => kind === 'renegotiated')
        .flatMap(({ negativationId, params }) =>
          String(params['newInvoices'] ?? '')
            .split(', ')
            .map((id): [string, string] => [id, negativationId]),
        ),
    )
    const recordOf = async (invoiceId: string): Promise<NegativationRecord | undefined> => {
      const [link] = await store.query('invoiceLinks', { id: `${erpId}:${invoiceId}` })
      const [record] = link ? await store.query('negativations', { id: link.negativationId }) : []
      return record && awaitsPayment(record) ? record : undefined
    }
    const waitingFor = async (invoiceId: string): Promise<NegativationRecord | undefined> => {
      const id = awaited.get(invoiceId)
      const [record] = id === undefined ? [] : await store.query('negativations', { id })
      return record?.erpId === erpId && awaitsPayment(record) ? record : undefined
    }
    const byRecord = async (rows: readonly ErpInvoice[]) => {
      const found = new Map<string, { record: NegativationRecord; rows: ErpInvoice[] }>()
      for (const row of rows) {
        const record = await recordOf(row.id)
        if (!record) continue
        const entry = found.get(record.id) ?? { record, rows: [] }
        entry.rows.push(row)
        found.set(record.id, entry)
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
        const record = fact === 'paid' ? await waitingFor(id) : undefined
        if (record) await attempt(lookAt(erpId, erp, record))
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
