import type { Clock, Random } from '../shared/clock.ts'
import { partAssembly } from './batch/assemble.ts'
import { batchReader } from './batch/batch-reader.ts'
import { beginBatch } from './batch/begin-batch.ts'
import { batchBook } from './batch/book.ts'
import { batchConfirmer } from './batch/confirm-batch.ts'
import { batchControl } from './batch/control-batch.ts'
import { departureCheck } from './batch/departure-check.ts'
import { finishBatch } from './batch/finish.ts'
import { batchItemPage } from './batch/item-page.ts'
import { itemStates } from './batch/item-states.ts'
import { oldBatches } from './batch/old-batches.ts'
import { openBatches } from './batch/open-batches.ts'
import { batchRecovery } from './batch/recovery.ts'
import { timerWait } from './batch/run-wait.ts'
import { createBatchRunner } from './batch/runner.ts'
import { batchService } from './batch/service.ts'
import type { ErpPool } from './erps/erp-pool.ts'
import type { Registry } from './integrations/registry.ts'
import type { Confirmer } from './negativation/confirm.ts'
import type { Drafts } from './negativation/draft.ts'
import type { Ledger } from './negativation/ledger.ts'
import type { RecordIndex } from './negativation/record-index.ts'
import type { Sender } from './negativation/sender.ts'
import { readInclusionPolicy } from './policy/inclusion-policy.ts'
import type { Work } from './regular-work.ts'
import { batchesHandlers } from './routes/batches.ts'
import type { Store } from './store/store.ts'

const minute = 60_000
const hour = 60 * minute

interface BatchServicesDeps {
  store: Store
  registry: Registry
  ledger: Ledger
  erps: ErpPool
  index: RecordIndex
  drafts: Drafts
  confirmer: Confirmer
  sender: Sender
  clock: Clock
  elapsed: () => number
  random: Random
  onFailure: (thrown: unknown) => void
}

/** Many debts by one act of a person, put together from its ports. What runs by itself in here gives up, ends and reads; it never sends. */
export const batchServices = (deps: BatchServicesDeps) => {
  const { store, registry } = deps
  const book = batchBook(deps)
  const states = itemStates({ ...deps, book })
  const finish = finishBatch({ ...deps, book, states })
  const runner = createBatchRunner({
    ...deps,
    book,
    states,
    policy: () => readInclusionPolicy(store),
    finish,
  })
  const reader = batchReader({ ...deps, book, wait: timerWait })
  const departure = departureCheck(deps)
  const control = batchControl({ ...deps, book, states, departure, reader, runner, finish })
  const recovery = batchRecovery({ ...deps, book })
  const service = batchService({
    ...deps,
    registry,
    book,
    states,
    reader,
    runner,
    begin: beginBatch({ ...deps, assembly: partAssembly(deps), book, reader }),
    confirmer: batchConfirmer({ ...deps, book, departure, runner }),
    control,
    itemPage: batchItemPage({ ...deps, book, states }),
  })
  const works: Work[] = [
    { every: 0, run: () => recovery.run() },
    { every: minute, run: openBatches({ store, finish }) },
    { every: hour, run: oldBatches({ ...deps, book }) },
  ]
  return {
    handlers: batchesHandlers(service),
    works,
    recover: () => recovery.run(),
    idle: async (): Promise<void> => {
      await Promise.all([reader.idle(), runner.idle()])
      await control.idle()
    },
    stop: async (): Promise<void> => {
      await Promise.all([reader.stop(), runner.stop()])
      await control.idle()
    },
  }
}
