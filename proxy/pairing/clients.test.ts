import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { memoryStore } from '../store/memory-store.ts'
import { memoryVault } from '../vault/memory-vault.ts'
import { clientRegistry } from './clients.ts'

const wired = () => {
  const store = memoryStore()
  const vault = memoryVault()
  let now = Date.UTC(2026, 10, 25, 12)
  const open = () => clientRegistry({ store, vault, clock: () => now, random: randomBytes })
  return { store, vault, open, clients: open(), tick: () => (now += 1000) }
}

const request = { name: 'Recepção', origin: 'chrome-extension://a', scopes: ['query'] as const }
const ask = { ...request, scopes: [...request.scopes] }

describe('pairing', () => {
  test('the secret lies in the vault, the record has none', async () => {
    const { store, vault, clients } = wired()
    const { client, secret } = await clients.pair(ask)
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    expect(await vault.get(`client:${client.id}`)).toBe(secret)
    expect(JSON.stringify(await store.query('clients'))).not.toContain(secret)
    expect(clients.find(client.id)?.client).toEqual(client)
    expect(clients.knowsOrigin(request.origin)).toBe(true)
  })

  test('another process finds it', async () => {
    const { clients, open } = wired()
    const { client } = await clients.pair(ask)
    const later = open()
    await later.load()
    expect(later.find(client.id)?.key).toEqual(clients.find(client.id)?.key)
  })

  test('again from the same Origin: the old one ends', async () => {
    const { vault, clients, open } = wired()
    const first = await clients.pair(ask)
    const second = await clients.pair(ask)
    expect(clients.find(first.client.id)).toBeUndefined()
    expect(clients.list()).toEqual([second.client])
    expect(await vault.get(`client:${first.client.id}`)).toBeNull()
    const later = open()
    await later.load()
    expect(later.list()).toEqual([second.client])
  })

  test('a disk that fails pairs nobody', async () => {
    const { store, clients } = wired()
    store.commit = async () => {
      throw new AppError('store-write-failed')
    }
    await expect(clients.pair(ask)).rejects.toThrow('store-write-failed')
    expect(clients.list()).toEqual([])
  })
})

describe('two browsers that bear one name', () => {
  const other = { ...ask, origin: 'chrome-extension://b', name: 'recepcao' }

  test('the second gets a number; the one that takes the place of the first does not', async () => {
    const { clients } = wired()
    await clients.pair(ask)
    expect((await clients.pair(other)).client.name).toBe('recepcao (2)')
    expect((await clients.pair(ask)).client.name).toBe('Recepção')
    const longName = 'a'.repeat(80)
    await clients.pair({ ...ask, origin: 'chrome-extension://c', name: longName })
    const fourth = await clients.pair({ ...ask, origin: 'chrome-extension://d', name: longName })
    expect(fourth.client.name).toBe(`${'a'.repeat(76)} (2)`)
  })

  test('an administrator gives no name that another one bears, and may go on changing the scopes of either', async () => {
    const { clients } = wired()
    const { id } = (await clients.pair({ ...ask, scopes: ['query', 'admin'] })).client
    const second = (await clients.pair({ ...other, name: 'Ana' })).client.id
    await expect(clients.update(second, { name: 'RECEPÇÃO ', scopes: ['query'] }, id)).rejects.toThrow(
      'name-taken',
    )
    expect((await clients.update(second, { name: 'ANA', scopes: ['query'] }, id)).name).toBe('ANA')
    await clients.revoke(second, id)
    const third = (await clients.pair({ ...other, name: 'Leo' })).client.id
    expect((await clients.update(third, { name: 'Ana', scopes: ['query'] }, id)).name).toBe('Ana')
  })

  test('of pairings from earlier days the younger one is told apart after the start', async () => {
    const { store, clients, open, tick } = wired()
    const first = (await clients.pair(ask)).client
    tick()
    const second = (await clients.pair({ ...other, name: 'Ana' })).client
    const same = { ...second, name: 'Recepção' }
    await store.commit([{ collection: 'clients', id: second.id, value: same }])
    const later = open()
    await later.load()
    expect(later.list()).toEqual([first, { ...second, name: 'Recepção (2)' }])
    later.seen(second.id, tick())
    await later.flush()
    expect((await store.query('clients', { id: second.id }))[0]?.name).toBe('Recepção (2)')
  })
})

test('a client whose secret is gone is no client', async () => {
  const { vault, clients } = wired()
  const { client } = await clients.pair(ask)
  await vault.delete(`client:${client.id}`)
  await clients.load()
  expect(clients.find(client.id)).toBeUndefined()
  expect(clients.knowsOrigin(request.origin)).toBe(false)
})

test('an unknown client cannot be revoked', async () => {
  await expect(wired().clients.revoke('nobody', null)).rejects.toThrow('client-unknown')
})

test('the last call is known at once and kept when it is flushed', async () => {
  const { store, clients, tick } = wired()
  const { client } = await clients.pair(ask)
  const seenAt = tick()
  clients.seen(client.id, seenAt)
  clients.seen('nobody', seenAt)
  expect(clients.list()[0]?.lastSeenAt).toBe(new Date(seenAt).toISOString())
  expect((await store.query('clients'))[0]?.lastSeenAt).toBeNull()
  await clients.flush()
  expect((await store.query('clients'))[0]?.lastSeenAt).toBe(new Date(seenAt).toISOString())
})
