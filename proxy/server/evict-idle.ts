import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Keeps the number of connections small without shutting anybody out: above `most`, the oldest connection that has no complete
 * request in work makes room. Idle and trickling connections (Slowloris) are these; a query that waits for its answer is not.
 */
export const evictIdle = (server: Server, most: number): void => {
  const open = new Set<Socket>()
  const working = new Map<Socket, IncomingMessage>()

  server.on('request', (request, response) => {
    working.set(request.socket, request)
    response.once('close', () => working.delete(request.socket))
  })
  server.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => {
      open.delete(socket)
      working.delete(socket)
    })
    if (open.size <= most) return
    for (const oldest of open) {
      if (working.get(oldest)?.complete) continue
      oldest.destroy()
      return
    }
  })
}
