import type { AppError } from '../../shared/errors.ts'
import type { Note } from './confirmation.ts'
import { refusalOf } from './refusal.ts'

/** A refusal as what the person is told above the data. */
export const noteOf = (error: AppError): Note => {
  const { changes = [] } = refusalOf(error)
  if (error.code === 'negativation-changed') return { kind: 'changed', changes }
  if (error.code === 'negativation-expired') return { kind: 'expired', changes }
  return { kind: 'error', error }
}
