import type { Clock, Random } from '../../shared/clock.ts'
import type { ErpPool } from '../erps/erp-pool.ts'
import type { Registry } from '../integrations/registry.ts'
import { assertSetUp, inclusionReason } from '../negativation/inclusion-readiness.ts'
import { inTurn } from '../store/in-turn.ts'
import type { BatchRecord } from '../store/records.ts'
import type { Assembly, BatchPart, Selection } from './assemble.ts'
import type { BatchReader } from './batch-reader.ts'
import type { BatchBook } from './book.ts'
import { itemTotals } from './item-totals.ts'

export interface BeginBatchDeps {
  assembly: Assembly
  book: Pick<BatchBook, 'byKey' | 'create'>
  registry: Pick<Registry, 'get'>
  erps: Pick<ErpPool, 'get'>
  reader: Pick<BatchReader, 'start'>
  clock: Clock
  random: Random
}

/**
 * Takes a selection in parts; with the last missing one the batch is on disk and the reading begins. The same key again is the same
 * batch. Sends nothing. Resolves to the batch, or to how many parts are missing.
 * @throws `batch-too-large`, `batch-parts-differ`, `integration-unknown`, `inclusion-not-set-up`, `inclusion-reason-unknown`,
 * `erp-unknown`, `store-write-failed`, `disk-full`
 */
export const beginBatch = (deps: BeginBatchDeps) => {
  const { assembly, book, registry, erps, reader, clock, random } = deps
  const turn = inTurn()

  const begin = async (selection: Selection, actor: string): Promise<BatchRecord> => {
    const { key, erpId, integrationId, reasonCode, debts } = selection
    const integration = await registry.get(integrationId)
    const reason = inclusionReason(integration, reasonCode)
    assertSetUp(integration)
    await erps.get(erpId)
    const at = new Date(clock()).toISOString()
    const batch: BatchRecord = {
      id: Buffer.from(random(12)).toString('base64url'),
      state: 'reading',
      key,
      version: 0,
      createdAt: at,
      createdBy: actor,
      erpId,
      integrationId,
      integration: integration.description,
      creditor: integration.creditor,
      environment: integration.environment,
      reason,
      selected: itemTotals(debts.map((asked) => ({ asked, shown: null }))),
      readProblem: null,
      seal: null,
      confirmation: null,
      approvedBy: null,
      stop: null,
      endedAt: null,
      log: [{ at, actor, event: 'drafted', text: null }],
    }
    await book.create(batch, [])
    reader.start(batch, debts)
    return batch
  }

  // One after the other, so that a last part that comes twice at once finds the batch of the first.
  return (part: BatchPart, actor: string): Promise<{ batch: BatchRecord | null; missing: number }> =>
    turn(async () => {
      const known = await book.byKey(part.key)
      if (known) return { batch: known, missing: 0 }
      const { missing, whole } = assembly.take(part)
      return { batch: whole && (await begin(whole, actor)), missing }
    })
}
