import { AppError, asAppError } from '../../shared/errors.ts'
import { errorCode } from './disk.ts'

/** What kept something from being written: `disk-full`, an error of ours as it is, and `store-write-failed` for everything else. */
export const writeFailure = (thrown: unknown): AppError => {
  const error = asAppError(thrown)
  return error.code === 'internal'
    ? new AppError('store-write-failed', { cause: thrown, retry: 'safe' })
    : error
}

/** The same for a work that does more than write: only what the system refused is a failed write, a mistake stays what it is. */
export const asWriteFailure = (thrown: unknown): unknown =>
  /^E[A-Z0-9]+$/.test(errorCode(thrown) ?? '') ? writeFailure(thrown) : thrown
