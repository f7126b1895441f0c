import type { Context } from 'hono'
import { answerText, headers } from '../../shared/signing.ts'
import type { RequestEnv } from '../guards/guard.ts'
import { hmacText, sha256Hex } from '../guards/hmac.ts'
import { noncePattern } from '../guards/signature.ts'
import type { Identities } from '../pairing/identities.ts'

/**
 * Writes every answer, of a handler and of a refusal alike. It carries the proof for whoever the request names, verified or not:
 * a paired browser whose clock is wrong, or whose request was too long, must be able to believe the refusal. Never a CORS header.
 */
export const answerer =
  (identities: Identities) =>
  (c: Context<RequestEnv>, status: number, value: unknown): Response => {
    const body = JSON.stringify(value)
    const fields: Record<string, string> = {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    }
    const nonce = c.req.header(headers.nonce)
    const identity = c.get('identity') ?? identities.find(c.req.header(headers.client) ?? '')
    if (identity && nonce !== undefined && noncePattern.test(nonce))
      fields[headers.proof] = hmacText(identity.key, answerText(nonce, status, sha256Hex(body)))
    return new Response(body, { status, headers: fields })
  }
