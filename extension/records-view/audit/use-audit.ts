import { useEffect, useRef, useState } from 'preact/hooks'
import type { AuditEntry, AuditPage } from '../../../shared/api.ts'
import type { AppError } from '../../../shared/errors.ts'
import { asAppError } from '../../../shared/errors.ts'
import { call } from '../../messaging/call.ts'
import type { AuditFilter } from './audit-filter.ts'

const pageSize = 50

export interface Audit {
  /** Null until the first page of this filter has been read. */
  entries: AuditEntry[] | null
  /** Everybody who did something in the period last read. */
  actors: readonly string[]
  hasMore: boolean
  isReadingMore: boolean
  error: AppError | null
  more: () => void
  /** Reads from the newest again. */
  again: () => void
}

interface Held {
  of: string
  entries: AuditEntry[] | null
  next: string | null
  error: AppError | null
}

const nothing = (of: string): Held => ({ of, entries: null, next: null, error: null })

/** What comes in while pages are read may push an act onto the next one. */
const join = (known: readonly AuditEntry[], page: readonly AuditEntry[]): AuditEntry[] => {
  const ids = new Set(known.map(({ id }) => id))
  return [...known, ...page.filter(({ id }) => !ids.has(id))]
}

/** The acts of a filter, page by page, read when a person asks and never by itself: reading them is noted. */
export const useAudit = (filter: AuditFilter | null): Audit => {
  const [readings, setReadings] = useState(0)
  const of = `${readings} ${JSON.stringify(filter)}`
  const [held, setHeld] = useState<Held>(() => nothing(of))
  const [actors, setActors] = useState<readonly string[]>([])
  const [isReadingMore, setReadingMore] = useState(false)
  const current = useRef(of)
  current.current = of
  const mine = held.of === of ? held : nothing(of)

  const read = async (after: string | null, take: (page: AuditPage) => Held) => {
    if (!filter) return
    try {
      const page = await call('auditTrail', { ...filter, after, limit: pageSize })
      if (current.current !== of) return
      setHeld(take(page))
      setActors(page.actors)
    } catch (thrown) {
      if (current.current === of)
        setHeld((known) => ({ ...(known.of === of ? known : nothing(of)), error: asAppError(thrown) }))
    }
  }

  useEffect(() => {
    setReadingMore(false)
    void read(null, ({ entries, next }) => ({ of, entries, next, error: null }))
    // `read` is new on each render; what is read is named by `of`
  }, [of])

  const more = async () => {
    const { entries, next } = mine
    if (!entries || next === null || isReadingMore) return
    setReadingMore(true)
    setHeld({ ...mine, error: null })
    await read(next, (page) => ({ of, entries: join(entries, page.entries), next: page.next, error: null }))
    if (current.current === of) setReadingMore(false)
  }

  return {
    entries: mine.entries,
    actors,
    hasMore: mine.next !== null,
    isReadingMore,
    error: mine.error,
    more: () => void more(),
    again: () => setReadings((known) => known + 1),
  }
}
