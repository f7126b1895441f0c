import { beforeEach, describe, expect, test } from 'vitest'
import { keyOf, linkWorld } from './stub-link.ts'
import type { LinkWorld } from './stub-link.ts'
import { json, stubService } from './stub-network.ts'
import type { Program } from './stub-network.ts'

const [first, second, third] = [41417, 41418, 41419] as const
const document = '73164025807'

let world: LinkWorld
beforeEach(async () => {
  world = await linkWorld()
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
        stubService({ client: 'c1', key: await keyOf(9), answer: (path, body) => world.answers(path, body) })(
          request,
          port,
        ),
    ],
  ]

  test.each(strangers)('%s', async (_who, stranger) => {
    world.network.put(first, stranger)
    const used = world.link()
    expect((await used.state()).state).toBe('stranger-on-port')
    await expect(used.call('queryHistory', { document })).rejects.toMatchObject({ code: 'stranger-on-port' })
    expect(
      world.network.requests.every(
        ({ request }) => request.method === 'GET' && request.url.includes('/v1/hello'),
      ),
    ).toBe(true)
    expect(world.sentTo(first)).not.toContain(document)
    expect(world.sentTo(first)).not.toContain('x-nada-signature')
  })

  test('one that calls itself ours without any proof learns no more', async () => {
    world.network.put(first, () => json({ service: 'nada-consta', api: 1, version: '1.0.0' }))
    await expect(world.link().call('queryHistory', { document })).rejects.toMatchObject({
      code: 'not-paired',
    })
    expect(world.network.requests).toHaveLength(1)
  })

  test('a proof copied from the real service on another port is no proof', async () => {
    world.network.put(second, world.ours)
    world.network.put(first, (request) => world.ours(request, second))
    expect((await world.link().state()).state).toBe('ready')
    expect(world.sentTo(first)).not.toContain('x-nada-signature')
  })

  test('an old proof is no proof: each challenge is new', async () => {
    const seen: Response[] = []
    world.network.put(first, async (request, port) => {
      const answer = await world.ours(request, port)
      seen.push(answer.clone())
      return answer
    })
    const used = world.link()
    await used.state()
    world.network.put(first, () => seen[0]!.clone())
    world.now += 61_000
    expect((await used.state()).state).toBe('stranger-on-port')
  })

  test('one that takes the port over within the minute has its answer refused', async () => {
    world.network.put(first, world.ours)
    const used = world.link()
    await used.state()
    world.network.put(first, () => json({ queries: [] }))
    await expect(used.call('queryHistory', { document })).rejects.toMatchObject({ code: 'stranger-on-port' })
  })

  test('a refusal without proof counts only when the service proves itself right after', async () => {
    world.network.put(first, world.ours)
    const used = world.link()
    await used.state()
    const refusal = json({ error: { code: 'clock-skew', text: '', hint: '' } }, 401)
    world.network.put(first, (request, port) =>
      request.url.includes('hello') ? world.ours(request, port) : refusal.clone(),
    )
    await expect(used.call('clients', {})).rejects.toMatchObject({ code: 'clock-skew' })
    world.network.put(first, () => refusal.clone())
    await expect(used.call('clients', {})).rejects.toMatchObject({ code: 'stranger-on-port' })
  })
})

describe('G72 · three ports', () => {
  test('a foreign server on the first two does not hide ours on the third', async () => {
    world.network.put(first, () => new Response('no'))
    world.network.put(second, () => json({ service: 'nada-consta', api: 1, version: '1.0.0', proof: 'AAAA' }))
    world.network.put(third, world.ours)
    expect(await world.link().state()).toMatchObject({ state: 'ready', port: third })
    expect(world.sentTo(first) + world.sentTo(second)).not.toContain('x-nada-signature')
  })

  test('the good port is tried first the next time', async () => {
    world.network.put(third, world.ours)
    const used = world.link()
    await used.state()
    world.network.put(first, () => new Response('no'))
    world.now += 61_000
    await used.state()
    expect(world.sentTo(first)).toBe('')
  })

  test('the service moves to another port after a restart', async () => {
    world.network.put(first, world.ours)
    const used = world.link()
    await used.state()
    world.network.put(first, null)
    world.network.put(second, world.ours)
    await expect(used.call('clients', {})).rejects.toMatchObject({ code: 'answer-lost', retry: 'reconcile' })
    expect(await used.state()).toMatchObject({ state: 'ready', port: second })
  })
})
