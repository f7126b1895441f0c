import type { OperationName } from '../../shared/api.ts'
import { operations } from '../../shared/api.ts'
import type { Clock, Random } from '../../shared/clock.ts'
import { AppError, asAppError } from '../../shared/errors.ts'
import { createApp } from '../app.ts'
import type { SigningKey } from '../guards/hmac.ts'
import { refusalCounter } from '../guards/refusals.ts'
import type { Log } from '../log/log.ts'
import { withConsole } from '../pairing/identities.ts'
import { pairingWindow } from '../pairing/pairing-window.ts'
import type { Handlers } from '../routes/handlers.ts'
import { helloHandlers } from '../routes/hello.ts'
import { closeServer } from '../server/close-server.ts'
import { httpServer } from '../server/http-server.ts'
import { listen } from '../server/listen.ts'

interface WaitingParts {
  ports: readonly number[]
  clock: Clock
  random: Random
  log: Log
  version: string
  consoleKey: SigningKey
}

export interface Waiting {
  port: number
  stop(): Promise<void>
}

const shut = async (): Promise<never> => {
  throw new AppError('vault-unavailable')
}

const everyOperation = (): Handlers =>
  Object.fromEntries(
    (Object.keys(operations) as OperationName[]).map((name) => [name, shut]),
  ) as unknown as Handlers

/**
 * Stands on the port while the keychain is locked: it says so to whoever greets it, and does nothing else. The data's key lies in the
 * keychain, so that nothing is known, nothing is sent and nothing is written (attack 34). @throws `ports-taken`
 */
export const waitForVault = async (parts: WaitingParts): Promise<Waiting> => {
  const { ports, clock, random, log, version, consoleKey } = parts
  let port = 0
  const nobody = { find: () => undefined, knowsOrigin: () => false, seen: () => {} }
  const identities = withConsole(nobody, consoleKey)
  const refusals = refusalCounter(log, clock)
  const { hello } = helloHandlers({ identities, version, port: () => port })
  const app = createApp({
    handlers: {
      ...everyOperation(),
      hello: async (...call) => ({ ...(await hello(...call)), waits: 'vault' }),
    },
    clients: nobody,
    identities,
    window: pairingWindow(clock, random),
    refusals,
    log,
    version,
    clock,
    port: () => port,
  })
  const server = httpServer(app.fetch, refusals)
  port = await listen(server, ports)
  return { port, stop: () => closeServer(server) }
}

/** Whether a start failed for the vault alone. */
export const isVaultShut = (thrown: unknown): boolean => asAppError(thrown).code === 'vault-unavailable'
