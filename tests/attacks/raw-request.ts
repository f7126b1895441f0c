import { connect } from 'node:net'
import type { Socket } from 'node:net'

/** A socket that is connected; what it receives is gathered. */
export interface RawSocket {
  socket: Socket
  /** Everything that was received, once the other side has closed. */
  ended: Promise<string>
}

export const openSocket = (port: number, host = '127.0.0.1'): Promise<RawSocket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host })
    let received = ''
    socket.setEncoding('latin1')
    socket.on('data', (text) => {
      received += String(text)
    })
    const ended = new Promise<string>((done) => {
      socket.once('close', () => done(received))
    })
    socket.once('error', reject)
    socket.once('connect', () => {
      // From here on a reset by the server is an end like any other.
      socket.off('error', reject)
      socket.on('error', () => {})
      resolve({ socket, ended })
    })
  })

/** Sends bytes that no HTTP client would send, and answers all that comes back. */
export const rawRequest = async (port: number, text: string): Promise<string> => {
  const { socket, ended } = await openSocket(port)
  socket.write(text, 'latin1')
  return ended
}

/** Header lines to a request, with a closing connection. */
export const lines = (...all: string[]): string => `${all.join('\r\n')}\r\nConnection: close\r\n\r\n`

export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)
