import type { Context } from 'hono'
import type { Clock } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import { headers, requestText, skewMs } from '../../shared/signing.ts'
import type { Identities } from '../pairing/identities.ts'
import type { Guard, RequestEnv } from './guard.ts'
import { hmacEquals, secretKey, sha256Hex } from './hmac.ts'
import { nonceMemory } from './nonce-memory.ts'

export const noncePattern = /^[A-Za-z0-9_-]{16,64}$/
const timePattern = /^\d{13}$/
const nobody = secretKey('A'.repeat(43))
const noBodyHash = sha256Hex('')

interface SignatureDeps {
  identities: Identities
  clock: Clock
  onSeen: (id: string, at: number) => void
}

const claim = (c: Context<RequestEnv>) => {
  const client = c.req.header(headers.client)
  const time = c.req.header(headers.time)
  const nonce = c.req.header(headers.nonce)
  const signature = c.req.header(headers.signature)
  if (client === undefined || signature === undefined) throw new AppError('signature-refused')
  if (time === undefined || !timePattern.test(time)) throw new AppError('signature-refused')
  if (nonce === undefined || !noncePattern.test(nonce)) throw new AppError('signature-refused')
  const body = c.get('body')
  const path = c.req.url.slice(c.req.url.indexOf('/', 'http://'.length))
  const bodyHash = body.length === 0 ? noBodyHash : sha256Hex(body)
  return { signature, request: { client, time, nonce, method: c.req.method, path, bodyHash } }
}

/**
 * Who calls: HMAC over method, path, body, time and nonce with the secret of the pairing; a reader of logs or a squatter of the port
 * gets nothing to use again. The order matters: an unknown client costs as much as a wrong key; the clock is spoken of only to
 * who holds the key; a nonce is remembered only when all the rest was right. Nothing signed before the start of this process is
 * taken, because its nonces are not remembered.
 */
export const signatureGuard = ({ identities, clock, onSeen }: SignatureDeps): Guard => {
  const startedAt = clock()
  const nonces = nonceMemory(2 * skewMs)
  return function signature(c, next) {
    const { signature, request } = claim(c)
    const identity = identities.find(request.client)
    const right = hmacEquals(identity?.key ?? nobody, requestText(request), signature)
    if (!identity || !right) throw new AppError('signature-refused')
    const now = clock()
    const time = Number(request.time)
    if (Math.abs(now - time) > skewMs || time < startedAt) throw new AppError('clock-skew')
    if (!nonces.isNew(`${request.client}:${request.nonce}`, now)) throw new AppError('signature-refused')
    const origin = c.req.header('origin')
    if (origin !== undefined && origin !== identity.client?.origin) throw new AppError('origin-refused')
    c.set('identity', identity)
    onSeen(identity.id, now)
    return next()
  }
}
