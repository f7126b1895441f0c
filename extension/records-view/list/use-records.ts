import { useEffect, useRef, useState } from 'preact/hooks'
import type { AppError } from '../../../shared/errors.ts'
import { asAppError } from '../../../shared/errors.ts'
import type { Filters, Loaded } from './read-list.ts'
import { readList, readMore, refreshList } from './read-list.ts'

export interface Records {
  /** Null until the first page has been read; of the filters before while those chosen are being read. */
  loaded: Loaded | null
  isReading: boolean
  isReadingMore: boolean
  /** Why the last read failed; what was read before stays. */
  error: AppError | null
  more: () => void
}

/** Every so many ticks the nearest deadlines are read too. */
const dueEvery = 12

interface State {
  loaded: Loaded | null
  error: AppError | null
}

interface Line {
  of: Filters
  tail: Promise<void>
  waiting: number
}

/** The list by its filters: pages of 200, kept up to date in place with each tick. One read at a time for the same filters. */
export const useRecords = (filters: Filters, tick: number): Records => {
  const [state, setState] = useState<State>({ loaded: null, error: null })
  const [isReadingMore, setReadingMore] = useState(false)
  const newest = useRef<Loaded | null>(null)
  const line = useRef<Line>({ of: filters, tail: Promise.resolve(), waiting: 0 })
  if (line.current.of !== filters) line.current = { of: filters, tail: Promise.resolve(), waiting: 0 }
  const mine = line.current

  const enter = (read: (loaded: Loaded | null) => Promise<Loaded>): Promise<void> => {
    const step = async () => {
      const known = newest.current?.filters === filters ? newest.current : null
      try {
        const loaded = await read(known)
        if (line.current !== mine) return
        newest.current = loaded
        setState({ loaded, error: null })
      } catch (thrown) {
        if (line.current === mine) setState({ loaded: newest.current, error: asAppError(thrown) })
      } finally {
        mine.waiting -= 1
      }
    }
    mine.waiting += 1
    mine.tail = mine.tail.then(step)
    return mine.tail
  }

  useEffect(() => {
    // A tick that finds the line busy is left out: the next one is near
    if (mine.waiting > 0) return
    void enter((known) => (known ? refreshList(known, tick % dueEvery === 0) : readList(filters)))
  }, [filters, tick])

  const more = async () => {
    setReadingMore(true)
    await enter((known) => (known ? readMore(known) : readList(filters)))
    setReadingMore(false)
  }

  return {
    loaded: state.loaded,
    isReading: state.loaded?.filters !== filters && state.error === null,
    isReadingMore,
    error: state.error,
    more: () => {
      if (!isReadingMore) void more()
    },
  }
}
