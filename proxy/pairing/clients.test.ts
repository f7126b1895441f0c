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
