import { Hono } from 'hono'
import { operations } from '../shared/api.ts'
import type { OperationName } from '../shared/api.ts'
import type { Clock } from '../shared/clock.ts'
import { AppError, asAppError } from '../shared/errors.ts'
import { apiGuard } from './guards/api.ts'
import { bodySizeGuard } from './guards/body-size.ts'
import type { Guard, RequestEnv } from './guards/guard.ts'
import { hostGuard } from './guards/host.ts'
import { inputReader } from './guards/input.ts'
import { mediaTypeGuard } from './guards/media-type.ts'
import { methodGuard } from './guards/method.ts'
import { originGuard } from './guards/origin.ts'
import { pathGuard } from './guards/path.ts'
import { laneOf, limits, rateGuard, tokenBuckets } from './guards/rate.ts'
import type { Lane, Limit } from './guards/rate.ts'
import type { Refusals } from './guards/refusals.ts'
import { scopeGuard } from './guards/scope.ts'
import { signatureGuard } from './guards/signature.ts'
import { whereThrown } from './log/log.ts'
import type { Log } from './log/log.ts'
import type { Clients } from './pairing/clients.ts'
import type { Identities } from './pairing/identities.ts'
import type { PairingWindow } from './pairing/pairing-window.ts'
import { answerer } from './routes/answer.ts'
import { failureBody, statusOf } from './routes/failure.ts'
import type { Caller, Handlers } from './routes/handlers.ts'

export interface AppDeps {
  handlers: Handlers
  clients: Pick<Clients, 'knowsOrigin' | 'seen'>
  /** The clients, and the console beside them. */
  identities: Identities
  window: PairingWindow
  refusals: Refusals
  log: Log
  clock: Clock
  /** The port that it was bound to. */
  port: () => number
  version: string
  limits?: Record<Lane, Limit>
}

const paths = Object.values(operations).map(
  ({ path }) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`),
)

type AnyHandler = (input: unknown, caller: Caller) => Promise<unknown>

/**
 * Guards and routes, no I/O of its own. Guards that need no key stand in front of everything; those that depend on the operation are
 * built from its line in the table, so that a new operation cannot be reached without them.
 */
export const createApp = (deps: AppDeps): Hono<RequestEnv> => {
  const { clients, window, clock, log } = deps
  const app = new Hono<RequestEnv>()
  const answer = answerer(deps.identities)

  app.onError((thrown, c) => {
    const error = asAppError(thrown)
    deps.refusals.count(error.code)
    if (error.code === 'internal')
      log('failed', { code: error.code, where: whereThrown(error.cause ?? error) })
    return answer(c, statusOf(error.code), failureBody(error))
  })
  app.notFound((c) => {
    throw new AppError(paths.some((path) => path.test(c.req.path)) ? 'method-refused' : 'route-unknown')
  })
  app.use(
    hostGuard(deps.port),
    originGuard({ knowsOrigin: clients.knowsOrigin, pairingOpen: window.isOpen }),
    pathGuard,
    apiGuard(deps.version),
    methodGuard,
    mediaTypeGuard,
    bodySizeGuard(),
  )

  const signature = signatureGuard({ identities: deps.identities, clock, onSeen: clients.seen })
  const buckets = tokenBuckets(clock, deps.limits ?? limits)

  const route = (name: OperationName): void => {
    const { method, path, access, output, success } = operations[name]
    const read = inputReader(operations[name])
    const handler = deps.handlers[name] as AnyHandler
    const guards: Guard[] = access === 'public' ? [] : [signature, scopeGuard(access)]
    app.on([method], [path], ...guards, rateGuard(buckets, laneOf({ method, access })), async (c) => {
      const begun = clock()
      const identity = c.get('identity')
      const origin = c.req.header('origin')
      const caller: Caller = { client: identity?.client ?? null, ...(origin !== undefined && { origin }) }
      const result = await handler(read(c), caller)
      if (method === 'POST') log('done', { operation: name, client: identity?.id, ms: clock() - begun })
      // What leaves is what the table says: a field too many, a secret among them, is stripped here.
      return answer(c, success, output.parse(result))
    })
  }
  for (const name of Object.keys(operations) as OperationName[]) route(name)
  return app
}
