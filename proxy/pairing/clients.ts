import type { Scope } from '../../shared/api.ts'
import type { Clock, Random } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import { secretKey } from '../guards/hmac.ts'
import type { ClientRecord } from '../store/records.ts'
import type { Change, Store } from '../store/store.ts'
import type { Vault } from '../vault/vault.ts'
import type { Identities, Identity } from './identities.ts'

interface ClientsDeps {
  store: Store
  vault: Vault
  clock: Clock
  random: Random
}

interface PairRequest {
  name: string
  /** The raw Origin header of the pairing request. */
  origin: string
  scopes: Scope[]
}

export interface Clients extends Identities {
  /** Reads the live pairings; a client whose secret is gone from the vault is no client. */
  load(): Promise<void>
  /** Oldest first. */
  list(): ClientRecord[]
  knowsOrigin: (origin: string) => boolean
  /** Adds a browser; the one paired before from the same Origin is revoked with it. The secret is shown this once. */
  pair(request: PairRequest): Promise<{ client: ClientRecord; secret: string }>
  /** At once and for good, whatever the disk says afterwards. Throws `client-unknown`. */
  revoke(id: string): Promise<void>
  /** Notes in memory that the client called; `at` in Unix milliseconds. */
  seen: (id: string, at: number) => void
  /** Keeps what `seen` noted; called rarely, so that reading writes nothing. */
  flush(): Promise<void>
}

interface Paired extends Identity {
  client: ClientRecord
  /** When it last called, where the record does not know yet. */
  seenAt: number | null
}

/** Where a browser's secret lies in the vault. */
export const vaultKey = (id: string): string => `client:${id}`

const put = (client: ClientRecord): Change => ({ collection: 'clients', id: client.id, value: client })

const upToDate = ({ client, seenAt }: Paired): ClientRecord =>
  seenAt === null ? client : { ...client, lastSeenAt: new Date(seenAt).toISOString() }

/** Who may include must be able to remove: `include` brings `remove` along. */
const granted = (scopes: Scope[]): Scope[] =>
  scopes.includes('include') && !scopes.includes('remove') ? [...scopes, 'remove'] : [...scopes]

/** The paired browsers: records in the store, secrets in the vault, both in memory for the guards. */
export const clientRegistry = ({ store, vault, clock, random }: ClientsDeps): Clients => {
  const live = new Map<string, Paired>()
  const text = (bytes: number): string => Buffer.from(random(bytes)).toString('base64url')
  const now = (): string => new Date(clock()).toISOString()
  const add = (client: ClientRecord, secret: string): void => {
    live.set(client.id, { id: client.id, key: secretKey(secret), client, seenAt: null })
  }

  const end = async (gone: Paired[], also: Change[] = []): Promise<void> => {
    for (const { id } of gone) live.delete(id)
    for (const { id } of gone) await vault.delete(vaultKey(id))
    await store.commit([...also, ...gone.map((paired) => put({ ...upToDate(paired), revokedAt: now() }))])
  }

  return {
    find: (id) => live.get(id),
    list: () => [...live.values()].map(upToDate),
    knowsOrigin: (origin) => [...live.values()].some(({ client }) => client.origin === origin),
    load: async () => {
      live.clear()
      for (const client of await store.query('clients', { revokedAt: null })) {
        const secret = await vault.get(vaultKey(client.id))
        if (secret !== null) add(client, secret)
      }
    },
    pair: async ({ name, origin, scopes }) => {
      const secret = text(32)
      const dates = { pairedAt: now(), lastSeenAt: null, revokedAt: null }
      const client: ClientRecord = { id: text(12), name, origin, scopes: granted(scopes), ...dates }
      await vault.set(vaultKey(client.id), secret)
      const before = [...live.values()].filter((paired) => paired.client.origin === origin)
      await end(before, [put(client)])
      add(client, secret)
      return { client, secret }
    },
    revoke: async (id) => {
      const paired = live.get(id)
      if (!paired) throw new AppError('client-unknown')
      await end([paired])
    },
    seen: (id, at) => {
      const paired = live.get(id)
      if (paired) paired.seenAt = at
    },
    flush: async () => {
      const unsaved = [...live.values()].filter(({ seenAt }) => seenAt !== null)
      const saved = unsaved.map(upToDate)
      if (saved.length > 0) await store.commit(saved.map(put))
      for (const [index, paired] of unsaved.entries()) paired.client = saved[index] ?? paired.client
    },
  }
}
