import type { Batch } from '../../../shared/api.ts'
import { AppError } from '../../../shared/errors.ts'
import type { call } from '../../messaging/call.ts'
import type { AgainSelection } from '../run/again-selection.ts'
import { chunks } from '../selection/chunks.ts'

type Earlier = Pick<Batch, 'integrationId' | 'reason'>

/**
 * Debts of an earlier batch as a new draft, by the same integration and for the same reason: they are read anew and simulated, nothing
 * is sent. Gives its id. Throws what `call` throws; `batch-parts-differ` when the service waits for more than there is.
 */
export const draftAgain = async (
  { erpId, debts }: AgainSelection,
  { integrationId, reason }: Earlier,
  { call: ask, key }: { call: typeof call; key: string },
): Promise<string> => {
  const parts = chunks(debts)
  for (const [part, some] of parts.entries()) {
    const input = {
      key,
      erpId,
      integrationId,
      reasonCode: reason.code,
      part,
      parts: parts.length,
      debts: some,
    }
    const { batch } = await ask('batchDraft', input)
    if (batch) return batch.id
  }
  throw new AppError('batch-parts-differ')
}
