import { createSecretKey, randomBytes } from 'node:crypto'
import { copyFile, mkdtemp, readdir, readFile, rm, stat, truncate } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { readArchive } from './archive.ts'
import type { Disk } from './disk.ts'
import { nodeDisk } from './disk.ts'
import { diskStore } from './disk-store.ts'
import type { DiskStoreOptions } from './disk-store.ts'
import { dyingDisk } from './dying-disk.samples.ts'
import { ownFormat } from './layout.ts'
import { segmentsIn, snapshotsIn } from './place.ts'
import { recover } from './recover.ts'
import type { Change, Store } from './store.ts'

const homes: string[] = []
const stores: Store[] = []
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close()
  for (const home of homes.splice(0)) await rm(home, { recursive: true })
})

interface Room extends DiskStoreOptions {
  reopen(options?: Partial<DiskStoreOptions>): Promise<Store>
}

const makeRoom = async (): Promise<Room> => {
  const home = await mkdtemp(join(tmpdir(), 'nada-disk-store-'))
  homes.push(home)
  const room: Room = {
    folder: join(home, 'store'),
    backups: join(home, 'backups'),
    key: createSecretKey(randomBytes(32)),
    installation: 'installation',
    disk: nodeDisk,
    format: ownFormat,
    random: randomBytes,
    clock: () => Date.parse('2026-11-25T12:00:00Z'),
    isKnown: false,
    reopen: async (options = {}) => {
      const store = diskStore({ ...room, ...options })
      await store.load()
      stores.push(store)
      room.isKnown = true
      return store
    },
  }
  return room
}

const answer = (id: string, html: string): Change => ({ collection: 'answers', id, value: { id, html } })
const policy = (days: number): Change => ({
  collection: 'policies',
  id: 'policy',
  value: { id: 'policy', repeatDays: days, retentionDays: 180 },
})
const stateOf = async (store: Store) => [await store.query('answers'), await store.query('policies')]

test('what is committed is there after a restart, sealed and readable by its owner only', async () => {
  const room = await makeRoom()
  const store = await room.reopen({ compactFrom: 1 })
  await store.commit([answer('a', 'SITUAÇÃO')])
  await store.maintain()
  await store.commit([answer('b', 'SITUAÇÃO'), policy(3)])
  await store.close()
  const again = await room.reopen()
  expect(await stateOf(again)).toEqual([
    [
      { id: 'a', html: 'SITUAÇÃO' },
      { id: 'b', html: 'SITUAÇÃO' },
    ],
    [{ id: 'policy', repeatDays: 3, retentionDays: 180 }],
  ])
  for (const folder of [room.folder, join(room.folder, 'archive'), room.backups]) {
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    const names = (await readdir(folder, { withFileTypes: true })).filter((each) => each.isFile())
    expect(names).not.toEqual([])
    for (const { name } of names) {
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
      const bytes = await readFile(join(folder, name), 'latin1')
      expect(bytes).not.toMatch(/SITUA|answers"|repeatDays/)
    }
  }
})

test('a store that was not loaded, or is closed, takes nothing', async () => {
  const room = await makeRoom()
  const store = diskStore(room)
  await expect(store.query('answers')).rejects.toMatchObject({ code: 'store-unreadable' })
  await expect(store.commit([])).rejects.toMatchObject({ code: 'store-unreadable' })
  const open = await room.reopen()
  await open.close()
  await expect(open.commit([answer('a', 'x')])).rejects.toMatchObject({ code: 'store-write-failed' })
})

/** Counts the writes to the journal, and holds each back until the test lets it go. */
const gatedDisk = () => {
  const state = { writes: 0, gate: Promise.resolve() }
  const disk: Disk = {
    ...nodeDisk,
    open: async (path, flags, ...rest) => {
      const file: FileHandle = await nodeDisk.open(path, flags, ...rest)
      if (!String(path).endsWith('.log')) return file
      const write = file.write.bind(file)
      return Object.assign(file, {
        write: async (bytes: Buffer) => {
          state.writes += 1
          await state.gate
          return write(bytes)
        },
      })
    },
  }
  return { disk, state }
}

test('commits that arrive while one fsync runs share the next one; none is visible before its own', async () => {
  const room = await makeRoom()
  const { disk, state } = gatedDisk()
  const store = await room.reopen({ disk })
  const gate = Promise.withResolvers<void>()
  state.gate = gate.promise
  const first = store.commit([answer('first', 'x')])
  // The first one is on its way to the disk by the time that other work has had its turn there.
  while (state.writes === 0) await stat(room.folder)
  const others = Array.from({ length: 40 }, (_, index) => store.commit([answer(`o${index}`, 'x')]))
  expect(await store.query('answers')).toEqual([])
  gate.resolve()
  await Promise.all([first, ...others])
  expect(state.writes).toBe(2)
  expect(await store.query('answers')).toHaveLength(41)
})

const commits = fc.array(
  fc.array(
    fc.oneof(
      fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.string()).map(([id, html]) => answer(id, html)),
      fc.constantFrom('a', 'b', 'c').map((id): Change => ({ collection: 'answers', id, value: null })),
      fc.nat(9).map(policy),
    ),
    { maxLength: 4 },
  ),
  { minLength: 1, maxLength: 12 },
)

test('any commits, snapshots and restarts in between: the same state, with nothing wrong', async () => {
  const acts = fc.tuple(
    commits,
    fc.array(fc.constantFrom('', 'compact', 'restart', 'crash'), { maxLength: 12 }),
  )
  await fc.assert(
    fc.asyncProperty(acts, async ([all, then]) => {
      const room = await makeRoom()
      const twin = await (await makeRoom()).reopen()
      let process = dyingDisk()
      const start = (options: Partial<DiskStoreOptions> = {}) => {
        process = dyingDisk()
        return room.reopen({ ...options, disk: process.disk })
      }
      let store = await start()
      for (const [index, changes] of all.entries()) {
        await store.commit(changes)
        await twin.commit(changes)
        const act = then[index]
        if (act === 'restart') await store.close()
        if (act === 'crash') {
          stores.splice(stores.indexOf(store), 1)
          await process.die()
        }
        if (act === 'restart' || act === 'crash') store = await start()
        if (act === 'compact') {
          await store.close()
          store = await start({ compactFrom: 1 })
          await store.commit([policy(index)])
          await twin.commit([policy(index)])
          await store.maintain()
        }
      }
      expect(await stateOf(store)).toEqual(await stateOf(twin))
      await store.close()
      const again = await room.reopen()
      expect(await stateOf(again)).toEqual(await stateOf(twin))
      expect(again.status()).toEqual({ isReadOnly: false, reason: null })
      await again.close()
    }),
    { numRuns: 20 },
  )
}, 60_000)

test('cut by a crash at any byte of the journal: the state after some of the commits, in order, and no doubt', async () => {
  const room = await makeRoom()
  const store = await room.reopen()
  const states: unknown[] = [await stateOf(store)]
  const lengths: number[] = []
  const [segment] = segmentsIn(await readdir(room.folder))
  const path = join(room.folder, segment!.name)
  lengths.push((await stat(path)).size)
  for (const [index, changes] of [
    [answer('a', '1')],
    [answer('b', '2'), policy(1)],
    [answer('a', '3')],
    [{ collection: 'answers', id: 'b', value: null } as Change],
  ].entries()) {
    await store.commit(changes)
    states[index + 1] = await stateOf(store)
    lengths.push((await stat(path)).size)
  }
  const whole = join(room.folder, '..', 'whole')
  await copyFile(path, whole)
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: lengths[0]!, max: lengths.at(-1)! }), async (length) => {
      await copyFile(whole, path)
      await truncate(path, length)
      const again = await room.reopen()
      const good = lengths.filter((each) => each <= length).length - 1
      expect(await stateOf(again)).toEqual(states[good])
      expect(again.status()).toEqual({ isReadOnly: false, reason: null })
      // The torn rest is gone: what comes now is whole.
      await again.commit([answer('z', 'new')])
      const found = await recover(room)
      expect(found.verdict).toBe('whole')
      expect(found.tables.answers.select({ id: 'z' })).toHaveLength(1)
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('commits go on while a snapshot is made, and both are whole', async () => {
  const room = await makeRoom()
  const seeded = await room.reopen()
  await seeded.commit(Array.from({ length: 400 }, (_, index) => answer(`s${index}`, 'x'.repeat(3000))))
  await seeded.close()
  let during = 0
  const store = await room.reopen({
    compactFrom: 1,
    disk: {
      ...nodeDisk,
      rename: async (from, to) => {
        if (String(to).includes('/snapshot.') || String(to).includes('/answers.')) {
          during += 1
          await store.commit([answer(`during${during}`, 'y'), answer('s0', `changed ${during}`)])
        }
        await nodeDisk.rename(from, to)
      },
    },
  })
  await store.commit([policy(1)])
  await store.maintain()
  expect(during).toBeGreaterThan(0)
  const state = await stateOf(store)
  await store.close()
  expect(await stateOf(await room.reopen())).toEqual(state)
})

test('a snapshot leaves one snapshot, one segment, and the older segments in the archive', async () => {
  const room = await makeRoom()
  const store = await room.reopen({ compactFrom: 1 })
  for (const html of ['1', '2', '3']) {
    await store.commit([answer('a', html)])
    await store.maintain()
  }
  const names = await readdir(room.folder)
  expect(snapshotsIn(names)).toHaveLength(1)
  expect(segmentsIn(names)).toHaveLength(1)
  expect(names.filter((name) => name.startsWith('answers.'))).toHaveLength(1)
  const { entries } = await readArchive(room, 1)
  expect(entries).toMatchObject([
    { seq: 2, at: '2026-11-25T12:00:00.000Z', changes: [{ value: { html: '2' } }] },
  ])
})

test('the file of the answers is written anew only when one of them has changed', async () => {
  const room = await makeRoom()
  const store = await room.reopen({ compactFrom: 1 })
  const files = async () => (await readdir(room.folder)).filter((name) => name.startsWith('answers.'))
  await store.commit([answer('a', 'x')])
  await store.maintain()
  const before = await files()
  await store.commit([policy(1)])
  await store.maintain()
  expect(await files()).toEqual(before)
  await store.commit([answer('b', 'x')])
  await store.maintain()
  expect(await files()).not.toEqual(before)
  await store.close()
  expect(await (await room.reopen()).query('answers')).toHaveLength(2)
})

test('a commit that changes nothing writes nothing', async () => {
  const room = await makeRoom()
  const store = await room.reopen()
  const [segment] = segmentsIn(await readdir(room.folder))
  const before = await readFile(join(room.folder, segment!.name))
  await store.commit([])
  expect(await readFile(join(room.folder, segment!.name))).toEqual(before)
})
