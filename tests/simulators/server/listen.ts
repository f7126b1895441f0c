import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request, its body already read, and the answer that is still to be given. */
export interface Exchange {
  method: string
  url: URL
  headers: Readonly<Record<string, string>>
  body: Buffer
  response: ServerResponse
  /** Resolves when the caller has gone away or the answer has ended. */
  gone: Promise<void>
}

export interface Listener {
  port: number
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  origin: string
  /** Drops every open connection and frees the port. */
  close: () => Promise<void>
}

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const flatten = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )

const exchangeOf = async (request: IncomingMessage, response: ServerResponse): Promise<Exchange> => ({
  method: request.method ?? 'GET',
  url: new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`),
  headers: flatten(request),
  body: await readBody(request),
  response,
  gone: new Promise((resolve) => {
    response.once('close', resolve)
  }),
})

const bind = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

/**
 * A real HTTP server on 127.0.0.1.
 * @param port 0 for any free one.
 * @param handle answers one exchange; what it throws becomes a 500 with the message, so that a faulty simulator is seen.
 */
export const listen = async (
  port: number,
  handle: (exchange: Exchange) => Promise<void>,
): Promise<Listener> => {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      await handle(await exchangeOf(request, response))
    } catch (error) {
      if (response.destroyed) return
      response.statusCode = 500
      response.end(`simulator: ${String(error)}`)
    }
  }
  const server = createServer((request, response) => void answer(request, response))
  const bound = await bind(server, port)
  return {
    port: bound,
    origin: `http://127.0.0.1:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
