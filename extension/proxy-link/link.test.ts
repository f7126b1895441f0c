import { beforeEach, describe, expect, test } from 'vitest'
import { keyOf, linkWorld, status } from './stub-link.ts'
import type { LinkWorld } from './stub-link.ts'
import { json, stubService } from './stub-network.ts'

const [first, second] = [41417, 41418] as const
const document = '73164025807'

let world: LinkWorld
beforeEach(async () => {
  world = await linkWorld()
})

const serve = async (version: string, api = 1) =>
  world.network.put(
    first,
    stubService({
      client: 'c1',
      key: await keyOf(7),
      api,
      version,
      answer: (path, body) => world.answers(path, body),
    }),
  )

const refuse = (code: string, params = {}) => {
  world.answers = (path) =>
    path === '/v1/status'
      ? { status: 200, body: status }
      : { status: 404, body: { error: { code, text: '', hint: '', params } } }
}

describe('the states of the link', () => {
  test('ready: the service proves itself and answers its status', async () => {
    world.network.put(first, world.ours)
    expect(await world.link().state()).toEqual({ state: 'ready', port: first, status })
  })

  test('service-off: nobody answers', async () => {
    expect(await world.link().state()).toEqual({ state: 'service-off', params: {} })
  })

  test('service-off is said before not-paired: without a service there is nothing to pair with', async () => {
    world.keys.identity = null
    expect((await world.link().state()).state).toBe('service-off')
  })

  test('not-paired: no key here', async () => {
    world.keys.identity = null
    world.network.put(second, world.ours)
    expect((await world.link().state()).state).toBe('not-paired')
  })

  test('not-paired: the service no longer knows this browser', async () => {
    world.network.put(
      first,
      stubService({
        client: 'another',
        key: await keyOf(7),
        answer: (path, body) => world.answers(path, body),
      }),
    )
    expect((await world.link().state()).state).toBe('not-paired')
  })

  test.each([
    [2, '2.1.0', 'extension-older'],
    [0, '0.9.0', 'service-older'],
    // The number of the API decides, whatever the versions are called.
    [2, '0.9.0', 'extension-older'],
  ])('a service of API %i, version %s: %s', async (api, version, state) => {
    await serve(version, api)
    expect(await world.link().state()).toEqual({ state, params: { extension: '1.0.0', service: version } })
    world.keys.identity = null
    await expect(world.link().pair('123', 'Ana')).rejects.toMatchObject({ code: state })
  })

  test.each([
    ['1.1.0', 'extension-older'],
    ['0.9.9', 'service-older'],
    ['1.0.0', 'version-mismatch'],
  ])('an answer of a service %s that we cannot read: %s', async (version, state) => {
    await serve(version)
    world.answers = () => ({ status: 200, body: { ...status, vault: 'moon' } })
    expect(await world.link().state()).toEqual({ state, params: { extension: '1.0.0', service: version } })
  })

  test.each([
    ['0.9.0', 'route-unknown', {}, 'service-older'],
    ['0.9.0', 'method-refused', {}, 'service-older'],
    ['0.9.0', 'input-invalid', { field: '?' }, 'service-older'],
    ['1.0.0', 'route-unknown', {}, 'service-older'],
    ['1.2.0', 'route-unknown', {}, 'extension-older'],
    ['1.2.0', 'input-invalid', { field: '?' }, 'extension-older'],
    // Updated since it was greeted.
    ['1.0.0', 'extension-older', { extension: 'API 1', service: '2.0.0' }, 'extension-older'],
    ['0.9.0', 'input-invalid', { field: 'name' }, 'input-invalid'],
    ['1.0.0', 'input-invalid', { field: '?' }, 'input-invalid'],
    ['0.9.0', 'query-unknown', {}, 'query-unknown'],
  ])('a service %s refuses with %s %j: %s, and all the rest works', async (version, code, params, told) => {
    await serve(version)
    refuse(code, params)
    const link = world.link()
    await expect(link.call('daySummary', {})).rejects.toMatchObject({ code: told })
    expect((await link.state()).state).toBe('ready')
  })
})

const waiting = () => json({ service: 'nada-consta', api: 1, version: '1.0.0', waits: 'vault' })

describe('attack 34 · a service that waits for the keychain', () => {
  test('is a state of its own: it can prove nothing yet, so that nothing is sent to it', async () => {
    world.network.put(first, waiting)
    const used = world.link()
    expect((await used.state()).state).toBe('vault-unavailable')
    await expect(used.call('queryHistory', { document })).rejects.toMatchObject({ code: 'vault-unavailable' })
    expect(world.sentTo(first)).not.toContain(document)
  })

  test('does not hide ours on another port', async () => {
    world.network.put(first, waiting)
    world.network.put(second, world.ours)
    expect((await world.link().state()).state).toBe('ready')
  })
})

describe('G61 · the browser blocks, or the service is off: two different things', () => {
  test('nobody answers and the browser denies', async () => {
    world.blocked = true
    expect((await world.link().state()).state).toBe('browser-blocked')
  })

  test('a service that answers is not blocked, whatever the browser says', async () => {
    world.blocked = true
    world.network.put(first, world.ours)
    expect((await world.link().state()).state).toBe('ready')
  })
})

describe('attack 32 · G63 · the permission for the service is withheld', () => {
  test('a state of its own, and nothing is sent', async () => {
    world.allowed = false
    world.network.put(first, world.ours)
    expect((await world.link().state()).state).toBe('permission-withheld')
    expect(world.network.requests).toEqual([])
  })

  test('taken away while the link was in use', async () => {
    world.network.put(first, world.ours)
    const used = world.link()
    await used.state()
    world.allowed = false
    await expect(used.call('queryHistory', { document })).rejects.toMatchObject({
      code: 'permission-withheld',
    })
    expect(world.sentTo(first)).not.toContain(document)
  })
})

describe('how often the service must prove itself', () => {
  test('once within a minute, again after it', async () => {
    world.network.put(first, world.ours)
    const used = world.link()
    await used.state()
    world.now += 59_000
    await used.state()
    expect(world.hellos()).toBe(1)
    world.now += 2000
    await used.state()
    expect(world.hellos()).toBe(2)
  })

  test('again in each life of the worker', async () => {
    world.network.put(first, world.ours)
    await world.link().state()
    await world.link().state()
    expect(world.hellos()).toBe(2)
  })

  test('again after a failure', async () => {
    world.network.put(first, world.ours)
    const used = world.link()
    await used.state()
    world.network.put(first, null)
    await expect(used.call('clients', {})).rejects.toMatchObject({ code: 'service-off' })
    world.network.put(first, world.ours)
    await used.state()
    expect(world.hellos()).toBe(2)
  })

  test('a clock that was set back does not keep an old proof alive', async () => {
    world.network.put(first, world.ours)
    const used = world.link()
    await used.state()
    world.now -= 3_600_000
    await used.state()
    expect(world.hellos()).toBe(2)
  })
})

describe('operations', () => {
  test('a document travels in the signed body, never in the address', async () => {
    world.network.put(first, world.ours)
    world.answers = (path, body) =>
      path === '/v1/status' ? { status: 200, body: status } : { status: 200, body: { queries: [], body } }
    await world.link().call('queryHistory', { document })
    const sent = world.network.requests.at(-1)!
    expect(sent.request.method).toBe('POST')
    expect(sent.request.url).not.toContain(document)
    expect(sent.body).toBe(JSON.stringify({ document }))
    expect(sent.request.headers.get('content-type')).toBe('application/json')
    expect(sent.request.headers.get('x-proxy-api')).toBe('1')
  })

  test('a proven failure arrives with its code, params and the earlier query', async () => {
    world.network.put(first, world.ours)
    const earlier = { id: 'q1' }
    world.answers = () => ({
      status: 409,
      body: { error: { code: 'query-repeated', text: '', hint: '', params: { days: 6 } }, earlier },
    })
    await expect(world.link().call('queryStart', {})).rejects.toMatchObject({
      code: 'query-repeated',
      params: { days: 6 },
      details: { earlier },
    })
  })
})
