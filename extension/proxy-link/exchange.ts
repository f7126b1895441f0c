import { apiVersion } from '../../shared/api.ts'
import type { Clock, Random } from '../../shared/clock.ts'
import { answerText, headers, requestText } from '../../shared/signing.ts'
import { serviceAddress } from './address.ts'
import { toBase64url } from './base64url.ts'
import type { Identity } from './key-store.ts'
import type { OperationRequest } from './operation-request.ts'
import { parseJson, readLimited } from './read-limited.ts'
import { sha256Hex, signText, verifyText } from './signing.ts'

export interface ExchangeParts {
  fetch: typeof fetch
  clock: Clock
  random: Random
}

export interface Answer {
  status: number
  /** Parsed JSON; undefined when it is none. */
  body: unknown
  /** True when the service has proved that this very answer is its own. */
  isProven: boolean
}

/** The service may wait for Connect; it bounds that itself, well below this. */
const timeoutMs = 120_000
const limitBytes = 32 * 1024 * 1024
const utf8 = new TextEncoder()

const plainHeaders = (body: string | null): Record<string, string> => ({
  [headers.api]: String(apiVersion),
  ...(body !== null && { 'content-type': 'application/json' }),
})

const transmit = (
  port: number,
  { method, path, body }: OperationRequest,
  extra: Record<string, string>,
  parts: ExchangeParts,
) =>
  parts.fetch(serviceAddress(port, path), {
    method,
    body,
    headers: { ...plainHeaders(body), ...extra },
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  })

/** Sends a request without identity: pairing, the only one there is. Throws what `fetch` throws. */
export const exchangePlain = async (
  port: number,
  request: OperationRequest,
  parts: ExchangeParts,
): Promise<Answer> => {
  const response = await transmit(port, request, {}, parts)
  return {
    status: response.status,
    body: parseJson(await readLimited(response, limitBytes)),
    isProven: false,
  }
}

/** Sends a signed request and checks the proof of its answer. Throws what `fetch` throws. */
export const exchange = async (
  port: number,
  request: OperationRequest,
  identity: Identity,
  parts: ExchangeParts,
): Promise<Answer> => {
  const nonce = toBase64url(parts.random(16))
  const time = String(parts.clock())
  const bodyHash = await sha256Hex(utf8.encode(request.body ?? ''))
  const { method, path } = request
  const text = requestText({ method, path, bodyHash, time, nonce, client: identity.client })
  const signature = await signText(identity.key, text)
  const signed = {
    [headers.client]: identity.client,
    [headers.time]: time,
    [headers.nonce]: nonce,
    [headers.signature]: signature,
  }
  const response = await transmit(port, request, signed, parts)
  const bytes = await readLimited(response, limitBytes)
  const proofText = bytes && answerText(nonce, response.status, await sha256Hex(bytes))
  const isProven =
    proofText !== null &&
    (await verifyText(identity.key, proofText, response.headers.get(headers.proof) ?? ''))
  return { status: response.status, body: parseJson(bytes), isProven }
}
