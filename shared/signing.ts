/**
 * What both sides sign: pure text, so that service and extension cannot disagree.
 * The HMAC itself is SHA-256 over the UTF-8 bytes of these texts, with the 32 bytes that pairing handed out; written base64url.
 */

export const headers = {
  api: 'x-proxy-api',
  client: 'x-nada-client',
  time: 'x-nada-time',
  nonce: 'x-nada-nonce',
  signature: 'x-nada-signature',
  proof: 'x-nada-proof',
} as const

/** A signed request may be at most this much older or newer than the service's clock. */
export const skewMs = 60_000

export interface SignedRequest {
  method: string
  /** Path with query, as sent. */
  path: string
  /** Lower-case hex SHA-256 of the body's bytes; of no bytes when there is no body. */
  bodyHash: string
  /** Unix milliseconds, decimal. */
  time: string
  nonce: string
  client: string
}

export const requestText = (request: SignedRequest): string =>
  [
    'request',
    request.client,
    request.time,
    request.nonce,
    request.method,
    request.path,
    request.bodyHash,
  ].join('\n')

/**
 * What the service signs to prove, for a fresh challenge, that it holds the client's secret. The port is the one it listens on and
 * the caller dialled: a stranger on one of the fixed ports cannot pass the challenge on to the real service on another.
 */
export const helloText = (client: string, challenge: string, port: number): string =>
  ['hello', client, challenge, String(port)].join('\n')

/** What the service signs over each answer, so that nobody else can answer in its place. */
export const answerText = (nonce: string, status: number, bodyHash: string): string =>
  ['answer', nonce, String(status), bodyHash].join('\n')
