import type { Negativation, OperationInput } from '../../shared/api.ts'
import type { AppError } from '../../shared/errors.ts'
import { asAppError } from '../../shared/errors.ts'
import type { call } from '../messaging/call.ts'
import { isSilent } from '../messaging/silent.ts'

export type ConfirmOutcome =
  /** The service has it; `negativation` says how far. */
  | { at: 'taken'; negativation: Negativation }
  | { at: 'refused'; error: AppError }
  /** No answer. `isDraft` when the record could be asked and is still a draft. */
  | { at: 'unconfirmed'; error: AppError; isDraft: boolean }

interface ConfirmParts {
  call: typeof call
  wait: (milliseconds: number) => Promise<void>
  /** No answer came; the record is being asked instead. */
  onChecking: () => void
}

/** Milliseconds before each look at the record: the service may still be reading the ERP for the first press. */
const pauses = [500, 1500, 4000, 8000, 15_000] as const

/** What became of a confirmation whose answer did not come, by the record's own state (cases G43, G58). */
export const lookAtRecord = async (
  id: string,
  lost: AppError,
  parts: Pick<ConfirmParts, 'call' | 'wait'>,
): Promise<ConfirmOutcome> => {
  let outcome: ConfirmOutcome = { at: 'unconfirmed', error: lost, isDraft: false }
  for (const pause of pauses) {
    await parts.wait(pause)
    try {
      const { negativation } = await parts.call('negativation', { id })
      if (negativation.state !== 'draft') return { at: 'taken', negativation }
      outcome = { at: 'unconfirmed', error: lost, isDraft: true }
    } catch (thrown) {
      outcome = { at: 'unconfirmed', error: asAppError(thrown), isDraft: false }
    }
  }
  return outcome
}

/**
 * Sends a person's confirmation, once. Where no answer comes back nothing is sent again and nothing is called failed: the
 * record is asked for its state.
 */
export const confirmOnce = async (
  input: OperationInput<'negativationConfirm'>,
  parts: ConfirmParts,
): Promise<ConfirmOutcome> => {
  try {
    return { at: 'taken', negativation: await parts.call('negativationConfirm', input) }
  } catch (thrown) {
    const error = asAppError(thrown)
    if (!isSilent(error)) return { at: 'refused', error }
    parts.onChecking()
    return lookAtRecord(input.id, error, parts)
  }
}
