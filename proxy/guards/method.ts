import { AppError } from '../../shared/errors.ts'
import type { Guard } from './guard.ts'

/** Only the two methods of the operation table; a HEAD would run the GET behind it, and override headers are read by nobody. */
export const methodGuard: Guard = function method(c, next) {
  if (c.req.method !== 'GET' && c.req.method !== 'POST') throw new AppError('method-refused')
  return next()
}
