import type { Hono } from 'hono'
import type { Clock, Random } from '../shared/clock.ts'
import { asAppError } from '../shared/errors.ts'
import { createApp } from './app.ts'
import { notedHandlers } from './audit/noted-handlers.ts'
import type { RequestEnv } from './guards/guard.ts'
import type { SigningKey } from './guards/hmac.ts'
import type { Lane, Limit } from './guards/rate.ts'
import { refusalCounter } from './guards/refusals.ts'
import type { Refusals } from './guards/refusals.ts'
import { whereThrown } from './log/log.ts'
import type { Log } from './log/log.ts'
import { clientRegistry } from './pairing/clients.ts'
import type { Clients } from './pairing/clients.ts'
import { withConsole } from './pairing/identities.ts'
import { pairingWindow } from './pairing/pairing-window.ts'
import { personHash } from './privacy/person-hash.ts'
import { auditHandlers } from './routes/audit.ts'
import { clientsHandlers } from './routes/clients.ts'
import type { Handlers } from './routes/handlers.ts'
import { helloHandlers } from './routes/hello.ts'
import { pairHandlers } from './routes/pair.ts'
import { statusHandlers } from './routes/status.ts'
import type { ToldStore } from './store/told-store.ts'
import type { Vault } from './vault/vault.ts'

/** The operations that are about callers and not about credit. */
type Own =
  | 'hello'
  | 'pair'
  | 'pairingOpen'
  | 'status'
  | 'clients'
  | 'clientRevoke'
  | 'clientUpdate'
  | 'auditTrail'
  | 'consoleClients'
  | 'consoleRevoke'

export interface ServiceParts {
  /** Whatever commits commits to it: the audit hears of it there. */
  store: ToldStore
  vault: Vault
  clock: Clock
  random: Random
  log: Log
  version: string
  consoleKey: SigningKey
  /** The port that the server was bound to. */
  port: () => number
  /** Everything about credit: integrations, ERPs, queries, policy. */
  handlers: Omit<Handlers, Own>
  limits?: Record<Lane, Limit>
}

export interface Service {
  app: Hono<RequestEnv>
  clients: Clients
  refusals: Refusals
}

/** Puts the service together from its ports; opens nothing but the list of paired browsers. */
export const composeService = async (parts: ServiceParts): Promise<Service> => {
  const { store, vault, clock, random, log, version, port } = parts
  const clients = clientRegistry({ store, vault, clock, random })
  await clients.load()
  const identities = withConsole(clients, parts.consoleKey)
  const window = pairingWindow(clock, random)
  const refusals = refusalCounter(log, clock)
  const hashOf = personHash({ vault, random })
  const bare: Handlers = {
    ...parts.handlers,
    ...helloHandlers({ identities, version, port }),
    ...pairHandlers({ clients, window, log }),
    ...clientsHandlers({ clients, log }),
    ...auditHandlers({ store, hashOf }),
    ...statusHandlers({ version, startedAt: new Date(clock()).toISOString(), store, vault, clock, refusals }),
  }
  const onFailure = (thrown: unknown): void => {
    const error = asAppError(thrown)
    log('failed', { code: error.code, where: whereThrown(error.cause ?? error) })
  }
  const handlers = notedHandlers(bare, { store, clock, random, hashOf, onFailure })
  const { limits } = parts
  const app = createApp({
    handlers,
    clients,
    identities,
    window,
    refusals,
    log,
    clock,
    version,
    port,
    ...(limits && { limits }),
  })
  return { app, clients, refusals }
}
