import type { CandidateListing } from '../../shared/api.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import type { Clock } from '../../shared/clock.ts'
import { errorBody } from '../../shared/error-body.ts'
import { AppError, asAppError } from '../../shared/errors.ts'
import type { Wait } from '../batch/lane.ts'
import type { Erp, OverdueInvoice, OverduePage } from '../erps/erp.ts'
import type { OverdueDebt } from './overdue-debts.ts'
import { overdueDebts, totalsOf } from './overdue-debts.ts'

type Told = Omit<CandidateListing, 'reasons'>

/** One reading of an ERP's overdue invoices, from its first page to its last. */
export interface Reading {
  readonly id: string
  readonly erpId: string
  readonly erp: Erp
  told(): Told
  /** What was read so far, the most late first. */
  debts(): readonly OverdueDebt[]
  /** Ends it at once: an answer that is still on its way is not looked at. Does nothing to one that has ended. */
  cancel(): void
  /** Resolves when it has ended. */
  ended: Promise<void>
}

interface ReadingParts {
  id: string
  erpId: string
  erp: Erp
  between: { from: CalendarDate; to: CalendarDate }
  clock: Clock
  wait: Wait
}

/** Longer than this is no pause any more; seconds. */
const longestWait = 300
/** So often in a row one page is waited for. */
const mostWaits = 5

const waitOf = ({ code, params }: AppError): number | null => {
  const seconds = Number(params['seconds'])
  return code === 'erp-rate' && seconds <= longestWait ? seconds * 1000 : null
}

/** Begins to read, and goes on after a pause that the ERP asks for (case G86); what was read stays when a page fails. */
export const startReading = ({ id, erpId, erp, between, clock, wait }: ReadingParts): Reading => {
  const now = (): string => new Date(clock()).toISOString()
  const startedAt = now()
  const invoices = new Map<string, OverdueInvoice>()
  let state: CandidateListing['state'] = 'reading'
  let readAt: string | null = null
  let problem: CandidateListing['problem'] = null
  let page = 0
  let pages: number | null = null
  let unread = 0
  let known: { debts: OverdueDebt[]; total: CandidateListing['total'] } | null = null
  let waitsUntil: string | null = null
  const end = Promise.withResolvers<void>()
  const over = new AbortController()

  const finish = (how: Exclude<CandidateListing['state'], 'reading'>, failure: AppError | null): void => {
    if (state !== 'reading') return
    state = how
    readAt = now()
    problem = failure && errorBody(failure)
    waitsUntil = null
    over.abort()
    end.resolve()
  }

  /** Null when it was interrupted meanwhile. */
  const pageAt = async (next: number, waits = 0): Promise<OverduePage | null> => {
    try {
      const answer = await erp.overduePage(between, next)
      return state === 'reading' ? answer : null
    } catch (thrown) {
      const error = asAppError(thrown)
      const milliseconds = waitOf(error)
      if (milliseconds === null || waits >= mostWaits) throw error
      if (state !== 'reading') return null
      waitsUntil = new Date(clock() + milliseconds).toISOString()
      await wait(milliseconds, over.signal)
      waitsUntil = null
      return state === 'reading' ? pageAt(next, waits + 1) : null
    }
  }

  const readAll = async (): Promise<void> => {
    let first: string | undefined
    for (let next: number | null = 0; next !== null;) {
      const answer = await pageAt(next)
      if (!answer) return
      const [top] = answer.invoices
      // The same page once more: its number is not understood, and the rest would never come.
      if (top && top.id === first) throw new AppError('erp-filter-ignored')
      first = top?.id
      // The list may move between two pages: a row that comes again is the newer word about its invoice.
      for (const invoice of answer.invoices) invoices.set(invoice.id, invoice)
      unread += answer.unread
      page = next + 1
      pages = answer.pages
      known = null
      next = answer.nextPage
    }
    finish('done', null)
  }
  void readAll().catch((thrown: unknown) => finish('failed', asAppError(thrown)))

  const grouped = () => {
    if (known) return known
    const debts = overdueDebts(invoices.values())
    known = { debts, total: totalsOf(debts) }
    return known
  }

  return {
    id,
    erpId,
    erp,
    told: () => ({
      id,
      erpId,
      state,
      startedAt,
      readAt,
      progress: { page, pages, invoices: invoices.size },
      waitsUntil,
      unread,
      total: grouped().total,
      problem,
    }),
    debts: () => grouped().debts,
    cancel: () => finish('cancelled', new AppError('listing-cancelled')),
    ended: end.promise,
  }
}
