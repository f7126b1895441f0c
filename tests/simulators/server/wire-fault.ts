import type { Answer } from './answer.ts'
import { write, writeHead } from './answer.ts'
import type { Exchange } from './listen.ts'

/** What goes wrong before the platform has done anything. */
export type EarlyFault =
  /** Says nothing until `release()`, then goes on as if nothing had been. */
  | { kind: 'hang' }
  /** The connection is reset unanswered. */
  | { kind: 'reset' }
  /** 429. `retryAfter` goes out as it is; null sends no header. */
  | { kind: 'rate-limit'; retryAfter: string | null }
  /** Sends the caller elsewhere. 307 makes a client repeat the POST, password and all; 302 makes it a GET. */
  | { kind: 'redirect'; location: string; status?: 301 | 302 | 307 | 308 }

/** What goes wrong after the platform has done, and booked, its work. */
export type LateFault =
  /** The answer never comes; `release()` drops the connection. */
  | { kind: 'accept-hang' }
  /** The connection is reset. */
  | { kind: 'accept-reset' }
  /** A gateway in front answers with an error page. */
  | { kind: 'status'; status: 500 | 502 | 503 | 504 }
  /** Half of the body. `length` announces the half as whole; `connection` announces the whole and breaks off. */
  | { kind: 'cut'; by: 'length' | 'connection' }
  /** Head and half of the body, then silence until `release()` sends the rest. */
  | { kind: 'stall' }
  /** The right answer, once the promise resolves. */
  | { kind: 'slow'; until: Promise<unknown> }

export type WireFault = EarlyFault | LateFault

const early: ReadonlySet<string> = new Set<EarlyFault['kind']>(['hang', 'reset', 'rate-limit', 'redirect'])

export const isEarly = (fault: WireFault): fault is EarlyFault => early.has(fault.kind)

const gatewayPage = (status: number): Answer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from(
    `<html><head><title>${status}</title></head><body><center><h1>${status} Gateway</h1></center><hr></body></html>`,
  ),
})

/**
 * Plays an early fault.
 * @param released resolves when the test lets hanging calls go.
 * @returns true when the call goes on to be worked and answered.
 */
export const playEarly = async (
  exchange: Exchange,
  fault: EarlyFault,
  released: Promise<void>,
): Promise<boolean> => {
  const { response } = exchange
  if (fault.kind === 'hang') {
    await Promise.race([released, exchange.gone])
    return !response.destroyed
  }
  if (fault.kind === 'reset') response.socket?.resetAndDestroy()
  if (fault.kind === 'rate-limit') {
    const headers = fault.retryAfter === null ? {} : { 'retry-after': fault.retryAfter }
    write(response, { status: 429, headers, body: Buffer.from('Too Many Requests') })
  }
  if (fault.kind === 'redirect') {
    write(response, {
      status: fault.status ?? 307,
      headers: { location: fault.location },
      body: Buffer.alloc(0),
    })
  }
  return false
}

const half = (answer: Answer): Buffer => answer.body.subarray(0, Math.floor(answer.body.length / 2))

/** Writes the answer of work that is done: whole, or as a late fault leaves it. */
export const playLate = async (
  exchange: Exchange,
  answer: Answer,
  fault: LateFault | null,
  released: Promise<void>,
): Promise<void> => {
  const { response, gone } = exchange
  if (fault === null) return write(response, answer)
  switch (fault.kind) {
    case 'accept-hang':
      await Promise.race([released, gone])
      response.socket?.destroy()
      return
    case 'accept-reset':
      response.socket?.resetAndDestroy()
      return
    case 'status':
      write(response, gatewayPage(fault.status))
      return
    case 'cut':
      if (fault.by === 'length') return write(response, { ...answer, body: half(answer) })
      writeHead(response, answer)
      response.write(half(answer), () => response.socket?.destroy())
      return
    case 'stall':
      writeHead(response, answer)
      response.write(half(answer))
      await Promise.race([released, gone])
      response.end(answer.body.subarray(half(answer).length))
      return
    case 'slow':
      await Promise.race([fault.until, gone])
      write(response, answer)
  }
}
