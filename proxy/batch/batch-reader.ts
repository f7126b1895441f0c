import type { Random } from '../../shared/clock.ts'
import { errorBody } from '../../shared/error-body.ts'
import { AppError, asAppError } from '../../shared/errors.ts'
import type { SelectedDebt } from '../../shared/api.ts'
import type { DebtReading, Drafts } from '../negativation/draft.ts'
import { program } from '../negativation/ledger.ts'
import type { BatchRecord } from '../store/records.ts'
import { batchSealOf } from './batch-seal.ts'
import type { BatchBook, BatchChange } from './book.ts'
import { itemTotals } from './item-totals.ts'
import type { ItemPlace } from './read-item.ts'
import type { ReadingDeps, WholeReading } from './reading.ts'
import { readEverybody } from './reading.ts'

/** Reads the debts of drafts at the ERP, in the service: closing the popup ends nothing (case G57). */
export interface BatchReader {
  /** Begins with a batch that is `reading` on disk, and makes it a `draft`. */
  start(batch: BatchRecord, debts: readonly SelectedDebt[]): void
  /** How many have been read; null for a batch that is not being read. */
  progress(batchId: string): number | null
  /** Ends it; the batch has left `reading` on disk already. */
  cancel(batchId: string): void
  /** Resolves when nothing is being read. */
  idle(): Promise<void>
  /** Ends all of them, as they are. */
  stop(): Promise<void>
}

export interface BatchReaderDeps extends Pick<ReadingDeps, 'wait'> {
  book: Pick<BatchBook, 'change'>
  drafts: Pick<Drafts, 'readDebt'>
  random: Random
  clock: () => number
  onFailure: (thrown: unknown) => void
}

const keyBytes = 16

/** What was read is frozen in one commit. */
const readChange = ({ items, problem }: WholeReading): BatchChange => ({
  fields: {
    state: 'draft',
    selected: itemTotals(items),
    seal: batchSealOf(items),
    readProblem: problem && errorBody(problem),
  },
  entry: { event: 'read', actor: program, text: null },
  items,
})

export const batchReader = (deps: BatchReaderDeps): BatchReader => {
  const { book, drafts, random, wait, clock, onFailure } = deps
  const jobs = new Map<string, { read: number; ending: AbortController; done: Promise<void> }>()

  /** @throws `batch-changed` when the integration became another one while it was read (case G56) */
  const readAs =
    ({ erpId, integrationId, reason, environment, creditor }: BatchRecord) =>
    async ({ asked }: ItemPlace): Promise<DebtReading> => {
      const reading = await drafts.readDebt({ ...asked, erpId, integrationId, reasonCode: reason.code })
      const { shown } = reading.debt ?? {}
      if (shown && (shown.environment !== environment || shown.creditor !== creditor))
        throw new AppError('batch-changed')
      return reading
    }

  const keep = async (id: string, whole: WholeReading): Promise<void> => {
    try {
      await book.change(id, ({ state }) => (state === 'reading' ? readChange(whole) : null))
    } catch (thrown) {
      onFailure(thrown)
      // What was read is lost with the memory; the selection is not, so that it can be read again.
      await book.change(id, ({ state }) =>
        state === 'reading'
          ? {
              fields: { state: 'cancelled', endedAt: new Date(clock()).toISOString() },
              entry: { event: 'cancelled', actor: program, text: errorBody(asAppError(thrown)).text },
              isOutcome: true,
            }
          : null,
      )
    }
  }

  return {
    start: (batch, debts) => {
      const { id } = batch
      const places = debts.map((asked, index) => ({
        batchId: id,
        position: index + 1,
        asked,
        key: Buffer.from(random(keyBytes)).toString('base64url'),
      }))
      const ending = new AbortController()
      const job = { read: 0, ending, done: Promise.resolve() }
      const onRead = (): void => void (job.read += 1)
      const run = async (): Promise<void> => {
        const whole = await readEverybody(places, { read: readAs(batch), wait }, onRead, ending.signal)
        if (!ending.signal.aborted) await keep(id, whole)
      }
      job.done = run()
        .catch(onFailure)
        .finally(() => void jobs.delete(id))
      jobs.set(id, job)
    },
    progress: (batchId) => jobs.get(batchId)?.read ?? null,
    cancel: (batchId) => jobs.get(batchId)?.ending.abort(),
    idle: async () => {
      while (jobs.size > 0) await Promise.all([...jobs.values()].map(({ done }) => done))
    },
    stop: async () => {
      for (const { ending } of jobs.values()) ending.abort()
      await Promise.all([...jobs.values()].map(({ done }) => done))
    },
  }
}
