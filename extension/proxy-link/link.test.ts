import { beforeEach, describe, expect, test } from 'vitest'
import type { Identity, KeyStore } from './key-store.ts'
import { createLink } from './link.ts'
import type { Link, LinkParts } from './link.ts'
import { importKey } from './signing.ts'
import { json, stubNetwork, stubService } from './stub-network.ts'
import type { Program, StubNetwork } from './stub-network.ts'

const [first, second, third] = [41417, 41418, 41419] as const
const document = '73164025807'

const status = {
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

const memoryKeys = (identity: Identity | null): KeyStore & { identity: Identity | null } => ({
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

const secretOf = (fill: number) =>
  btoa(String.fromCharCode(...new Uint8Array(32).fill(fill)))
    .replace(/[=]/g, '')
    .replaceAll('/', '_')
const keyOf = async (fill: number): Promise<CryptoKey> => (await importKey(secretOf(fill)))!

let network: StubNetwork
let now: number
let allowed: boolean
let blocked: boolean
let keys: ReturnType<typeof memoryKeys>
let ours: Program
let answers: (path: string, body: unknown) => { status: number; body: unknown }

const link = (parts: Partial<LinkParts> = {}): Link => {
  let count = 0
  return createLink({
    fetch: network.fetch,
    clock: () => now,
    random: (bytes) => new Uint8Array(bytes).fill(++count),
    keys,
    isAllowed: async () => allowed,
    isBlocked: async () => blocked,
    version: '1.0.0',
    ...parts,
  })
}

beforeEach(async () => {
  network = stubNetwork()
  now = Date.UTC(2026, 10, 25)
  allowed = true
  blocked = false
  keys = memoryKeys({ client: 'c1', name: 'Ana', key: await keyOf(7) })
  answers = () => ({ status: 200, body: status })
  ours = stubService({ client: 'c1', key: await keyOf(7), answer: (path, body) => answers(path, body) })
})

const hellos = () => network.requests.filter(({ request }) => request.url.includes('/v1/hello')).length
/** Everything that left for a port, as one text. */
const sentTo = (port: number) =>
  network.requests
    .filter((sent) => sent.port === port)
    .map(({ request, body }) => [request.url, ...[...request.headers].flat(), body].join(' '))
    .join('\n')

describe('the states of the link', () => {
  test('ready: the service proves itself and answers its status', async () => {
    network.put(first, ours)
    expect(await link().state()).toEqual({ state: 'ready', port: first, status })
  })

  test('service-off: nobody answers', async () => {
    expect(await link().state()).toEqual({ state: 'service-off', params: {} })
  })

  test('service-off is said before not-paired: without a service there is nothing to pair with', async () => {
    keys.identity = null
    expect((await link().state()).state).toBe('service-off')
  })

  test('not-paired: no key here', async () => {
    keys.identity = null
    network.put(second, ours)
    expect((await link().state()).state).toBe('not-paired')
  })

  test('not-paired: the service no longer knows this browser', async () => {
    network.put(first, stubService({ client: 'another', key: await keyOf(7), answer: answers }))
    expect((await link().state()).state).toBe('not-paired')
  })

  test('version-mismatch names both versions', async () => {
    network.put(
      first,
      stubService({ client: 'c1', key: await keyOf(7), api: 2, version: '2.1.0', answer: answers }),
    )
    expect(await link().state()).toEqual({
      state: 'version-mismatch',
      params: { extension: '1.0.0', service: '2.1.0' },
    })
  })

  test('version-mismatch: an answer that we cannot read', async () => {
    network.put(first, ours)
    answers = () => ({ status: 200, body: { ...status, vault: 'moon' } })
    expect((await link().state()).state).toBe('version-mismatch')
  })
})

describe('G61 · the browser blocks, or the service is off: two different things', () => {
  test('nobody answers and the browser denies', async () => {
    blocked = true
    expect((await link().state()).state).toBe('browser-blocked')
  })

  test('a service that answers is not blocked, whatever the browser says', async () => {
    blocked = true
    network.put(first, ours)
    expect((await link().state()).state).toBe('ready')
  })
})

describe('attack 32 · G63 · the permission for the service is withheld', () => {
  test('a state of its own, and nothing is sent', async () => {
    allowed = false
    network.put(first, ours)
    expect((await link().state()).state).toBe('permission-withheld')
    expect(network.requests).toEqual([])
  })

  test('taken away while the link was in use', async () => {
    network.put(first, ours)
    const used = link()
    await used.state()
    allowed = false
    await expect(used.call('queryHistory', { document })).rejects.toMatchObject({
      code: 'permission-withheld',
    })
    expect(sentTo(first)).not.toContain(document)
  })
})

describe('attack 21 · a stranger on the port receives nothing', () => {
  const strangers: [string, Program][] = [
    ['any web server', () => new Response('<h1>It works</h1>', { headers: { 'content-type': 'text/html' } })],
    ['one that says yes to everything', () => json({ ok: true })],
    [
      'one that pretends, with a made-up proof',
      () => json({ service: 'nada-consta', api: 1, version: '1.0.0', proof: 'AAAA' }),
    ],
    [
      'one with an endless answer',
      () => new Response(new ReadableStream({ pull: (c) => c.enqueue(new Uint8Array(1024)) })),
    ],
    [
      'one that redirects',
      () => new Response(null, { status: 302, headers: { location: 'http://example.com/' } }),
    ],
    [
      'one with the secret of another installation',
      async (request, port) =>
        stubService({ client: 'c1', key: await keyOf(9), answer: answers })(request, port),
    ],
  ]

  test.each(strangers)('%s', async (_who, stranger) => {
    network.put(first, stranger)
    const used = link()
    expect((await used.state()).state).toBe('stranger-on-port')
    await expect(used.call('queryHistory', { document })).rejects.toMatchObject({ code: 'stranger-on-port' })
    expect(
      network.requests.every(({ request }) => request.method === 'GET' && request.url.includes('/v1/hello')),
    ).toBe(true)
    expect(sentTo(first)).not.toContain(document)
    expect(sentTo(first)).not.toContain('x-nada-signature')
  })

  test('one that calls itself ours without any proof learns no more', async () => {
    network.put(first, () => json({ service: 'nada-consta', api: 1, version: '1.0.0' }))
    await expect(link().call('queryHistory', { document })).rejects.toMatchObject({ code: 'not-paired' })
    expect(network.requests).toHaveLength(1)
  })

  test('a proof copied from the real service on another port is no proof', async () => {
    network.put(second, ours)
    network.put(first, (request) => ours(request, second))
    expect((await link().state()).state).toBe('ready')
    expect(sentTo(first)).not.toContain('x-nada-signature')
  })

  test('an old proof is no proof: each challenge is new', async () => {
    const seen: Response[] = []
    network.put(first, async (request, port) => {
      const answer = await ours(request, port)
      seen.push(answer.clone())
      return answer
    })
    const used = link()
    await used.state()
    network.put(first, () => seen[0]!.clone())
    now += 61_000
    expect((await used.state()).state).toBe('stranger-on-port')
  })

  test('one that takes the port over within the minute has its answer refused', async () => {
    network.put(first, ours)
    const used = link()
    await used.state()
    network.put(first, () => json({ queries: [] }))
    await expect(used.call('queryHistory', { document })).rejects.toMatchObject({ code: 'stranger-on-port' })
  })

  test('a refusal without proof counts only when the service proves itself right after', async () => {
    network.put(first, ours)
    const used = link()
    await used.state()
    const refusal = json({ error: { code: 'clock-skew', text: '', hint: '' } }, 401)
    network.put(first, (request, port) =>
      request.url.includes('hello') ? ours(request, port) : refusal.clone(),
    )
    await expect(used.call('clients', {})).rejects.toMatchObject({ code: 'clock-skew' })
    network.put(first, () => refusal.clone())
    await expect(used.call('clients', {})).rejects.toMatchObject({ code: 'stranger-on-port' })
  })
})

describe('G72 · three ports', () => {
  test('a foreign server on the first two does not hide ours on the third', async () => {
    network.put(first, () => new Response('no'))
    network.put(second, () => json({ service: 'nada-consta', api: 1, version: '1.0.0', proof: 'AAAA' }))
    network.put(third, ours)
    expect(await link().state()).toMatchObject({ state: 'ready', port: third })
    expect(sentTo(first) + sentTo(second)).not.toContain('x-nada-signature')
  })

  test('the good port is tried first the next time', async () => {
    network.put(third, ours)
    const used = link()
    await used.state()
    network.put(first, () => new Response('no'))
    now += 61_000
    await used.state()
    expect(sentTo(first)).toBe('')
  })

  test('the service moves to another port after a restart', async () => {
    network.put(first, ours)
    const used = link()
    await used.state()
    network.put(first, null)
    network.put(second, ours)
    await expect(used.call('clients', {})).rejects.toMatchObject({ code: 'answer-lost', retry: 'reconcile' })
    expect(await used.state()).toMatchObject({ state: 'ready', port: second })
  })
})

describe('how often the service must prove itself', () => {
  test('once within a minute, again after it', async () => {
    network.put(first, ours)
    const used = link()
    await used.state()
    now += 59_000
    await used.state()
    expect(hellos()).toBe(1)
    now += 2000
    await used.state()
    expect(hellos()).toBe(2)
  })

  test('again in each life of the worker', async () => {
    network.put(first, ours)
    await link().state()
    await link().state()
    expect(hellos()).toBe(2)
  })

  test('again after a failure', async () => {
    network.put(first, ours)
    const used = link()
    await used.state()
    network.put(first, null)
    await expect(used.call('clients', {})).rejects.toMatchObject({ code: 'service-off' })
    network.put(first, ours)
    await used.state()
    expect(hellos()).toBe(2)
  })

  test('a clock that was set back does not keep an old proof alive', async () => {
    network.put(first, ours)
    const used = link()
    await used.state()
    now -= 3_600_000
    await used.state()
    expect(hellos()).toBe(2)
  })
})

describe('operations', () => {
  test('a document travels in the signed body, never in the address', async () => {
    network.put(first, ours)
    answers = (path, body) =>
      path === '/v1/status' ? { status: 200, body: status } : { status: 200, body: { queries: [], body } }
    await link().call('queryHistory', { document })
    const sent = network.requests.at(-1)!
    expect(sent.request.method).toBe('POST')
    expect(sent.request.url).not.toContain(document)
    expect(sent.body).toBe(JSON.stringify({ document }))
    expect(sent.request.headers.get('content-type')).toBe('application/json')
    expect(sent.request.headers.get('x-proxy-api')).toBe('1')
  })

  test('a proven failure arrives with its code, params and the earlier query', async () => {
    network.put(first, ours)
    const earlier = { id: 'q1' }
    answers = () => ({
      status: 409,
      body: { error: { code: 'query-repeated', text: '', hint: '', params: { days: 6 } }, earlier },
    })
    await expect(link().call('queryStart', {})).rejects.toMatchObject({
      code: 'query-repeated',
      params: { days: 6 },
      details: { earlier },
    })
  })
})

const pairingService =
  (answer: () => Response): Program =>
  (request, port) =>
    request.url.includes('/v1/pair') ? answer() : ours(request, port)

describe('pairing', () => {
  test('the code buys a key that signs and cannot be read', async () => {
    keys.identity = null
    network.put(
      first,
      pairingService(() => json({ client: status.client, secret: secretOf(7) }, 201)),
    )
    expect(await link().pair('ABCD-EFGH', 'Ana')).toMatchObject({ state: 'ready', port: first })
    expect(keys.identity).toMatchObject({ client: 'c1', name: 'Ana' })
    await expect(crypto.subtle.exportKey('raw', keys.identity!.key)).rejects.toMatchObject({
      name: 'InvalidAccessError',
    })
    expect(JSON.stringify(keys.identity)).not.toContain(secretOf(7))
  })

  test.each(['pairing-closed', 'pairing-code-wrong', 'pairing-locked'])(
    '%s comes from the service',
    async (code) => {
      keys.identity = null
      network.put(
        first,
        pairingService(() => json({ error: { code, text: '', hint: '', params: { left: 4 } } }, 403)),
      )
      await expect(link().pair('AAAA-AAAA', 'Ana')).rejects.toMatchObject({ code, params: { left: 4 } })
      expect(keys.identity).toBeNull()
    },
  )

  test.each([
    ['no secret', () => json({ client: status.client }, 201)],
    ['a short secret', () => json({ client: status.client, secret: 'AAAA' }, 201)],
    ['something else', () => new Response('ok', { status: 201 })],
  ])('an answer with %s is refused', async (_what, answer) => {
    keys.identity = null
    network.put(first, pairingService(answer))
    await expect(link().pair('ABCD-EFGH', 'Ana')).rejects.toMatchObject({ code: 'stranger-on-port' })
    expect(keys.identity).toBeNull()
  })

  test('the code goes to nobody who is not the service', async () => {
    keys.identity = null
    network.put(first, () => new Response('hello'))
    await expect(link().pair('ABCD-EFGH', 'Ana')).rejects.toMatchObject({ code: 'stranger-on-port' })
    expect(sentTo(first)).not.toContain('ABCD')
  })

  test('forgetting destroys the key', async () => {
    network.put(first, ours)
    expect((await link().forget()).state).toBe('not-paired')
    expect(keys.identity).toBeNull()
  })
})
