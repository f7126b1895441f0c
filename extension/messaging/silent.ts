import type { AppError } from '../../shared/errors.ts'

const silent: ReadonlySet<AppError['code']> = new Set([
  'answer-lost',
  'service-off',
  'extension-updated',
  'internal',
  // An answer came that one of the two versions does not understand: the act may be done.
  'extension-older',
  'service-older',
  'version-mismatch',
])

/** True when no answer came through: what the service did is not known, so nobody may say that it failed (case G58). */
export const isSilent = (error: AppError): boolean => silent.has(error.code)
