import type { Batch, SelectedDebt } from '../../../shared/api.ts'
import { AppError, asAppError } from '../../../shared/errors.ts'
import { call } from '../../messaging/call.ts'
import { chunks } from './chunks.ts'
import type { DraftKeys } from './draft-key.ts'

export interface DraftContent {
  erpId: string
  integrationId: string
  reasonCode: string
  debts: readonly SelectedDebt[]
}

interface DeliverParts {
  keys: DraftKeys
  onPart: (part: number, parts: number) => void
}

/**
 * Hands a selection to the service in parts and gives the draft that it makes of them; nothing goes to the bureau. Throws AppError;
 * after one that leaves open whether the parts came, a repetition is the same draft.
 */
export const deliverDraft = async (content: DraftContent, { keys, onPart }: DeliverParts): Promise<Batch> => {
  const { debts, ...rest } = content
  const key = await keys.keyOf(content)
  const parts = chunks(debts)
  try {
    for (const [part, some] of parts.entries()) {
      onPart(part + 1, parts.length)
      const { batch } = await call('batchDraft', { ...rest, key, part, parts: parts.length, debts: some })
      if (!batch) continue
      await keys.forget()
      return batch
    }
    throw new AppError('batch-parts-differ')
  } catch (thrown) {
    const error = asAppError(thrown)
    if (error.code === 'batch-parts-differ') await keys.forget()
    throw error
  }
}
