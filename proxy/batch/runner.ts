import type { InclusionPolicy } from '../../shared/api.ts'
import type { Clock, Random } from '../../shared/clock.ts'
import type { Confirmer } from '../negativation/confirm.ts'
import type { Drafts } from '../negativation/draft.ts'
import type { Ledger } from '../negativation/ledger.ts'
import type { PersonAct } from '../negativation/person-act.ts'
import type { RecordIndex } from '../negativation/record-index.ts'
import type { Sender } from '../negativation/sender.ts'
import type { Store } from '../store/store.ts'
import { attempts } from './attempt.ts'
import type { BatchBook } from './book.ts'
import type { ItemStates } from './item-states.ts'
import { createLanes } from './lane.ts'
import type { LaneLimits, Wait } from './lane.ts'
import { startRun } from './run-batch.ts'
import type { Run } from './run-batch.ts'
import { runItems } from './run-items.ts'
import { noProgress } from './run-state.ts'
import { timerWait } from './run-wait.ts'

/** How a running batch gets on; what the disk does not know. */
export interface RunProgress {
  /** Ends over the last half minute, times 1000 a second; null while it cannot be said. */
  perThousandSeconds: number | null
  secondsLeft: number | null
  /** ISO; a short wait that a platform asked for. */
  waitingUntil: string | null
}

/**
 * Sends the items of batches. A person's act starts or continues each one and lies in memory alone, so that a restart cannot send
 * (case G31).
 */
export interface BatchRunner {
  /** Begins with what waits. The batch is `running` on disk already. A second start of a batch that runs does nothing. */
  start(act: PersonAct, batchId: string): void
  /** Takes no further item; resolves when nothing of the batch is being sent. The batch has left `running` on disk already. */
  halt(batchId: string): Promise<void>
  progress(batchId: string): RunProgress
  /** Resolves when no batch runs. */
  idle(): Promise<void>
  /** Halts all of them. */
  stop(): Promise<void>
}

export interface BatchRunnerDeps {
  book: BatchBook
  states: ItemStates
  store: Pick<Store, 'query'>
  ledger: Pick<Ledger, 'get' | 'apply'>
  index: Pick<RecordIndex, 'byConfirmKey'>
  drafts: Pick<Drafts, 'refresh'>
  confirmer: Pick<Confirmer, 'ready' | 'intend' | 'begin'>
  /** Its `stop` breaks off what is being sent, which `BatchRunner.stop` waits for. */
  sender: Pick<Sender, 'send'>
  /** Asked again and again, so that a change is followed by batches that run. */
  policy: () => Promise<Pick<InclusionPolicy, 'batchAtOnce' | 'batchPerMinute'>>
  /** Called once nothing of a batch waits or is being sent; called again when it rejects. */
  finish: (batchId: string) => Promise<unknown>
  clock: Clock
  /** Monotonic milliseconds. */
  elapsed: () => number
  random: Random
  /** Default: the machine's own clock. */
  wait?: Wait
  /** Told of what could not be written; it is tried again, or the batch is stopped. */
  onFailure: (thrown: unknown) => void
}

export const createBatchRunner = (deps: BatchRunnerDeps): BatchRunner => {
  const { random, wait = timerWait } = deps
  const closing = new AbortController()
  const limits = async (): Promise<LaneLimits> => {
    const { batchAtOnce, batchPerMinute } = await deps.policy()
    return { atOnce: batchAtOnce, perMinute: batchPerMinute }
  }
  const newKey = (): string => Buffer.from(random(16)).toString('base64url')
  const shared = {
    ...deps,
    wait,
    limits,
    closing: closing.signal,
    items: runItems({ ...deps, newKey }),
    attempts: attempts(deps),
    lanes: createLanes({ ...deps, limits, wait }),
  }
  const runs = new Map<string, Run>()

  const halt = async (batchId: string): Promise<void> => {
    const run = runs.get(batchId)
    run?.halt()
    await run?.done
  }
  const whenDone = async (batchId: string, run: Run): Promise<void> => {
    await run.done
    if (runs.get(batchId) === run) runs.delete(batchId)
  }

  return {
    start: (act, batchId) => {
      const before = runs.get(batchId)
      if (closing.signal.aborted || (before && !before.isOver)) return
      // What the stopped run has under way comes to its end first, so that no item is sent by two.
      const run = startRun(shared, { act, batchId, after: before?.done ?? Promise.resolve() })
      runs.set(batchId, run)
      void whenDone(batchId, run)
    },
    halt,
    progress: (batchId) => runs.get(batchId)?.progress() ?? noProgress,
    idle: async () => {
      while (runs.size > 0) await Promise.all(Array.from(runs, ([id, run]) => whenDone(id, run)))
    },
    stop: async () => {
      closing.abort()
      await Promise.all([...runs.keys()].map(halt))
    },
  }
}
