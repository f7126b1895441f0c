import type { Batch } from '../../shared/api.ts'
import type { BatchRecord } from '../store/records.ts'
import type { ItemCounts } from './item-state.ts'
import { noTotals } from './item-totals.ts'
import type { RunProgress } from './runner.ts'
import { shownCounts } from './shown-states.ts'

/** Who looks at a batch. */
export interface Viewer {
  /** The paired browser; null for a caller that is none. */
  clientId: string | null
  mayInclude: boolean
}

export interface BatchFacts {
  /** Of what was confirmed. */
  counts: ItemCounts
  /** Debts read so far; null when it is not being read. */
  read: number | null
  progress: RunProgress
}

/** What a screen sees of a batch. */
export const batchView = (
  batch: BatchRecord,
  { counts, read, progress }: BatchFacts,
  { clientId, mayInclude }: Viewer,
): Batch => {
  const { confirmation } = batch
  return {
    id: batch.id,
    state: batch.state,
    createdAt: batch.createdAt,
    createdBy: batch.createdBy,
    erpId: batch.erpId,
    integrationId: batch.integrationId,
    integration: batch.integration,
    creditor: batch.creditor,
    environment: batch.environment,
    reason: batch.reason,
    selected: batch.selected,
    readDebts: batch.seal === null ? (read ?? 0) : batch.selected.debts,
    readProblem: batch.readProblem,
    going: confirmation?.going ?? noTotals,
    counts: shownCounts(batch, counts),
    ...progress,
    stop: batch.stop,
    confirmedBy: confirmation?.by ?? null,
    confirmedAt: confirmation?.at ?? null,
    accepted: [...(confirmation?.accepted ?? [])],
    approval:
      batch.state === 'approval'
        ? { mayApprove: mayInclude && clientId !== null && clientId !== confirmation?.clientId }
        : null,
    approvedBy: batch.approvedBy,
    endedAt: batch.endedAt,
    log: batch.log,
  }
}
