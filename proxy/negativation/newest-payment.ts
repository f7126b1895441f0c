import { today } from '../../shared/business-time.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import { addDays } from '../../shared/calendar.ts'
import type { Clock } from '../../shared/clock.ts'
import type { ErpPool } from '../erps/erp-pool.ts'

/** The answer is good for so many milliseconds: reconciliations come by the day. */
const freshFor = 10 * 60_000
const daysBack = 3

/**
 * The day of the newest payment, of anybody, that an ERP knows of the last days: whether the bank's files were read (case G38). Null
 * when it knows none, or could not be asked. One request, at most every ten minutes.
 */
export const newestPayments = ({ erps, clock }: { erps: Pick<ErpPool, 'get'>; clock: Clock }) => {
  const known = new Map<string, { at: number; day: Promise<CalendarDate | null> }>()

  const ask = async (erpId: string): Promise<CalendarDate | null> => {
    const to = today(clock)
    const { invoices } = await (await erps.get(erpId)).paymentsPage({ from: addDays(to, -daysBack), to }, 0)
    const days = invoices.flatMap(({ payment }) => (payment ? [payment.paid] : []))
    return days.toSorted().at(-1) ?? null
  }

  return (erpId: string): Promise<CalendarDate | null> => {
    const last = known.get(erpId)
    if (last && Math.abs(clock() - last.at) < freshFor) return last.day
    const day = ask(erpId).catch(() => {
      known.delete(erpId)
      return null
    })
    known.set(erpId, { at: clock(), day })
    return day
  }
}
