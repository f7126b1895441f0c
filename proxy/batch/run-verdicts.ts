import type { BatchStop } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import { errorBody } from '../../shared/error-body.ts'
import { asAppError } from '../../shared/errors.ts'
import { program } from '../negativation/ledger.ts'
import type { BatchItemEnd, BatchItemRecord } from '../store/records.ts'
import type { Attempts, GoingItem } from './attempt.ts'
import type { BatchBook, BatchChange } from './book.ts'
import { insist } from './run-insist.ts'
import type { InsistDeps } from './run-insist.ts'
import type { runItems } from './run-items.ts'
import type { RunState } from './run-state.ts'
import { noteEnd } from './run-state.ts'
import type { Verdict } from './stop-rules.ts'
import { mostTries, stopAfter, streaksAfter } from './stop-rules.ts'

export interface RunVerdictsDeps extends InsistDeps {
  book: Pick<BatchBook, 'change' | 'keepItems'>
  items: ReturnType<typeof runItems>
  attempts: Pick<Attempts, 'giveUp'>
  clock: Clock
  /** Monotonic milliseconds. */
  elapsed: () => number
}

/** Before the next try of an item that failed; milliseconds. */
const pause = 5_000

const stopped =
  (stop: BatchStop) =>
  ({ state }: { state: string }): BatchChange | null =>
    state === 'running'
      ? {
          fields: { state: 'stopped', stop },
          entry: { event: 'stopped', actor: program, text: stop.problem?.text ?? null },
          isOutcome: true,
        }
      : null

/** What the attempts of a run make of its items, and of the run. */
export const runVerdicts = (deps: RunVerdictsDeps, state: RunState, batchId: string) => {
  const { book, items, attempts, clock, elapsed, onFailure } = deps
  const { halting, queue } = state

  /** Ends the run; on disk when it resolves, unless a person was quicker. */
  const stop = (why: BatchStop): Promise<void> => {
    halting.abort()
    return insist(() => book.change(batchId, stopped(why)), deps)
  }

  const end = async (item: GoingItem, rest: Omit<BatchItemEnd, 'at'>): Promise<void> => {
    await attempts.giveUp(item)
    await book.keepItems([{ ...item, end: { at: new Date(clock()).toISOString(), ...rest } }], true)
    noteEnd(state, elapsed())
  }

  const tryLater = async (item: GoingItem, problem: BatchItemRecord['problem']): Promise<void> => {
    const next = { ...item, tries: item.tries + 1, problem }
    if (next.tries < mostTries) {
      queue.put(next, elapsed() + pause)
      return book.keepItems([next], true)
    }
    return end(next, { state: 'failed', problem, changes: [], negativationId: null })
  }

  /** What is being made ready is thrown away: after the wait it would be old, or it met the same wait. */
  const waitFor = (item: GoingItem, milliseconds: number): void => {
    state.waitUntil = Math.max(state.waitUntil, elapsed() + milliseconds)
    queue.put(item)
    for (const each of state.line) queue.put(each.item)
    state.line = []
  }

  const settle = async (item: GoingItem, verdict: Verdict): Promise<void> => {
    switch (verdict.kind) {
      case 'again':
        return tryLater(item, verdict.problem)
      case 'wait':
        return waitFor(item, verdict.milliseconds)
      case 'stop':
        if (verdict.isSpent) await items.renew(item)
        return
      case 'skip': {
        const { problem, changes, reasons, negativationId } = verdict
        const seen = reasons.length > 0 ? { ...item, reasons } : item
        return end(seen, { state: 'skipped', problem, changes, negativationId })
      }
      case 'sent':
      case 'refused':
      case 'unknown':
        return noteEnd(state, elapsed())
    }
  }

  return {
    stop,
    /** Keeps what the attempt made of the item, and stops the run when it has to; never rejects. */
    judge: async (item: GoingItem, verdict: Verdict): Promise<void> => {
      state.streaks = streaksAfter(state.streaks, verdict)
      let why = halting.signal.aborted ? null : stopAfter(verdict, state.streaks, clock())
      // Before anything is written, so that nothing more is begun meanwhile.
      if (why) halting.abort()
      try {
        await settle(item, verdict)
      } catch (thrown) {
        onFailure(thrown)
        if (!halting.signal.aborted)
          why = { cause: 'disk-full', problem: errorBody(asAppError(thrown)), until: null }
      }
      if (why) await stop(why)
    },
  }
}
