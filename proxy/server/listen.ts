import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AppError } from '../../shared/errors.ts'

const listenOn = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })

/** In use, or reserved by the system (Hyper-V takes random ranges and answers EACCES: case G72). */
const isTaken = (error: unknown): boolean => {
  const code = (error as NodeJS.ErrnoException).code
  return code === 'EADDRINUSE' || code === 'EACCES'
}

/**
 * Binds 127.0.0.1, and nothing else, on the first free port of the list. Answers the port; throws `ports-taken` when there is none,
 * never takes a random one: the extension knows these and no other.
 */
export const listen = async (server: Server, ports: readonly number[]): Promise<number> => {
  for (const port of ports) {
    try {
      return await listenOn(server, port)
    } catch (error) {
      if (!isTaken(error)) throw error
    }
  }
  throw new AppError('ports-taken', { params: { ports: ports.join(', ') } })
}
