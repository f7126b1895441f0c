import { useEffect, useState } from 'preact/hooks'
import type { Query } from '../../shared/api.ts'
import type { Document } from '../../shared/document.ts'
import type { AppError } from '../../shared/errors.ts'
import { asAppError } from '../../shared/errors.ts'
import { call } from '../messaging/call.ts'

export interface History {
  /** Newest first; null until read. */
  queries: Query[] | null
  error: AppError | null
  readAgain: () => void
}

interface Reading {
  of: Document
  queries: Query[] | null
  error: AppError | null
}

/** The earlier queries of a document, read again whenever `change` is another. An answer for a document left behind is dropped. */
export const useHistory = (document: Document | null, change: string): History => {
  const [reading, setReading] = useState<Reading | null>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (!document) return undefined
    let isCurrent = true
    const read = async () => {
      const result = await call('queryHistory', { document }).then(
        ({ queries }) => ({ queries, error: null }),
        (thrown: unknown) => ({ queries: null, error: asAppError(thrown) }),
      )
      if (isCurrent) setReading({ of: document, ...result })
    }
    void read()
    return () => {
      isCurrent = false
    }
  }, [document, change, tries])

  const known = reading?.of === document ? reading : null
  return {
    queries: known?.queries ?? null,
    error: known?.error ?? null,
    readAgain: () => {
      setReading(null)
      setTries((count) => count + 1)
    },
  }
}
