import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { CandidateListing } from '../../../shared/api.ts'
import type { AppError } from '../../../shared/errors.ts'
import { asAppError } from '../../../shared/errors.ts'
import type { News, Shown } from './read-listing.ts'
import { readListing } from './read-listing.ts'

export interface ListingState {
  /** Null before the first rows came. */
  shown: Shown | null
  /** What the service is reading now. */
  reading: CandidateListing | null
  /** Candidates fetched so far of a listing that is being fetched. */
  fetched: { count: number; total: number } | null
  /** The service does not answer for the moment. */
  isLost: boolean
  error: AppError | null
  isBusy: boolean
}

const idle: ListingState = {
  shown: null,
  reading: null,
  fetched: null,
  isLost: false,
  error: null,
  isBusy: true,
}

/** A complete list stays in sight until the next one is complete; an incomplete one gives way to what is newer. */
const older = (known: Shown | null, next: Shown): Shown => (known?.isWhole ? known : next)

const withNews = (known: ListingState, news: News): ListingState => {
  if (news.news === 'lost') return { ...known, isLost: true }
  const calm = { ...known, isLost: false, error: null }
  if (news.news === 'loaded')
    return { ...calm, shown: news.shown, reading: null, fetched: null, isBusy: false }
  const { listing } = news
  if (news.news === 'reading') {
    const first = news.first && older(known.shown, { listing, model: news.first, isWhole: false })
    return { ...calm, reading: listing, ...(first && { shown: first }) }
  }
  return {
    ...calm,
    reading: null,
    fetched: { count: news.model.entries.length, total: listing.total.debts },
    shown: older(known.shown, { listing, model: news.model, isWhole: false }),
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** The overdue invoices of an ERP: what the service has is shown at once, and read again on a person's wish. */
export const useListing = (erpId: string) => {
  const [state, setState] = useState(idle)
  const running = useRef(new AbortController())
  const hasWhole = state.shown?.isWhole ?? false

  const read = useCallback(
    (again: boolean, isEager: boolean) => {
      running.current.abort()
      const own = new AbortController()
      running.current = own
      const { signal } = own
      setState((known) => ({ ...known, error: null, isBusy: true }))
      const onNews = (news: News) => {
        if (!signal.aborted) setState((known) => withNews(known, news))
      }
      readListing({ erpId, again, isEager, signal, wait: pause, onNews }).catch((thrown: unknown) => {
        if (signal.aborted) return
        const error = asAppError(thrown)
        setState((known) => ({ ...known, error, reading: null, fetched: null, isLost: false, isBusy: false }))
      })
    },
    [erpId],
  )

  useEffect(() => {
    read(false, true)
    return () => running.current.abort()
  }, [read])

  return { ...state, read: (again: boolean) => read(again, !hasWhole) }
}
