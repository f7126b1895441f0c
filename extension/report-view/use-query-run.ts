import { useEffect, useRef, useState } from 'preact/hooks'
import type { Query } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Draft } from '../features/query/draft.ts'
import { asAppError } from '../../shared/errors.ts'
import { call } from '../messaging/call.ts'
import { send } from '../messaging/send.ts'
import { followQuery } from './follow-query.ts'
import type { StartInput } from './pending-start.ts'
import { dropPendingStart, keepPendingStart, readPendingStart } from './pending-start.ts'
import type { QueryRun } from './query-run.ts'
import { startQuery } from './start-query.ts'
import { waitFor } from '../messaging/wait-for.ts'

export interface QueryRunner {
  run: QueryRun
  /** Starts, or asks again, by the key in `input`. */
  start: (input: StartInput) => void
  /** Shows a query that the service has: attaches to a running one, opens the kept answer of another. */
  open: (queryId: string, kept: boolean) => void
  /** Back to the form; what was started goes on in the service. */
  reset: () => void
}

/** The tab's query, from the press of the button to its answer, attached again after a reload (cases G57, G58). */
export const useQueryRun = (
  draftId: string | null,
  draft: Pick<Draft, 'queryId' | 'pdf'>,
  clock: Clock,
): QueryRunner => {
  const [run, setRun] = useState<QueryRun>({ at: 'form' })
  const current = useRef(new AbortController())

  const renew = (): AbortSignal => {
    current.current.abort()
    current.current = new AbortController()
    return current.current.signal
  }

  const note = async (queryId: string) => {
    if (!draftId) return
    await send('draft', { id: draftId, queryId })
    await dropPendingStart(draftId)
  }

  const follow = async (id: string, kept: boolean, signal: AbortSignal) => {
    try {
      const ended = await followQuery(id, {
        call,
        wait: (milliseconds) => waitFor(milliseconds, signal),
        signal,
        onQuery: (query) => {
          if (!signal.aborted && query.state === 'running') setRun({ at: 'running', query, lost: null })
        },
        onLost: () => {
          setRun((known) =>
            known.at === 'running' && known.lost === null ? { ...known, lost: clock() } : known,
          )
        },
      })
      if (ended) await show(ended, kept, signal)
    } catch (thrown) {
      if (!signal.aborted) setRun({ at: 'refused', error: asAppError(thrown) })
    }
  }

  const show = async (query: Query, kept: boolean, signal: AbortSignal) => {
    try {
      const html = query.hasAnswer ? (await call('queryAnswer', { id: query.id }, { signal })).html : null
      if (!signal.aborted) setRun({ at: 'ended', query, html, kept })
    } catch (thrown) {
      if (!signal.aborted) setRun({ at: 'unread', query, error: asAppError(thrown) })
    }
  }

  const attachTo = async (queryId: string, kept: boolean) => {
    const signal = renew()
    setRun({ at: 'attaching', since: clock() })
    await follow(queryId, kept, signal)
  }

  const begin = async (input: StartInput) => {
    const signal = renew()
    const since = clock()
    setRun({ at: 'starting', since, attempt: 1 })
    if (draftId) await keepPendingStart(draftId, input)
    const outcome = await startQuery(input, {
      call,
      wait: (milliseconds) => waitFor(milliseconds, signal),
      onAttempt: (attempt) => {
        if (!signal.aborted) setRun({ at: 'starting', since, attempt })
      },
    })
    if (signal.aborted) return
    if (outcome.at === 'unknown') {
      setRun({ at: 'unknown', error: outcome.error, input })
      return
    }
    if (outcome.at === 'started') {
      setRun({ at: 'running', query: outcome.query, lost: null })
      // A lost note costs nothing: the kept key still leads to the same query.
      await note(outcome.query.id).catch(() => undefined)
      await follow(outcome.query.id, false, signal)
      return
    }
    if (draftId) await dropPendingStart(draftId)
    setRun(
      outcome.at === 'repeated'
        ? { at: 'repeated', earlier: outcome.earlier, input }
        : { at: 'refused', error: outcome.error },
    )
  }

  const attach = async () => {
    if (!draftId) return
    if (draft.queryId) {
      await attachTo(draft.queryId, draft.pdf !== undefined)
      return
    }
    const pending = await readPendingStart(draftId)
    if (pending) setRun({ at: 'unknown', error: null, input: pending })
  }

  useEffect(() => {
    void attach()
    // Attaches once per draft; the rest is new on each render
  }, [draftId, draft.queryId])
  useEffect(
    () => () => {
      current.current.abort()
    },
    [],
  )

  return {
    run,
    start: (input) => void begin(input),
    open: (queryId, kept) => {
      void note(queryId).catch(() => undefined)
      void attachTo(queryId, kept)
    },
    reset: () => {
      renew()
      setRun({ at: 'form' })
    },
  }
}
