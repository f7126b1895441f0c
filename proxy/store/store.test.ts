import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { nodeDisk } from './disk.ts'
import { diskStore } from './disk-store.ts'
import { ownFormat } from './layout.ts'
import { memoryStore } from './memory-store.ts'
import type { PolicyRecord } from './records.ts'
import type { Change, Store } from './store.ts'

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

const onDisk = async (): Promise<Store> => {
  const folder = await mkdtemp(join(tmpdir(), 'nada-store-'))
  folders.push(folder)
  return diskStore({
    folder,
    backups: join(folder, 'backups'),
    key: createSecretKey(randomBytes(32)),
    installation: 'i',
    disk: nodeDisk,
    format: ownFormat,
    random: randomBytes,
    clock: Date.now,
    isKnown: false,
  })
}

const policy = (days: number): PolicyRecord => ({ id: 'policy', repeatDays: days, retentionDays: 180 })
const answer = (id: string, html = ''): Change => ({ collection: 'answers', id, value: { id, html } })

/** What every store does, wherever it keeps. */
describe.each([
  ['memory', async () => memoryStore()],
  ['journal and snapshot', onDisk],
])('a store in %s', (_kind, open) => {
  const loaded = async (): Promise<Store> => {
    const store = await open()
    await store.load()
    return store
  }

  test('gives back what was put, and nothing of other collections', async () => {
    const store = await loaded()
    await store.commit([{ collection: 'policies', id: 'policy', value: policy(30) }, answer('a', '<p>é</p>')])
    expect(await store.query('policies')).toEqual([policy(30)])
    expect(await store.query('answers')).toEqual([{ id: 'a', html: '<p>é</p>' }])
    expect(await store.query('queries')).toEqual([])
  })

  test('replaces in place, erases, and keeps the order of arrival', async () => {
    const store = await loaded()
    await store.commit([answer('a'), answer('b'), answer('c')])
    await store.commit([answer('a', 'new'), { collection: 'answers', id: 'b', value: null }])
    expect(await store.query('answers')).toEqual([
      { id: 'a', html: 'new' },
      { id: 'c', html: '' },
    ])
  })

  test('matches by equality of every field asked for', async () => {
    const store = await loaded()
    await store.commit([answer('a', 'x'), answer('b', 'x'), answer('c', 'y')])
    expect((await store.query('answers', { html: 'x' })).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(await store.query('answers', { html: 'x', id: 'c' })).toEqual([])
  })

  test('hands out copies: changing one changes nothing that is kept', async () => {
    const store = await loaded()
    const mine = policy(30)
    await store.commit([{ collection: 'policies', id: 'policy', value: mine }])
    mine.repeatDays = 1
    const [first] = await store.query('policies')
    if (first) first.repeatDays = 2
    expect(await store.query('policies')).toEqual([policy(30)])
  })

  test('takes commits made at the same time, all of them', async () => {
    const store = await loaded()
    const ids = Array.from({ length: 12 }, (_, index) => `id${index}`)
    await Promise.all(ids.map((id) => store.commit([answer(id)])))
    expect((await store.query('answers')).map(({ id }) => id)).toEqual(ids)
  })

  test('after any sequence of changes holds what a plain map would', async () => {
    const id = fc.constantFrom('a', 'b', 'c')
    const change = fc.oneof(
      fc.tuple(id, fc.string()).map(([id, html]) => answer(id, html)),
      id.map((id): Change => ({ collection: 'answers', id, value: null })),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 5 }), async (commits) => {
        const store = await loaded()
        const model = new Map<string, unknown>()
        for (const changes of commits) {
          await store.commit(changes)
          for (const { id, value } of changes) {
            if (value === null) model.delete(id)
            else model.set(id, value)
          }
        }
        expect(await store.query('answers')).toEqual([...model.values()])
      }),
      { numRuns: 25 },
    )
  })
})
