import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { listBackups, readBackup } from '../../proxy/store/backup.ts'
import { nodeDisk } from '../../proxy/store/disk.ts'
import type { DataFormat } from '../../proxy/store/layout.ts'
import { ownFormat } from '../../proxy/store/layout.ts'
import { findPlace, openStore } from '../../proxy/store/open-store.ts'
import type { Place } from '../../proxy/store/place.ts'
import { restoreBackup } from '../../proxy/store/restore.ts'
import { readSnapshot } from '../../proxy/store/snapshot-files.ts'
import type { Copy } from '../../proxy/store/snapshot.ts'
import type { Store } from '../../proxy/store/store.ts'
import { openVault } from '../../proxy/vault/open-vault.ts'
import type { Vault } from '../../proxy/vault/vault.ts'
import { mortalDisk } from './mortal-disk.ts'
import type { End } from './mortal-disk.ts'
import { answer, storeRoom } from './store-room.ts'
import type { StoreRoom } from './store-room.ts'

/** The program after this one: it keeps an answer with a mark, one for each migration that saw it. */
const next = ownFormat.layout + 1
const later: DataFormat = {
  layout: next,
  program: '9.0.0',
  migrations: [
    ...ownFormat.migrations,
    {
      to: next,
      migrate: ({ answers }) =>
        answers.rows().records.map((record) => ({
          collection: 'answers',
          id: String(record['id']),
          value: { ...record, html: `${String(record['html'])}!` },
        })),
    },
  ],
}

const htmlsOf = async (store: Store): Promise<string[]> =>
  (await store.query('answers')).map(({ html }) => html)
const htmlsIn = ({ parts }: Copy): unknown[] =>
  parts.flatMap(({ collection, records }) =>
    collection === 'answers' ? records.map((record) => record['html']) : [],
  )

let room: StoreRoom
beforeEach(async () => {
  room = await storeRoom()
})
afterEach(() => room.clear())

const placeOf = async (format: DataFormat, folder = room.folder): Promise<Place> =>
  (await findPlace({ folder, vault: room.vault, random: randomBytes, clock: () => room.now, format }))!

/** A snapshot, and lines behind it that are in no snapshot yet: the service was killed. */
const killed = async (): Promise<void> => {
  const store = await room.open()
  await store.commit([answer('a', 'a')])
  await store.close()
  const second = await room.open()
  await second.commit([answer('b', 'b')])
  await second.commit([answer('c', 'c')])
}

const before = ['a', 'b', 'c']
const after = ['a!', 'b!', 'c!']

test('older data are migrated once; a copy of them as they were is kept, which both programs can read', async () => {
  await killed()
  const store = await room.open({ format: later })
  expect(await htmlsOf(store)).toEqual(after)
  expect(store.status()).toEqual({ isReadOnly: false, reason: null })
  await store.commit([answer('d', 'd')])
  await store.close()
  expect(await htmlsOf(await room.open({ format: later }))).toEqual([...after, 'd'])

  const [copy, ...others] = await listBackups(await placeOf(later))
  expect(others).toEqual([])
  expect(copy?.kind).toBe('before-migration')
  const path = join(room.backups, copy!.name)
  expect(htmlsIn(await readBackup(await placeOf(ownFormat), path))).toEqual(before)
  const current = await readBackup(await placeOf(later), path)
  expect(htmlsIn(current)).toEqual(after)
  expect(current.head).toMatchObject({ layout: next, program: '9.0.0' })
})

test('the migration throws: nothing in the folder changes', async () => {
  await killed()
  const names = await room.names()
  const broken: DataFormat = {
    ...later,
    migrations: [
      {
        to: next,
        migrate: () => {
          throw new TypeError('not what it expected')
        },
      },
    ],
  }
  await expect(room.open({ format: broken })).rejects.toMatchObject({ code: 'store-unreadable' })
  expect(await room.names()).toEqual(names)
  expect(await readdir(room.home)).toEqual(['store'])
  expect(await htmlsOf(await room.open())).toEqual(before)
})

test('what was in doubt before stays in doubt, migrated all the same', async () => {
  await killed()
  await rm(await room.journal())
  const store = await room.open({ format: later })
  expect(store.status()).toEqual({ isReadOnly: true, reason: 'store-read-only' })
  expect(await htmlsOf(store)).toEqual(['a!'])
})

describe('the power goes, or the disk fails, at any change of the migration', () => {
  const homes: string[] = []
  afterAll(() => Promise.all(homes.map((home) => rm(home, { recursive: true, force: true }))))
  const copyOf = async (from: string): Promise<string> => {
    const home = await mkdtemp(join(tmpdir(), 'nada-migration-'))
    homes.push(home)
    await cp(from, home, { recursive: true })
    return home
  }
  const open = (home: string, format: DataFormat, now: number, disk = nodeDisk) =>
    openStore({
      folder: join(home, 'store'),
      vault: room.vault,
      random: randomBytes,
      clock: () => now,
      disk,
      format,
    })

  const dieAt = async (at: number, end: End): Promise<void> => {
    const home = await copyOf(room.home)
    const { disk } = mortalDisk(at, end)
    const first = await open(home, later, room.now, disk).catch(() => null)
    await first?.close().catch(() => {})

    // The program before it finds its own data, or what it must not touch.
    const old = await open(await copyOf(home), ownFormat, room.now).catch((thrown: unknown) => thrown)
    if (old instanceof AppError) expect([at, old.code]).toEqual([at, 'data-newer'])
    else {
      expect([at, await htmlsOf(old as Store), (old as Store).status().reason]).toEqual([at, before, null])
      await (old as Store).close()
    }

    const again = await open(home, later, room.now + 1000)
    expect([at, await htmlsOf(again), again.status().reason]).toEqual([at, after, null])
    await again.commit([answer('d', 'd')])
    await again.close()
    const last = await open(home, later, room.now + 2000)
    expect([at, await htmlsOf(last), last.status().reason]).toEqual([at, [...after, 'd'], null])
    await last.close()
    const place = await placeOf(ownFormat, join(home, 'store'))
    const kept = (await listBackups(place)).filter(({ kind }) => kind === 'before-migration')
    expect(htmlsIn(await readBackup(place, join(place.backups, kept[0]!.name)))).toEqual(before)
  }

  test.each<End>(['killed', 'failed'])(
    '%s: the old data or the new, never a mix, and no doubt',
    async (end) => {
      await killed()
      // The real one has a megabyte, to be copied at every point.
      await writeFile(join(room.folder, 'reserve'), 'x')
      const immortal = mortalDisk(Infinity, end)
      const whole = await open(await copyOf(room.home), later, room.now, immortal.disk)
      const count = immortal.changes()
      await whole.close()
      expect(count).toBeGreaterThan(20)
      await Promise.all(Array.from({ length: count }, (_, index) => dieAt(index + 1, end)))
    },
    30_000,
  )
})

describe('copies and archives of older layouts stay readable', () => {
  test('the folder is gone: the copy of the older layout brings it back, migrated', async () => {
    await killed()
    await (await room.open({ format: later })).close()
    await rm(room.folder, { recursive: true })
    expect(await htmlsOf(await room.open({ format: later }))).toEqual(after)
  })

  test('the new snapshot is damaged: copy, journal and archive of the older layout lead as far as they reach', async () => {
    const store = await room.open({ compactFrom: 1 })
    await store.commit([answer('a', 'a')])
    await store.maintain()
    await store.commit([answer('b', 'b')])
    await store.close()
    await (await room.open({ format: later })).close()
    // Only the day's copy, which holds the first answer, is left of the copies.
    for (const { name, kind } of await listBackups(await placeOf(later)))
      if (kind !== 'daily') await rm(join(room.backups, name))
    await writeFile(await room.snapshot(), 'NADA2p')
    const found = await room.open({ format: later })
    expect(await htmlsOf(found)).toEqual(['a!', 'b!'])
    expect(found.status().isReadOnly).toBe(true)
  })

  test('a copy of the older layout is restored, migrated', async () => {
    await killed()
    await (await room.open({ format: later })).close()
    const place = await placeOf(later)
    const [copy] = await listBackups(place)
    await restoreBackup(place, join(room.backups, copy!.name), () => Promise.resolve())
    const store = await room.open({ format: later })
    expect(await htmlsOf(store)).toEqual(after)
    expect(store.status()).toEqual({ isReadOnly: false, reason: null })
  })
})

test('a newer program of the same layout adds a field: an older one keeps it, in journal, snapshot and copy', async () => {
  const value = { id: 'a', html: 'a', mood: 'good' }
  const newer: DataFormat = { ...ownFormat, program: '1.9.0' }
  const store = await room.open({ format: newer })
  await store.commit([{ collection: 'answers', id: 'a', value }])
  await store.close()
  const again = await room.open()
  expect(again.status()).toEqual({ isReadOnly: false, reason: null })
  expect(await again.query('answers')).toEqual([value])
  await again.commit([answer('b', 'b')])
  await again.maintain()
  await again.close()
  expect((await (await room.open()).query('answers'))[0]).toEqual(value)
  const place = await placeOf(ownFormat)
  const copy = await readBackup(place, join(room.backups, (await listBackups(place))[0]!.name))
  expect(copy.parts.find(({ collection }) => collection === 'answers')?.records[0]).toEqual(value)
})

describe('data that version 1.0.0 wrote, before layouts had a number', () => {
  let home: string
  let vault: Vault
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'nada-first-'))
    await cp(join(import.meta.dirname, 'first-layout'), home, { recursive: true })
    vault = await openVault({ folder: home, random: randomBytes })
  })
  afterEach(() => rm(home, { recursive: true }))
  const open = (format: DataFormat) =>
    openStore({ folder: join(home, 'store'), vault, random: randomBytes, format })

  test('they open as they are, whole', async () => {
    const store = await open(ownFormat)
    expect(await htmlsOf(store)).toEqual(['SITUAÇÃO', 'z', 'y'])
    expect(store.status()).toEqual({ isReadOnly: false, reason: null })
    expect(await store.query('policies')).toEqual([{ id: 'policy', repeatDays: 7, retentionDays: 90 }])
    await store.close()
    const place = (await findPlace({ folder: join(home, 'store'), vault, random: randomBytes }))!
    const newest = (await readdir(place.folder)).findLast((name) => name.startsWith('snapshot.'))!
    expect((await readSnapshot(place, newest)).head).toMatchObject({
      layout: ownFormat.layout,
      program: ownFormat.program,
    })
  })

  test('they are migrated: folder, copy and archive', async () => {
    const store = await open(later)
    expect(await htmlsOf(store)).toEqual(['SITUAÇÃO!', 'z!', 'y!'])
    await store.close()
    const options = { folder: join(home, 'store'), vault, random: randomBytes, format: later }
    const place = (await findPlace(options))!
    const [daily] = (await listBackups(place)).filter(({ kind }) => kind === 'daily')
    expect(htmlsIn(await readBackup(place, join(place.backups, daily!.name)))).toEqual(['SITUAÇÃO!'])
  })
})
