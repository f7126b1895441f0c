import type { Identity, KeyStore } from './key-store.ts'
import { createLink } from './link.ts'
import type { Link } from './link.ts'
import { importKey } from './signing.ts'
import { stubNetwork, stubService } from './stub-network.ts'
import type { Program, StubNetwork } from './stub-network.ts'

/** What the stub service answers to `status`. */
export const status = {
  version: '1.0.0',
  startedAt: '2026-11-25T10:00:00.000Z',
  client: {
    id: 'c1',
    name: 'Ana',
    scopes: ['query'],
    pairedAt: '2026-11-25T10:00:00.000Z',
    lastSeenAt: null,
  },
  vault: 'keychain',
  refusals: 0,
  integrations: 1,
  erps: 0,
}

/** A secret as pairing hands it out: 32 equal bytes. */
export const secretOf = (fill: number): string =>
  btoa(String.fromCharCode(...new Uint8Array(32).fill(fill)))
    .replaceAll('=', '')
    .replaceAll('/', '_')
    .replaceAll('+', '-')

export const keyOf = async (fill: number): Promise<CryptoKey> => {
  const key = await importKey(secretOf(fill))
  if (!key) throw new Error('no key')
  return key
}

type MemoryKeys = KeyStore & { identity: Identity | null }

const memoryKeys = (identity: Identity): MemoryKeys => ({
  identity,
  async load() {
    return this.identity
  },
  async save(saved) {
    this.identity = saved
  },
  async clear() {
    this.identity = null
  },
})

/** A paired browser and everything around its link; a test changes what it needs. */
export interface LinkWorld {
  network: StubNetwork
  keys: MemoryKeys
  now: number
  allowed: boolean
  blocked: boolean
  /** Our service, to be put on a port. */
  ours: Program
  answers: (path: string, body: unknown) => { status: number; body: unknown }
  /** A new life of the worker. */
  link: () => Link
  /** How often somebody was asked to prove himself. */
  hellos: () => number
  /** Everything that left for a port, as one text. */
  sentTo: (port: number) => string
}

export const linkWorld = async (): Promise<LinkWorld> => {
  const key = await keyOf(7)
  const network = stubNetwork()
  let count = 0
  const world: LinkWorld = {
    network,
    keys: memoryKeys({ client: 'c1', name: 'Ana', key }),
    now: Date.UTC(2026, 10, 25),
    allowed: true,
    blocked: false,
    ours: stubService({ client: 'c1', key, answer: (path, body) => world.answers(path, body) }),
    answers: () => ({ status: 200, body: status }),
    link: () =>
      createLink({
        fetch: network.fetch,
        clock: () => world.now,
        random: (bytes) => new Uint8Array(bytes).fill(++count),
        keys: world.keys,
        isAllowed: async () => world.allowed,
        isBlocked: async () => world.blocked,
        version: '1.0.0',
      }),
    hellos: () => network.requests.filter(({ request }) => request.url.includes('/v1/hello')).length,
    sentTo: (port) =>
      network.requests
        .filter((sent) => sent.port === port)
        .map(({ request, body }) => [request.url, ...[...request.headers].flat(), body].join(' '))
        .join('\n'),
  }
  return world
}
