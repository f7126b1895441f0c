import type { Erp } from '../erps/erp.ts'
import type { AdapterFailure } from './adapter-parts.ts'

interface RecordHealthParts {
  erp: Pick<Erp, 'route' | 'readRecord'>
  page: Document
  signal: AbortSignal
  report: (failure: AdapterFailure) => void
}

/** The slowest tenants take most of a minute to show their first page. */
const patienceMs = 60_000

/**
 * The failure that throws nothing: a customer's address whose page shows no record that the adapter can find. Gives the function to
 * call with each new address. A page that nobody looks at is not judged, and one that showed a record once is well.
 */
export const watchRecordHealth = ({
  erp,
  page,
  signal,
  report,
}: RecordHealthParts): ((address: URL) => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isJudged = false

  const judge = (): void => {
    if (signal.aborted || page.visibilityState !== 'visible') return
    isJudged = true
    if (erp.readRecord(page) === null) report({ part: 'readRecord' })
  }

  signal.addEventListener('abort', () => clearTimeout(timer))
  return (address) => {
    clearTimeout(timer)
    if (!isJudged && erp.route(address).kind === 'customer') timer = setTimeout(judge, patienceMs)
  }
}
