import { useEffect, useState } from 'preact/hooks'
import type { BatchItem, BatchItemState } from '../../../shared/api.ts'
import type { AppError } from '../../../shared/errors.ts'
import { itemReader, noItems } from './item-reader.ts'
import { itemPageSize, readItemPage } from './read-items.ts'

export interface Items {
  /** Null until the first page is read. */
  total: number | null
  error: AppError | null
  /** Undefined while it is not read. */
  at: (index: number) => BatchItem | undefined
  again: () => void
}

interface ItemsParts {
  batchId: string
  states: readonly BatchItemState[]
  version: string
}

/** Pages of debts, the first and the last one. */
export interface PageRange {
  from: number
  to: number
}

/** The debts of a batch, read where they are in sight. */
export const useItems = ({ batchId, states, version }: ItemsParts, { from, to }: PageRange): Items => {
  const of = [batchId, ...states].join(' ')
  const [held, setHeld] = useState(() => noItems(of))
  const [want] = useState(() => itemReader(setHeld))
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    const pages = Array.from({ length: to - from + 1 }, (_, at) => from + at)
    want({ of, version, pages, read: (row) => readItemPage(batchId, states, row) })
    // `of` stands for the batch and its states
  }, [of, version, from, to, attempt, want])

  const mine = held.of === of ? held : noItems(of)
  return {
    total: mine.total,
    error: mine.error,
    at: (index) => mine.pages.get(Math.floor(index / itemPageSize))?.[index % itemPageSize],
    again: () => setAttempt(attempt + 1),
  }
}
