import { beforeEach, describe, expect, test } from 'vitest'
import { keyOf, linkWorld, secretOf, status } from './stub-link.ts'
import type { LinkWorld } from './stub-link.ts'
import { json, stubService } from './stub-network.ts'
import type { Program } from './stub-network.ts'

const [first, second] = [41417, 41418] as const

let world: LinkWorld
beforeEach(async () => {
  world = await linkWorld()
})

const pairingService =
  (answer: () => Response): Program =>
  (request, port) =>
    request.url.includes('/v1/pair') ? answer() : world.ours(request, port)

describe('pairing', () => {
  test('the code buys a key that signs and cannot be read', async () => {
    world.keys.identity = null
    world.network.put(
      first,
      pairingService(() => json({ client: status.client, secret: secretOf(7) }, 201)),
    )
    expect(await world.link().pair('ABCD-EFGH', 'Ana')).toMatchObject({ state: 'ready', port: first })
    expect(world.keys.identity).toMatchObject({ client: 'c1', name: 'Ana' })
    await expect(crypto.subtle.exportKey('raw', world.keys.identity!.key)).rejects.toMatchObject({
      name: 'InvalidAccessError',
    })
    expect(JSON.stringify(world.keys.identity)).not.toContain(secretOf(7))
  })

  test.each(['pairing-closed', 'pairing-code-wrong', 'pairing-locked'])(
    '%s comes from the service',
    async (code) => {
      world.keys.identity = null
      world.network.put(
        first,
        pairingService(() => json({ error: { code, text: '', hint: '', params: { left: 4 } } }, 403)),
      )
      await expect(world.link().pair('AAAA-AAAA', 'Ana')).rejects.toMatchObject({ code, params: { left: 4 } })
      expect(world.keys.identity).toBeNull()
    },
  )

  test.each([
    ['no secret', () => json({ client: status.client }, 201)],
    ['a short secret', () => json({ client: status.client, secret: 'AAAA' }, 201)],
    ['something else', () => new Response('ok', { status: 201 })],
  ])('an answer with %s is refused', async (_what, answer) => {
    world.keys.identity = null
    world.network.put(first, pairingService(answer))
    await expect(world.link().pair('ABCD-EFGH', 'Ana')).rejects.toMatchObject({ code: 'stranger-on-port' })
    expect(world.keys.identity).toBeNull()
  })

  test('on a computer with two services, the one whose pairing is open', async () => {
    world.keys.identity = null
    const closed = json({ error: { code: 'pairing-closed', text: '', hint: '' } }, 403)
    const others = stubService({
      client: 'c9',
      key: await keyOf(9),
      answer: (path, body) => world.answers(path, body),
    })
    world.network.put(first, (request, port) =>
      request.url.includes('/v1/pair') ? closed.clone() : others(request, port),
    )
    world.network.put(
      second,
      pairingService(() => json({ client: status.client, secret: secretOf(7) }, 201)),
    )
    expect(await world.link().pair('ABCD-EFGH', 'Ana')).toMatchObject({ state: 'ready', port: second })
  })

  test('the code goes to nobody who is not the service', async () => {
    world.keys.identity = null
    world.network.put(first, () => new Response('hello'))
    await expect(world.link().pair('ABCD-EFGH', 'Ana')).rejects.toMatchObject({ code: 'stranger-on-port' })
    expect(world.sentTo(first)).not.toContain('ABCD')
  })

  test('forgetting destroys the key', async () => {
    world.network.put(first, world.ours)
    expect((await world.link().forget()).state).toBe('not-paired')
    expect(world.keys.identity).toBeNull()
  })
})
