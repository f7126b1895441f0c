import type { Batch, BatchState } from '../../../shared/api.ts'
import type { AppError } from '../../../shared/errors.ts'
import { asAppError } from '../../../shared/errors.ts'
import type { call } from '../../messaging/call.ts'
import { isSilent } from '../../messaging/silent.ts'

export type ActOutcome =
  /** The service has it. */
  | { at: 'taken' }
  | { at: 'refused'; error: AppError }
  /** No answer, and the batch stands where it was or cannot be asked. */
  | { at: 'unconfirmed'; error: AppError }

interface ActParts {
  call: typeof call
  wait: (milliseconds: number) => Promise<void>
  /** No answer came; the batch is being asked instead. */
  onChecking: () => void
}

/** Milliseconds before each look at the batch. */
const pauses = [500, 1500, 4000, 8000] as const

const look = async (id: string, from: BatchState, lost: AppError, parts: ActParts): Promise<ActOutcome> => {
  for (const pause of pauses) {
    await parts.wait(pause)
    const now = await parts.call('batch', { id }).catch((): null => null)
    if (now && now.state !== from) return { at: 'taken' }
  }
  return { at: 'unconfirmed', error: lost }
}

/**
 * A person's act about a batch in the state `from`. Where no answer comes back it is not called failed: the batch says whether it
 * has gone on (case G58).
 */
export const actOnBatch = async (
  { id, state: from }: Pick<Batch, 'id' | 'state'>,
  act: () => Promise<unknown>,
  parts: ActParts,
): Promise<ActOutcome> => {
  try {
    await act()
    return { at: 'taken' }
  } catch (thrown) {
    const error = asAppError(thrown)
    if (!isSilent(error)) return { at: 'refused', error }
    parts.onChecking()
    return look(id, from, error, parts)
  }
}
