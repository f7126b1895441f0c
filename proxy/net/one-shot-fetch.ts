import type { IncomingMessage, RequestOptions } from 'node:http'
import { request as plainRequest } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'

/** A report of forty pages with images has a few megabytes; what is longer is no answer. */
const maxBytes = 32 * 1024 * 1024

/**
 * Why no whole answer came. `sent` is false only when no byte of the request can have left: a paid call with `sent` true
 * is never taken for one that did not happen (case G89). Carries no address, header or body.
 */
export class NoReply extends Error {
  override readonly name = 'NoReply'
  readonly sent: boolean
  /** An answer had begun. */
  readonly begun: boolean

  constructor(sent: boolean, begun: boolean) {
    super(begun ? 'answer broke off' : sent ? 'no answer' : 'not sent')
    this.sent = sent
    this.begun = begun
  }
}

const unpackers = new Map([
  ['gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
])

const bytesOf = (incoming: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let length = 0
    incoming.on('data', (part: Buffer) => {
      length += part.length
      if (length > maxBytes) incoming.destroy(new Error('answer too long'))
      else parts.push(part)
    })
    incoming.on('error', reject)
    // `close` without `complete` is a body shorter than its Content-Length, or a chunked one without its end.
    incoming.on('close', () =>
      incoming.complete ? resolve(Buffer.concat(parts)) : reject(new Error('answer broke off')),
    )
  })

const unpacked = async (bytes: Buffer, encoding: string | undefined): Promise<Buffer> => {
  const unpack = unpackers.get(encoding?.toLowerCase() ?? '')
  return unpack ? await unpack(bytes, { maxOutputLength: maxBytes }) : bytes
}

const headersOf = (incoming: IncomingMessage): Headers => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === 'string') headers.set(name, value)
  }
  return headers
}

const responseOf = async (incoming: IncomingMessage): Promise<Response> => {
  const bytes = await unpacked(await bytesOf(incoming), incoming.headers['content-encoding'])
  const status = incoming.statusCode ?? 0
  const empty = status === 204 || status === 205 || status === 304
  return new Response(empty ? null : new Uint8Array(bytes), { status, headers: headersOf(incoming) })
}

/**
 * `fetch` over a connection of its own, for one request, without anything that the built-in one does by itself: it follows no
 * redirect, asks no proxy of the environment, checks the certificate whatever NODE_TLS_REJECT_UNAUTHORIZED says (attack 37),
 * has no hidden limit of 300 s, reuses no half-closed connection, and knows whether the request can have left.
 * @throws NoReply
 */
export const oneShotFetch: typeof fetch = (input, init = {}) =>
  new Promise((resolve, reject) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const secure = url.protocol === 'https:'
    let sent = false
    let begun = false
    const options: RequestOptions & { rejectUnauthorized: boolean } = {
      method: init.method ?? 'GET',
      headers: Object.fromEntries(new Headers(init.headers)),
      // A fresh agent: the global one would obey HTTP_PROXY under NODE_USE_ENV_PROXY.
      agent: false,
      rejectUnauthorized: true,
      ...(init.signal && { signal: init.signal }),
    }
    const outgoing = (secure ? tlsRequest : plainRequest)(url, options, (incoming) => {
      begun = true
      responseOf(incoming).then(resolve, () => reject(new NoReply(sent, begun)))
    })
    outgoing.on('socket', (socket) => {
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        sent = true
      })
    })
    outgoing.on('error', () => reject(new NoReply(sent, begun)))
    outgoing.end(init.body)
  })
