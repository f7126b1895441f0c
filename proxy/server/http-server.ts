import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { HttpBindings } from '@hono/node-server'
import { AppError } from '../../shared/errors.ts'
import type { Refusals } from '../guards/refusals.ts'
import { failureBody, statusOf } from '../routes/failure.ts'
import { evictIdle } from './evict-idle.ts'

type Fetch = (request: Request, bindings: HttpBindings) => Response | Promise<Response>

const statusLines: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

const refuseUnreadable = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const line = statusLines[error.code ?? ''] ?? '400 Bad Request'
  socket.end(`HTTP/1.1 ${line}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/**
 * The HTTP server in front of the app, with the limits that the app cannot set: 5 s for the headers, 15 s for a whole request, few
 * connections. What does not even become a request is refused and counted here.
 */
export const httpServer = (fetch: Fetch, refusals: Refusals): Server => {
  const unreadable = (): Response => {
    const error = new AppError('host-refused')
    refusals.count(error.code)
    return Response.json(failureBody(error), { status: statusOf(error.code) })
  }
  const listener = getRequestListener(fetch as Parameters<typeof getRequestListener>[0], {
    errorHandler: unreadable,
  })
  const server = createServer(
    {
      headersTimeout: 5_000,
      requestTimeout: 15_000,
      connectionsCheckingInterval: 1_000,
      keepAliveTimeout: 20_000,
      maxHeaderSize: 16 * 1024,
      // A missing Host is then refused, and counted, by the listener.
      requireHostHeader: false,
      noDelay: true,
    },
    (request, response) => void listener(request, response),
  )
  server.maxConnections = 512
  evictIdle(server, 128)
  server.on('clientError', (error, socket) => {
    refusals.count('method-refused')
    refuseUnreadable(error, socket as Socket)
  })
  return server
}
