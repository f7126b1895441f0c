import type { HistoryRecord, NegativationRecord, ShownDebt } from '../store/records.ts'
import { sealOf } from './shown-debt.ts'

/** A record that is to be shown to a person and has not been sent. `at` is the ISO instant. */
export const newDraft = (
  shown: ShownDebt,
  { id, at, actor }: { id: string; at: string; actor: string },
): NegativationRecord => ({
  ...shown,
  id,
  state: 'draft',
  version: 0,
  createdAt: at,
  createdBy: actor,
  changedAt: at,
  seal: sealOf(shown),
  confirmKey: null,
  sentAt: null,
  protocol: null,
  reference: null,
  bureauState: null,
  absentReads: 0,
  nextLookAt: null,
  lookedAt: null,
  removal: null,
})

/** The first line of a record's history. */
export const drafted = ({ id, version, createdAt, createdBy }: NegativationRecord): HistoryRecord => ({
  id: `${id}:${version}`,
  negativationId: id,
  at: createdAt,
  from: null,
  to: 'draft',
  event: 'draft',
  actor: createdBy,
  protocol: null,
  code: null,
  text: null,
})
