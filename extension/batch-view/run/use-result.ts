import { useEffect, useState } from 'preact/hooks'
import type { Batch, BatchItem } from '../../../shared/api.ts'
import type { AppError } from '../../../shared/errors.ts'
import { asAppError } from '../../../shared/errors.ts'
import { readItems } from './read-items.ts'

export interface Result {
  /** Null until all of them are read; those of the last reading while a newer one is under way. */
  items: readonly BatchItem[] | null
  done: number
  total: number
  error: AppError | null
  /** Reads them again. */
  again: () => void
}

/** Every debt of an ended batch, read again when one of them comes to another end: an unknown one may still be found. */
export const useResult = ({ id, counts }: Batch): Result => {
  const [state, setState] = useState<Omit<Result, 'again'>>({ items: null, done: 0, total: 0, error: null })
  const [attempt, setAttempt] = useState(0)
  const version = JSON.stringify(counts)

  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const onProgress = (done: number, total: number) => {
      if (!signal.aborted) setState((known) => ({ ...known, done, total, error: null }))
    }
    const read = async () => {
      try {
        const items = await readItems(id, { signal, onProgress })
        if (!signal.aborted) setState({ items, done: items.length, total: items.length, error: null })
      } catch (thrown) {
        if (!signal.aborted) setState((known) => ({ ...known, error: asAppError(thrown) }))
      }
    }
    void read()
    return () => controller.abort()
  }, [id, version, attempt])

  return { ...state, again: () => setAttempt(attempt + 1) }
}
