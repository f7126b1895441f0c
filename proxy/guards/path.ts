import { AppError } from '../../shared/errors.ts'
import type { Guard } from './guard.ts'

const plain = /^(?:\/[\w-]+)+(?:\?[\w=&.~-]*)?$/

/**
 * Refuses a target with anything to decode or to resolve (`%2F`, `..`, `//`, `;`, NUL, absolute form): what the router matches,
 * what the guards look at and what was signed must be the same characters (GHSA-62gx-5q78-wrvx).
 */
export const pathGuard: Guard = function path(c, next) {
  const target = c.env?.incoming?.url ?? c.req.url.slice(c.req.url.indexOf('/', 'http://'.length))
  if (!plain.test(target)) throw new AppError('route-unknown')
  return next()
}
