import { z } from 'zod'

/** This browser's identity at the service. */
export interface Identity {
  client: string
  name: string
  /** Signs and verifies; cannot be exported. */
  key: CryptoKey
}

/** Keeps the one identity of this browser. */
export interface KeyStore {
  load(): Promise<Identity | null>
  save(identity: Identity): Promise<void>
  clear(): Promise<void>
}

const database = 'nada-consta'
const table = 'identity'
const row = 'current'

const identity = z.object({ client: z.string().min(1), name: z.string(), key: z.instanceof(CryptoKey) })

/** What lies there, when it is an identity as this version knows it; else the browser counts as not paired. */
export const identityIn = (stored: unknown): Identity | null => identity.safeParse(stored).data ?? null

const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () =>
      reject(request.error ?? new DOMException('no answer', 'UnknownError')),
    )
  })

const open = (factory: IDBFactory): Promise<IDBDatabase> => {
  // Without a number: the database of a newer extension, before a way back to this one, opens as it is.
  const request = factory.open(database)
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(table))
  return settled(request)
}

/**
 * The identity in the extension's own IndexedDB: content scripts live in the ERP page's origin and cannot open it, unlike
 * `storage.local`, which they can read.
 */
export const indexedDbKeyStore = (factory: IDBFactory): KeyStore => {
  const run = async <Value>(
    mode: IDBTransactionMode,
    work: (rows: IDBObjectStore) => IDBRequest<Value>,
  ): Promise<Value> => {
    const opened = await open(factory)
    try {
      return await settled(work(opened.transaction(table, mode).objectStore(table)))
    } finally {
      opened.close()
    }
  }
  return {
    load: async () => identityIn(await run<unknown>('readonly', (rows) => rows.get(row))),
    save: async (identity) => {
      await run('readwrite', (rows) => rows.put(identity, row))
    },
    clear: async () => {
      await run('readwrite', (rows) => rows.clear())
    },
  }
}
