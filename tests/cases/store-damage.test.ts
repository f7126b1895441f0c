import { cp, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { memoryVault } from '../../proxy/vault/memory-vault.ts'
import { answer, storeRoom } from './store-room.ts'
import type { StoreRoom } from './store-room.ts'

let room: StoreRoom
beforeEach(async () => {
  room = await storeRoom()
})
afterEach(() => room.clear())

const unreadable = { code: 'store-unreadable' }
const readOnly = { isReadOnly: true, reason: 'store-read-only' }
const fine = { isReadOnly: false, reason: null }
const repaired = { isReadOnly: false, reason: 'store-repaired' }

const damages: [string, (path: string) => Promise<unknown>][] = [
  ['empty', (path) => writeFile(path, '')],
  ['full of NULs', (path) => writeFile(path, Buffer.alloc(4096))],
  ['cut in half', async (path) => truncate(path, Math.floor((await stat(path)).size / 2))],
  ['plain JSON null', (path) => writeFile(path, 'null')],
  ['missing', (path) => rm(path)],
]

/** Three answers: two in the snapshot, one in the journal behind it. The process dies after a minute has gone by. */
const lived = async ({ backup = false } = {}): Promise<void> => {
  const store = await room.open({ compactFrom: 1 })
  await store.commit([answer('a', 'first')])
  await store.maintain()
  if (!backup) await rm(room.backups, { recursive: true })
  await store.commit([answer('b', 'second')])
  await store.maintain()
  if (!backup) await rm(room.backups, { recursive: true, force: true })
  await store.close()
  const later = await room.open()
  await later.commit([answer('c', 'third')])
  await later.maintain()
  if (!backup) await rm(room.backups, { recursive: true, force: true })
}

const kept = async (): Promise<{ ids: string[]; status: object }> => {
  const store = await room.open()
  return { ids: (await store.query('answers')).map(({ id }) => id), status: store.status() }
}
const aside = async (): Promise<string[]> => readdir(join(room.folder, 'aside')).catch(() => [] as string[])

describe.each(damages)('attack 35 · G81 · %s', (_what, damage) => {
  test('the journal: what the snapshot holds is there, inclusions are off, the file is kept aside', async () => {
    await lived()
    const path = await room.journal()
    await damage(path)
    const damaged = await readFile(path).catch(() => null)
    const { ids, status } = await kept()
    expect(ids.slice(0, 2)).toEqual(['a', 'b'])
    expect(ids).not.toContain('c')
    expect(status).toEqual(readOnly)
    const names = (await aside()).filter((name) => name.includes('journal'))
    const contents = await Promise.all(names.map((name) => readFile(join(room.folder, 'aside', name))))
    expect(contents.some((content) => damaged?.equals(content))).toBe(damaged !== null)
  })

  test.each(['snapshot.', 'answers.'])(
    'the file %s…: made good from the first line on, nothing lost, and told',
    async (start) => {
      await lived()
      const name = (await room.names()).findLast((each) => each.startsWith(start))!
      await damage(join(room.folder, name))
      const damaged = await readFile(join(room.folder, name)).catch(() => null)
      expect(await kept()).toEqual({ ids: ['a', 'b', 'c'], status: repaired })
      const names = (await aside()).filter((each) => each.endsWith(`-damaged-${name}`))
      const found = await Promise.all(names.map((each) => readFile(join(room.folder, 'aside', each))))
      expect(found).toEqual(damaged ? [damaged] : [])
      // The next start has nothing left to make good.
      expect(await kept()).toEqual({ ids: ['a', 'b', 'c'], status: fine })
    },
  )

  test('the snapshot and the oldest archive: made good from the backup', async () => {
    await lived({ backup: true })
    const [oldest] = (await readdir(join(room.folder, 'archive'))).toSorted()
    await damage(join(room.folder, 'archive', oldest!))
    await damage(await room.snapshot())
    expect(await kept()).toEqual({ ids: ['a', 'b', 'c'], status: repaired })
  })

  test('snapshot, journal and archives: the newest backup, in doubt', async () => {
    await lived({ backup: true })
    for (const name of await readdir(join(room.folder, 'archive')))
      await damage(join(room.folder, 'archive', name))
    await damage(await room.snapshot())
    await damage(await room.journal())
    const { ids, status } = await kept()
    expect(ids[0]).toBe('a')
    expect(ids).not.toContain('c')
    expect(status).toEqual(readOnly)
  })

  test('everything there is: refused, and nothing touched', async () => {
    await lived()
    await rm(join(room.folder, 'archive'), { recursive: true })
    await damage(await room.snapshot())
    await damage(await room.journal())
    const before = await readdir(room.folder)
    await expect(room.open()).rejects.toMatchObject(unreadable)
    expect(await readdir(room.folder)).toEqual(before)
  })
})

test('G81 · in doubt commits go on, the doubt outlives restarts, and reading says so', async () => {
  await lived()
  await rm(await room.journal())
  const store = await room.open()
  expect(store.status()).toEqual(readOnly)
  await store.commit([answer('d', 'a removal goes on')])
  await store.close()
  expect(await kept()).toEqual({ ids: ['a', 'b', 'd'], status: readOnly })
})

test('attack 35 · G81 · the whole folder emptied: the newest backup; without one, refused', async () => {
  await lived({ backup: true })
  await rm(room.folder, { recursive: true })
  expect((await kept()).status).toEqual(readOnly)
  await rm(room.folder, { recursive: true })
  await rm(room.backups, { recursive: true })
  await expect(room.open()).rejects.toMatchObject(unreadable)
})

test('G81 · a leftover temporary file newer than all others changes nothing and goes with the next start', async () => {
  await lived()
  const leftover = `${await room.snapshot()}.9-9.tmp`
  await writeFile(leftover, 'half')
  expect(await kept()).toEqual({ ids: ['a', 'b', 'c'], status: fine })
  expect(await readdir(room.folder)).not.toContain(leftover)
})

test('G84 · what a process left half-written among backups and archives goes with the next start, and nothing else', async () => {
  await lived({ backup: true })
  const [backup = ''] = await readdir(room.backups)
  const [archive = ''] = await readdir(join(room.folder, 'archive'))
  const halves = [join(room.backups, `${backup}.9-9.tmp`), join(room.folder, 'archive', `${archive}.9-9.tmp`)]
  const foreign = join(room.backups, 'notes.9-9.tmp')
  for (const path of [...halves, foreign]) await writeFile(path, 'half')
  expect(await kept()).toEqual({ ids: ['a', 'b', 'c'], status: fine })
  for (const path of halves) await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' })
  expect((await stat(foreign)).size).toBe(4)
  expect(await readdir(room.backups)).toContain(backup)
})

test('attack 35 · G81 · an older folder put in the place of the newest is seen by the backup that reaches further', async () => {
  const store = await room.open({ compactFrom: 1 })
  await store.commit([answer('a', 'old')])
  await store.close()
  await cp(room.folder, join(room.home, 'older'), { recursive: true })
  const later = await room.open()
  await later.commit([answer('b', 'new')])
  await later.maintain()
  await later.close()
  await rm(room.folder, { recursive: true })
  await rename(join(room.home, 'older'), room.folder)
  expect(await kept()).toEqual({ ids: ['a', 'b'], status: readOnly })
})

test('attack 35 · G81 · a journal of another installation is no journal', async () => {
  const other = await storeRoom()
  const foreign = await other.open()
  await foreign.commit([answer('x', 'foreign')])
  const store = await room.open()
  await store.commit([answer('a', 'kept')])
  await cp(await other.journal(), await room.journal())
  await expect(room.open()).rejects.toMatchObject(unreadable)
  await other.clear()
})

test.each(['snapshot.', 'answers.'])(
  'attack 35 · G81 · a file %s… of another installation is none: made good, kept aside',
  async (start) => {
    await lived()
    const own = (await room.names()).findLast((each) => each.startsWith(start))!
    const other = await storeRoom()
    const foreign = await other.open({ compactFrom: 1 })
    await foreign.commit([answer('x', 'foreign')])
    await foreign.maintain()
    const theirs = (await other.names()).findLast((each) => each.startsWith(start))!
    await cp(join(other.folder, theirs), join(room.folder, own))
    expect(await kept()).toEqual({ ids: ['a', 'b', 'c'], status: repaired })
    expect((await aside()).some((each) => each.endsWith(`-damaged-${own}`))).toBe(true)
    await other.clear()
  },
)

test('G81 · a vault that has lost the key does not start a second store beside the first', async () => {
  await lived()
  await expect(room.open({ vault: memoryVault() })).rejects.toMatchObject(unreadable)
  expect((await kept()).ids).toEqual(['a', 'b', 'c'])
})

test('G81 · an altered line in the middle ends what is believed; a torn last line is dropped', async () => {
  const store = await room.open()
  for (const id of ['a', 'b', 'c']) await store.commit([answer(id, 'x')])
  const path = await room.journal()
  const whole = await readFile(path, 'latin1')
  await writeFile(path, whole.slice(0, -20))
  expect(await kept()).toEqual({ ids: ['a', 'b'], status: fine })

  const lines = whole.split('\n')
  lines[2] = lines[2]!.replace(/.{8}$/, 'AAAAAAAA')
  await writeFile(path, lines.join('\n'))
  expect(await kept()).toEqual({ ids: ['a'], status: readOnly })
  expect((await aside()).some((name) => name.includes('damaged-journal'))).toBe(true)
})

test('G81 · lines cut off at the end are missed, once a minute has noted how far they reached', async () => {
  const store = await room.open()
  for (const id of ['a', 'b']) await store.commit([answer(id, 'x')])
  await store.maintain()
  await rm(room.backups, { recursive: true })
  const path = await room.journal()
  const lines = (await readFile(path, 'latin1')).split('\n')
  await writeFile(path, `${lines.slice(0, -2).join('\n')}\n`)
  expect(await kept()).toEqual({ ids: ['a'], status: readOnly })
})

test('G81 · nothing of others in the folder is touched', async () => {
  await lived()
  const others = ['vault.sealed', 'lock', 'answers.sealed.bak', 'notes.tmp']
  for (const name of others) await writeFile(join(room.folder, name), 'x')
  await rm(await room.journal())
  await kept()
  expect(await readdir(room.folder)).toEqual(expect.arrayContaining(others))
})
