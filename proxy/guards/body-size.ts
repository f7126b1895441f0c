import { bodyLimit } from 'hono/body-limit'
import { AppError } from '../../shared/errors.ts'
import type { Guard } from './guard.ts'

export const maxBodyBytes = 64 * 1024

const tooLarge = (): never => {
  throw new AppError('body-too-large')
}

const noBody = Buffer.alloc(0)

/**
 * Reads the body, at most 64 KiB of it, before anything parses or hashes it; the rest is refused with 413. A declared length
 * decides at once; a chunked body is counted while it arrives (CVE-2025-59139). A GET has no body.
 */
export const bodySizeGuard = (): Guard => {
  const counted = bodyLimit({ maxSize: maxBodyBytes, onError: tooLarge })
  return async function bodySize(c, next) {
    const length = c.req.header('content-length')
    const chunked = c.req.header('transfer-encoding') !== undefined
    if (c.req.method === 'GET') {
      if (chunked || (length !== undefined && length !== '0')) tooLarge()
      c.set('body', noBody)
      return next()
    }
    if (length === undefined || chunked) await counted(c, async () => {})
    else if (Number(length) > maxBodyBytes) tooLarge()
    const body = Buffer.from(await c.req.arrayBuffer())
    if (body.length > maxBodyBytes) tooLarge()
    c.set('body', body)
    return next()
  }
}
