import { apiVersion } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import { headers } from '../../shared/signing.ts'
import type { Guard } from './guard.ts'

const json = /^application\/json(?:; ?charset=(?:utf-8|UTF-8))?$/

/**
 * A POST must be exactly JSON and carry the custom header: a page can send neither without a preflight, and every preflight is
 * refused. Before parsing, so that a form or plain text with JSON in it is never read.
 */
export const mediaTypeGuard: Guard = function mediaType(c, next) {
  if (c.req.method !== 'POST') return next()
  if (!json.test(c.req.header('content-type') ?? '') || c.req.header(headers.api) !== String(apiVersion))
    throw new AppError('media-type-refused')
  return next()
}
