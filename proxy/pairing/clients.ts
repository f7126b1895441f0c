import { scopes as allScopes } from '../../shared/api.ts'
import type { Scope } from '../../shared/api.ts'
import type { Clock, Random } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import { secretKey } from '../guards/hmac.ts'
import { inTurn } from '../store/in-turn.ts'
import type { ClientRecord } from '../store/records.ts'
import type { Change, CommitOptions, Store } from '../store/store.ts'
import type { Vault } from '../vault/vault.ts'
import { foldedName, freeName, isTaken } from './browser-names.ts'
import type { Identities, Identity } from './identities.ts'
import { refuseReservedName } from './reserved-names.ts'

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
  /**
   * Reads the live pairings; a client whose secret is gone from the vault is no client. Of two that bear one name from earlier days
   * the younger has a number with it from now on.
   */
  load(): Promise<void>
  /** Oldest first. */
  list(): ClientRecord[]
  knowsOrigin: (origin: string) => boolean
  /**
   * Adds a browser; the one paired before from the same Origin is revoked with it. The secret is shown this once. Where another browser
   * bears the name, it gets a number: the code is used up, and one person may have two browsers.
   */
  pair(request: PairRequest): Promise<{ client: ClientRecord; secret: string }>
  /**
   * At once and for good, whatever the disk says afterwards. `by` is the browser that asks; null for the console, which can pair an
   * administrator anew and may therefore end the last one. @throws `client-unknown`, `last-admin`, `scope-refused`
   */
  revoke(id: string, by: string | null): Promise<void>
  /**
   * Gives another name and other scopes, on disk before they are in force; a request that is under way keeps those with which it came.
   * `by` is the administrator's browser. @throws `client-unknown`, `name-reserved`, `name-taken`, `last-admin`, `scope-refused` when `by`
   * is no administrator any more, `store-write-failed`, `disk-full`
   */
  update(id: string, fields: { name: string; scopes: Scope[] }, by: string): Promise<ClientRecord>
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

/** Who may include must be able to remove: `include` brings `remove` along. Each once, in the order of the table. */
const granted = (scopes: readonly Scope[]): Scope[] =>
  allScopes.filter((scope) => scopes.includes(scope) || (scope === 'remove' && scopes.includes('include')))

const isAdmin = ({ client }: Paired): boolean => client.scopes.includes('admin')

/** The paired browsers: records in the store, secrets in the vault, both in memory for the guards. */
export const clientRegistry = ({ store, vault, clock, random }: ClientsDeps): Clients => {
  const live = new Map<string, Paired>()
  // One change at a time: two administrators who demote each other are not both right about the other being left.
  const turn = inTurn()
  const text = (bytes: number): string => Buffer.from(random(bytes)).toString('base64url')
  const now = (): string => new Date(clock()).toISOString()
  const add = (client: ClientRecord, secret: string): void => {
    live.set(client.id, { id: client.id, key: secretKey(secret), client, seenAt: null })
  }
  const find = (id: string): Paired => {
    const paired = live.get(id)
    if (!paired) throw new AppError('client-unknown')
    return paired
  }
  const namesBut = (gone: readonly Paired[]): string[] =>
    [...live.values()].filter((paired) => !gone.includes(paired)).map(({ client }) => client.name)
  /** The guard asked before the request waited for its turn. */
  const assertAdmin = (by: string): void => {
    const paired = live.get(by)
    if (!paired || !isAdmin(paired)) throw new AppError('scope-refused')
  }
  const assertOtherAdmin = (paired: Paired): void => {
    if (isAdmin(paired) && ![...live.values()].some((each) => each.id !== paired.id && isAdmin(each)))
      throw new AppError('last-admin')
  }

  const end = async (gone: Paired[], options: CommitOptions, also: Change[] = []): Promise<void> => {
    for (const { id } of gone) live.delete(id)
    for (const { id } of gone) await vault.delete(vaultKey(id))
    const ended = gone.map((paired) => put({ ...upToDate(paired), revokedAt: now() }))
    await store.commit([...also, ...ended], options)
  }

  return {
    find: (id) => live.get(id),
    list: () => [...live.values()].map(upToDate),
    knowsOrigin: (origin) => [...live.values()].some(({ client }) => client.origin === origin),
    load: async () => {
      live.clear()
      const known = await store.query('clients', { revokedAt: null })
      for (const client of known.toSorted((one, other) => (one.pairedAt < other.pairedAt ? -1 : 1))) {
        const secret = await vault.get(vaultKey(client.id))
        if (secret !== null) add({ ...client, name: freeName(client.name, namesBut([])) }, secret)
      }
    },
    pair: async ({ name, origin, scopes }) => {
      const secret = text(32)
      const dates = { pairedAt: now(), lastSeenAt: null, revokedAt: null }
      const id = text(12)
      await vault.set(vaultKey(id), secret)
      return turn(async () => {
        const before = [...live.values()].filter((paired) => paired.client.origin === origin)
        const own = freeName(name, namesBut(before))
        const client: ClientRecord = { id, name: own, origin, scopes: granted(scopes), ...dates }
        await end(before, {}, [put(client)])
        add(client, secret)
        return { client, secret }
      })
    },
    revoke: async (id, by) => {
      // Of the console before anything that is waited for: nothing holds up the end of an access.
      const known = by === null ? find(id) : null
      if (known) live.delete(id)
      await turn(async () => {
        if (by !== null) assertAdmin(by)
        const paired = known ?? find(id)
        if (by !== null) assertOtherAdmin(paired)
        // Has happened: a full disk keeps it too (case G84).
        await end([paired], { outcome: true })
      })
    },
    update: (id, { name, scopes }, by) =>
      turn(async () => {
        refuseReservedName(name)
        assertAdmin(by)
        const before = find(id)
        const isOther = foldedName(name) !== foldedName(before.client.name)
        if (isOther && isTaken(name, namesBut([before]))) throw new AppError('name-taken')
        const client = { ...upToDate(before), name, scopes: granted(scopes) }
        if (!client.scopes.includes('admin')) assertOtherAdmin(before)
        await store.commit([put(client)])
        // Anew and not in place: who asked under the old scopes goes on under them. The console may have ended it meanwhile.
        const paired = live.get(id)
        if (paired) live.set(id, { ...paired, client })
        return client
      }),
    seen: (id, at) => {
      const paired = live.get(id)
      if (paired) paired.seenAt = at
    },
    flush: () =>
      turn(async () => {
        const unsaved = [...live.values()].filter(({ seenAt }) => seenAt !== null)
        const saved = unsaved.map(upToDate)
        if (saved.length > 0) await store.commit(saved.map(put))
        for (const [index, paired] of unsaved.entries()) paired.client = saved[index] ?? paired.client
      }),
  }
}
