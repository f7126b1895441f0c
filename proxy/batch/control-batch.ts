import type { BatchState } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import type { PersonAct } from '../negativation/person-act.ts'
import type { BatchRecord } from '../store/records.ts'
import type { BatchReader } from './batch-reader.ts'
import { batchStateError } from './batch-state-error.ts'
import type { BatchBook, BatchChange } from './book.ts'
import type { Departure } from './departure-check.ts'
import type { ItemStates } from './item-states.ts'
import type { BatchRunner } from './runner.ts'

export interface ControlBatchDeps {
  book: Pick<BatchBook, 'get' | 'change'>
  states: ItemStates
  departure: Departure
  reader: Pick<BatchReader, 'cancel'>
  runner: Pick<BatchRunner, 'start' | 'halt'>
  finish: (batchId: string) => Promise<BatchRecord | null>
  clock: Clock
  onFailure: (thrown: unknown) => void
}

const resting: ReadonlySet<BatchState> = new Set(['paused', 'stopped', 'interrupted'])
/** Nothing of it can have left. */
const unsent: ReadonlySet<BatchState> = new Set(['reading', 'draft', 'approval'])

/** What persons do with a batch that is there: pause, go on, give up what has not left. */
export const batchControl = (deps: ControlBatchDeps) => {
  const { book, states, departure, reader, runner, finish, clock, onFailure } = deps
  const halting = new Set<Promise<void>>()

  /** What is being sent comes to its end first; nobody waits for it. */
  const halt = (id: string): void => {
    const end = async (): Promise<void> => {
      await runner.halt(id)
      await finish(id)
    }
    const task: Promise<void> = end()
      .catch(onFailure)
      .finally(() => halting.delete(task))
    halting.add(task)
  }

  /** The batch as it has become, or as it is when it was `already` so. @throws `batch-state` */
  const move = async (
    id: string,
    already: BatchState,
    decide: (batch: BatchRecord) => BatchChange | null,
  ): Promise<{ batch: BatchRecord; hasMoved: boolean }> => {
    const moved = await book.change(id, decide)
    if (moved) return { batch: moved, hasMoved: true }
    const batch = await book.get(id)
    if (batch.state !== already) throw batchStateError(batch)
    return { batch, hasMoved: false }
  }

  return {
    /** Takes no further item; what is being sent comes to its end. @throws `batch-unknown`, `batch-state` */
    pause: async (id: string, actor: string): Promise<BatchRecord> => {
      const { batch, hasMoved } = await move(id, 'paused', ({ state }) =>
        state === 'running'
          ? {
              fields: { state: 'paused' },
              entry: { event: 'paused', actor, text: null },
              // To hold something back never fails for want of space.
              isOutcome: true,
            }
          : null,
      )
      if (hasMoved) halt(id)
      return batch
    },
    /**
     * A person's act: goes on with what waits, after a pause, a stop or a restart, also before a platform wanted to be asked again.
     * @throws `batch-unknown`, `batch-state`, `batch-over-daily-limit` when nothing may leave today, and as `Departure.assertOpen`
     */
    resume: async (act: PersonAct, id: string): Promise<BatchRecord> => {
      const before = await book.get(id)
      if (resting.has(before.state)) {
        await departure.assertOpen(before)
        const { waiting } = (await states.of(id)).counts()
        await departure.assertWithinDay(waiting, Math.min(waiting, 1))
      }
      const { batch } = await move(id, 'running', ({ state }) =>
        resting.has(state)
          ? {
              fields: { state: 'running', stop: null },
              entry: { event: 'resumed', actor: act.actor, text: null },
            }
          : null,
      )
      runner.start(act, id)
      return batch
    },
    /** Gives up a draft, or what has not left; what is being sent comes to its end. @throws `batch-unknown`, `batch-state` */
    cancel: async (id: string, actor: string): Promise<BatchRecord> => {
      const { batch, hasMoved } = await move(id, 'cancelled', ({ state }) =>
        state === 'cancelled' || state === 'done'
          ? null
          : {
              fields: {
                state: 'cancelled',
                stop: null,
                endedAt: unsent.has(state) ? new Date(clock()).toISOString() : null,
              },
              entry: { event: 'cancelled', actor, text: null },
              isOutcome: true,
            },
      )
      reader.cancel(id)
      if (hasMoved && batch.endedAt === null) halt(id)
      return batch
    },
    /** Resolves when nothing is coming to its end. */
    idle: async (): Promise<void> => {
      while (halting.size > 0) await Promise.all(halting)
    },
  }
}
