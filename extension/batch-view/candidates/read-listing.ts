import type { CandidateListing } from '../../../shared/api.ts'
import { candidatePageSize } from '../../../shared/batch-limits.ts'
import { call } from '../../messaging/call.ts'
import { follow } from '../../messaging/follow.ts'
import type { Model } from './model.ts'
import { modelBuilder, modelOf } from './model.ts'

export interface Shown {
  listing: CandidateListing
  model: Model
  /** Everything of a complete reading is in the model: what is not there is not overdue. */
  isWhole: boolean
}

export type News =
  /** The service reads; `first` are those most late so far, null when they are as they were. */
  | { news: 'reading'; listing: CandidateListing; first: Model | null }
  | { news: 'lost' }
  /** The service has read, its pages are being fetched. */
  | { news: 'loading'; listing: CandidateListing; model: Model }
  | { news: 'loaded'; shown: Shown }

interface ReadingParts {
  erpId: string
  /** Reads anew instead of taking what the service read before. */
  again: boolean
  /** Whether to tell what was read while the rest is still being read. */
  isEager: boolean
  signal: AbortSignal
  wait: (milliseconds: number) => Promise<void>
  onNews: (news: News) => void
}

/** More rows than a screen shows, and few enough to be there at once: the popup's first paint waits for them. */
const firstPageSize = 100

const pageAt = (id: string, from: number, signal: AbortSignal) =>
  call('candidates', { id, from, count: from === 0 ? firstPageSize : candidatePageSize }, { signal })

/** Follows a reading of the service to its end; null when the signal stopped it. */
const followReading = async (started: CandidateListing, parts: ReadingParts) => {
  const { isEager, signal, wait, onNews } = parts
  let read = 0
  const look = async () => {
    const listing = await call('candidateListing', { id: started.id }, { signal })
    const isNew = isEager && listing.state === 'reading' && listing.progress.page > read
    if (!isNew) return { listing, first: null }
    const { candidates } = await pageAt(listing.id, 0, signal)
    read = listing.progress.page
    return { listing, first: modelOf(candidates) }
  }
  const ended = await follow({
    look,
    isEnded: ({ listing }) => listing.state !== 'reading',
    wait,
    signal,
    onValue: ({ listing, first }) => {
      if (listing.state === 'reading') onNews({ news: 'reading', listing, first })
    },
    onLost: () => onNews({ news: 'lost' }),
  })
  return ended?.listing ?? null
}

/**
 * Has the service read the overdue invoices of an ERP, and fetches them page by page. Ends early when the signal stops it; the
 * service reads on then. Throws AppError.
 */
export const readListing = async (parts: ReadingParts): Promise<void> => {
  const { erpId, again, signal, onNews } = parts
  const started = await call('candidateStart', { erpId, again }, { signal })
  if (started.state === 'reading') onNews({ news: 'reading', listing: started, first: null })
  const listing = started.state === 'reading' ? await followReading(started, parts) : started
  if (!listing) return
  const withPage = modelBuilder()
  for (let from = 0; ;) {
    const { candidates, next } = await pageAt(listing.id, from, signal)
    const model = withPage(candidates)
    if (next === null)
      return onNews({ news: 'loaded', shown: { listing, model, isWhole: listing.state === 'done' } })
    onNews({ news: 'loading', listing, model })
    from = next
  }
}
