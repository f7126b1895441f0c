import { randomBytes } from 'node:crypto'
import { composeService } from '../../proxy/compose-service.ts'
import { secretKey } from '../../proxy/guards/hmac.ts'
import { usualPace } from '../../proxy/negativation/pace.ts'
import type { Pace } from '../../proxy/negativation/pace.ts'
import { createServices } from '../../proxy/services.ts'
import type { EveryTick } from '../../proxy/services.ts'
import { memoryStore } from '../../proxy/store/memory-store.ts'
import type { QueryRecord } from '../../proxy/store/records.ts'
import type { Change, Store } from '../../proxy/store/store.ts'
import { toldStore } from '../../proxy/store/told-store.ts'
import { memoryVault } from '../../proxy/vault/memory-vault.ts'
import type { Vault } from '../../proxy/vault/vault.ts'
import { failureSchema, refusalDetails } from '../../shared/api.ts'
import type { OperationInput, OperationName } from '../../shared/api.ts'
import { watchAnswers, watchedLog, watchFailure } from '../attacks/canary/watched-service.ts'
import { pairClient, signedClient } from '../attacks/signed-client.ts'

export const NOW = Date.parse('2026-11-25T13:00:00Z')
export const maria = '731.640.258-07'

/** Tells of every query that has come to its end, and can be made to fail like a full disk. */
const watched = (store: Store) => {
  const ends = new Map<string, PromiseWithResolvers<QueryRecord>>()
  const endOf = (id: string): PromiseWithResolvers<QueryRecord> => {
    const end = ends.get(id) ?? Promise.withResolvers<QueryRecord>()
    ends.set(id, end)
    return end
  }
  const note = (change: Change): void => {
    if (change.collection === 'queries' && change.value && change.value.state !== 'running')
      endOf(change.id).resolve(change.value)
  }
  const commit: Store['commit'] = async (changes, options) => {
    await store.commit(changes, options)
    changes.forEach(note)
  }
  return { store: toldStore({ ...store, commit }), ended: (id: string) => endOf(id).promise }
}

export interface CreditServiceOptions {
  connectUrl: string
  store?: Store
  vault?: Vault
  clock?: () => number
  pace?: Pace
}

/** The whole service with all its guards over the in-memory twins, and a browser paired with it. Time stands still unless a test moves it. */
export const creditService = async (options: CreditServiceOptions) => {
  const { connectUrl, clock = () => NOW, pace = usualPace } = options
  const vault = options.vault ?? memoryVault()
  const { store, ended } = watched(options.store ?? memoryStore())
  const ticks: (() => Promise<void>)[] = []
  const failures: unknown[] = []
  const everyTick: EveryTick = (task) => {
    ticks.push(task)
    return { stop: () => void ticks.splice(ticks.indexOf(task), 1) }
  }
  const open = () =>
    createServices({
      store,
      vault,
      clock,
      // A rate is kept in real time; everything else goes by the clock.
      elapsed: () => clock() + performance.now(),
      random: randomBytes,
      connectUrl,
      everyTick,
      pace,
      onFailure: (thrown) => {
        failures.push(thrown)
        watchFailure(thrown)
      },
    })
  const services = open()
  const port = 41417
  const secret = randomBytes(32).toString('base64url')
  const composed = await composeService({
    store,
    vault,
    clock,
    random: randomBytes,
    log: watchedLog,
    version: '0.0.0',
    consoleKey: secretKey(secret),
    port: () => port,
    handlers: services.handlers,
  })
  const app = watchAnswers(composed.app)
  const console = signedClient({ port, app, clientId: 'console', secret, clock })

  const browser = async (name: string, letter: string) => {
    const { code } = await console.call('pairingOpen', { scopes: ['query', 'include', 'remove', 'admin'] })
    const client = await pairClient({
      port,
      app,
      origin: `chrome-extension://${letter.repeat(32)}`,
      code,
      name,
      clock,
    })
    /** The failure that the screen gets. */
    const refused = async <Name extends OperationName>(operation: Name, input: OperationInput<Name>) => {
      const response = await client.ask(operation, input)
      const { error, earlier, details } = failureSchema.parse(await response.json())
      return { status: response.status, ...error, earlier, ...refusalDetails.parse(details ?? {}) }
    }
    return { ...client, refused }
  }

  return {
    services,
    store,
    vault,
    ended,
    browser,
    /** What the regular work could not do. */
    failures,
    /** What the service does by itself at every tick, to its end. */
    tick: async () => {
      for (const task of ticks) await task()
      await services.idle()
    },
    /** The process starts again on the same data. */
    restarted: async () => {
      const next = open()
      await next.start()
      return next
    },
  }
}

export type Browser = Awaited<ReturnType<Awaited<ReturnType<typeof creditService>>['browser']>>

export const queryPair = { login: 'provedor', password: 'consulta-123' }
export const pefinPair = { login: 'provedor-pefin', password: 'pefin-456' }

/** An integration with both pairs saved and its products synchronised. */
export const readyIntegration = async (
  admin: Browser,
  fields: Partial<OperationInput<'integrationCreate'>> = {},
) => {
  const { id } = await admin.call('integrationCreate', {
    description: 'Matriz',
    creditor: '04.718.253/0001-56',
    environment: 'production',
    answerFormat: 'html',
    ...fields,
  })
  await admin.call('credentialsSave', { id, pair: 'query', ...queryPair })
  await admin.call('credentialsSave', { id, pair: 'pefin', ...pefinPair })
  await admin.call('productsSync', { id })
  return id
}

/** What a press of "Consultar" sends. */
export const question = (integrationId: string, fields: Partial<OperationInput<'queryStart'>> = {}) => ({
  key: crypto.randomUUID(),
  integrationId,
  product: 'CREDNET_LIGHT',
  document: maria,
  purpose: 'sale' as const,
  repeat: false,
  ...fields,
})
