import type { Batch, OperationOutput, OperationParsed, Simulation } from '../../shared/api.ts'
import { today } from '../../shared/business-time.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Registry } from '../integrations/registry.ts'
import type { PersonAct } from '../negativation/person-act.ts'
import type { RecordIndex } from '../negativation/record-index.ts'
import { readInclusionPolicy } from '../policy/inclusion-policy.ts'
import type { BatchRecord, IntegrationRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import type { BatchPart } from './assemble.ts'
import type { BatchReader } from './batch-reader.ts'
import { batchStateError } from './batch-state-error.ts'
import type { Viewer } from './batch-view.ts'
import { batchView } from './batch-view.ts'
import type { beginBatch } from './begin-batch.ts'
import type { BatchBook } from './book.ts'
import type { BatchAct, batchConfirmer } from './confirm-batch.ts'
import type { batchControl } from './control-batch.ts'
import type { ItemStates } from './item-states.ts'
import type { BatchRunner } from './runner.ts'
import { simulate } from './simulation.ts'

export interface BatchServiceDeps {
  store: Store
  book: Pick<BatchBook, 'get' | 'list' | 'items'>
  registry: Pick<Registry, 'list'>
  index: Pick<RecordIndex, 'sentOn'>
  states: ItemStates
  reader: Pick<BatchReader, 'progress'>
  runner: Pick<BatchRunner, 'progress'>
  begin: ReturnType<typeof beginBatch>
  confirmer: ReturnType<typeof batchConfirmer>
  control: ReturnType<typeof batchControl>
  itemPage: (input: OperationParsed<'batchItems'>) => Promise<OperationOutput<'batchItems'>>
  clock: Clock
}

/** Who asks: the name for the log, and what he may see. */
export interface BatchCaller extends Viewer {
  actor: string
}

/** What persons do with batches. Each act can be repeated: it is done once, and a repetition gives the batch as it is. */
export interface BatchService {
  draft(part: BatchPart, caller: BatchCaller): Promise<OperationOutput<'batchDraft'>>
  /** Newest first, at most 50. */
  list(viewer: Viewer): Promise<Batch[]>
  /** @throws `batch-unknown` */
  get(id: string, viewer: Viewer): Promise<Batch>
  /** @throws `batch-unknown`, `batch-state` before everybody was read */
  simulation(input: OperationParsed<'batchSimulation'>): Promise<Simulation>
  items(input: OperationParsed<'batchItems'>): Promise<OperationOutput<'batchItems'>>
  confirm(act: BatchAct, input: OperationParsed<'batchConfirm'>, viewer: Viewer): Promise<Batch>
  approve(act: BatchAct, input: OperationParsed<'batchApprove'>, viewer: Viewer): Promise<Batch>
  pause(id: string, caller: BatchCaller): Promise<Batch>
  resume(act: PersonAct, id: string, viewer: Viewer): Promise<Batch>
  cancel(id: string, caller: BatchCaller): Promise<Batch>
}

const mostListed = 50

/** What the administrator says that one inclusion costs; null when he did not, or the integration is gone. */
const unitPriceOf = (integration: IntegrationRecord | undefined): number | null =>
  integration?.products.find(({ kind, priceCents }) => kind === 'inclusion' && priceCents !== null)
    ?.priceCents ?? null

export const batchService = (deps: BatchServiceDeps): BatchService => {
  const { store, book, registry, index, states, reader, runner, confirmer, control, clock } = deps

  const view = async (batch: BatchRecord, viewer: Viewer): Promise<Batch> => {
    const counts = (await states.of(batch.id)).counts()
    const facts = { counts, read: reader.progress(batch.id), progress: runner.progress(batch.id) }
    return batchView(batch, facts, viewer)
  }

  return {
    draft: async (part, caller) => {
      const { batch, missing } = await deps.begin(part, caller.actor)
      return { batch: batch && (await view(batch, caller)), missing }
    },
    list: async (viewer) => {
      const batches: Batch[] = []
      for (const batch of (await book.list()).slice(0, mostListed)) batches.push(await view(batch, viewer))
      return batches
    },
    get: async (id, viewer) => view(await book.get(id), viewer),
    simulation: async ({ id, accepted }) => {
      const batch = await book.get(id)
      if (batch.seal === null) throw batchStateError(batch)
      const integration = (await registry.list()).find((each) => each.id === batch.integrationId)
      return simulate({
        items: await book.items(id),
        accepted,
        seal: batch.seal,
        policy: await readInclusionPolicy(store),
        unitCents: unitPriceOf(integration),
        sentToday: await index.sentOn(today(clock)),
      })
    },
    items: (input) => deps.itemPage(input),
    confirm: async (act, input, viewer) => view(await confirmer.confirm(act, input), viewer),
    approve: async (act, input, viewer) => view(await confirmer.approve(act, input), viewer),
    pause: async (id, caller) => view(await control.pause(id, caller.actor), caller),
    resume: async (act, id, viewer) => view(await control.resume(act, id), viewer),
    cancel: async (id, caller) => view(await control.cancel(id, caller.actor), caller),
  }
}
