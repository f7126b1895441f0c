import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import type { Review } from './review.ts'
import { sessionReviews, untouched } from './review.ts'

export interface Reviewing {
  /** Null until the memory was read. */
  review: Review | null
  /** Shows and keeps it; resolves once it is kept. */
  change: (part: Partial<Review>) => Promise<void>
  /** The batch has gone on: nothing of it is kept. */
  drop: () => void
}

/** What was chosen and typed about one batch, kept with each change. `id` names it. */
export const useReview = (id: string): Reviewing => {
  const reviews = useMemo(() => sessionReviews(browser.storage.session), [])
  const [review, setReview] = useState<Review | null>(null)
  const newest = useRef<Review>(untouched)

  const show = (next: Review) => {
    newest.current = next
    setReview(next)
  }
  useEffect(() => {
    let isLeft = false
    setReview(null)
    const read = async () => {
      const kept = await reviews.read(id).catch(() => untouched)
      if (!isLeft) show(kept)
    }
    void read()
    return () => {
      isLeft = true
    }
  }, [reviews, id])

  return {
    review,
    change: async (part) => {
      show({ ...newest.current, ...part })
      await reviews.keep(id, newest.current)
    },
    drop: () => void reviews.drop(id).catch(() => undefined),
  }
}
