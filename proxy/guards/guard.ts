import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'
import type { Identity } from '../pairing/identities.ts'

/** What the guards hand on to each other. `app.request()` in a test brings no bindings. */
export interface RequestEnv {
  Bindings: Partial<HttpBindings>
  Variables: {
    /** The body's bytes, at most 64 KiB; empty for a GET. */
    body: Buffer
    /** Who signed; absent before the signature has been verified, and on a public route. */
    identity: Identity
  }
}

/** One guard: it throws an `AppError`, or passes on to the next. */
export type Guard = MiddlewareHandler<RequestEnv>
