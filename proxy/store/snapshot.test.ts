import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { memoryVault } from '../vault/memory-vault.ts'
import type { Vault } from '../vault/vault.ts'
import type { Disk } from './disk.ts'
import { nodeDisk } from './disk.ts'
import { openStore } from './open-store.ts'
import type { Change } from './store.ts'

let folder: string
let vault: Vault
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nada-snapshot-'))
  vault = memoryVault()
})
afterEach(() => rm(folder, { recursive: true }))

const open = (disk: Disk = nodeDisk) => openStore({ folder, vault, random: randomBytes, disk })
const answer = (id: string, html: string): Change => ({ collection: 'answers', id, value: { id, html } })
const answerFile = async (): Promise<string> => {
  const name = (await readdir(folder)).find((each) => each.startsWith('answers.'))
  if (!name) throw new Error('no answers file')
  return join(folder, name)
}
const failing = (code: string): Error => Object.assign(new Error(code), { code })

test('what is committed is there after a restart, sealed and readable by its owner only', async () => {
  const store = await open()
  await store.commit([answer('a', 'SITUAÇÃO')])
  await store.commit([answer('b', 'x')])
  expect(await (await open()).query('answers')).toEqual([
    { id: 'a', html: 'SITUAÇÃO' },
    { id: 'b', html: 'x' },
  ])
  for (const name of await readdir(folder)) {
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
    expect(await readFile(join(folder, name), 'latin1')).not.toContain('SITUA')
  }
  expect((await readdir(folder)).toSorted()).toEqual([
    expect.stringMatching(/^answers\.\d+\.sealed$/),
    'manifest.sealed',
  ])
})

describe('G81 · a damaged or missing file is never an empty database', () => {
  test.each<[string, (path: string) => Promise<void>]>([
    ['empty', (path) => writeFile(path, '')],
    ['full of NULs', (path) => writeFile(path, Buffer.alloc(4096))],
    ['cut in half', async (path) => truncate(path, Math.floor((await stat(path)).size / 2))],
    ['plain JSON null', (path) => writeFile(path, 'null')],
    ['missing', (path) => rm(path)],
  ])('G81 · %s', async (_what, damage) => {
    await (await open()).commit([answer('a', 'kept')])
    for (const path of [await answerFile(), join(folder, 'manifest.sealed')]) {
      const whole = await readFile(path)
      await damage(path)
      const before = await readdir(folder)
      await expect(open()).rejects.toMatchObject({ code: 'store-unreadable' })
      expect(await readdir(folder)).toEqual(before)
      await writeFile(path, whole)
    }
    expect(await (await open()).query('answers')).toHaveLength(1)
  })

  test('G81 · the whole folder emptied: the mark in the vault says that there was one', async () => {
    await (await open()).commit([answer('a', 'kept')])
    await rm(folder, { recursive: true })
    await expect(open()).rejects.toMatchObject({ code: 'store-unreadable' })
  })

  test('G81 · a vault that has lost the key does not start a second store beside the first', async () => {
    await (await open()).commit([answer('a', 'kept')])
    const known = vault
    vault = memoryVault()
    await expect(open()).rejects.toMatchObject({ code: 'store-unreadable' })
    vault = known
    expect(await (await open()).query('answers')).toHaveLength(1)
  })

  test('G81 · an older file put in the place of the newest does not open', async () => {
    const store = await open()
    await store.commit([answer('a', 'old')])
    const old = await readFile(await answerFile())
    await store.commit([answer('a', 'new')])
    await writeFile(await answerFile(), old)
    await expect(open()).rejects.toMatchObject({ code: 'store-unreadable' })
  })

  test('G81 · leftovers of a write that did not end change nothing and go with the next start', async () => {
    await (await open()).commit([answer('a', 'kept')])
    await writeFile(join(folder, 'answers.99.sealed'), 'half')
    await writeFile(join(folder, 'manifest.sealed.1-1.tmp'), 'half')
    expect(await (await open()).query('answers')).toEqual([{ id: 'a', html: 'kept' }])
    expect(await readdir(folder)).toHaveLength(2)
  })

  test('a first start that broke off is a first start again', async () => {
    const broken = open({
      ...nodeDisk,
      rename: async () => {
        throw failing('EIO')
      },
      unlink: async () => {},
    })
    await expect(broken).rejects.toMatchObject({ code: 'store-unreadable' })
    expect(await readdir(folder)).toEqual([expect.stringMatching(/^manifest\.sealed\.\d+-\d+\.tmp$/)])
    expect(await (await open()).query('answers')).toEqual([])
  })

  test('G81 · nothing of others in the folder is touched', async () => {
    const others = ['vault.sealed', 'vault.key', 'lock', 'answers.sealed.bak', 'notes.tmp']
    for (const name of others) await writeFile(join(folder, name), 'x')
    await (await open()).commit([answer('a', 'kept')])
    await open()
    expect(await readdir(folder)).toEqual(expect.arrayContaining(others))
  })

  test('a store that was not loaded answers nothing', async () => {
    const { snapshotStore } = await import('./snapshot.ts')
    const store = snapshotStore({
      folder,
      key: randomBytes(32),
      random: randomBytes,
      known: false,
      disk: nodeDisk,
    })
    await expect(store.query('answers')).rejects.toMatchObject({ code: 'store-unreadable' })
  })
})

/** A rename that Windows refuses so many times. */
const stubborn = (times: number) => {
  let left = times
  const waits: number[] = []
  const disk: Disk = {
    ...nodeDisk,
    rename: async (from, to) => {
      if (String(to).endsWith('manifest.sealed') && left-- > 0) throw failing('EPERM')
      await nodeDisk.rename(from, to)
    },
    wait: async (milliseconds) => void waits.push(milliseconds),
  }
  return { disk, waits }
}

describe('G82 · a rename that fails for a while', () => {
  test('G82 · EPERM three times, then it works: saved on the fourth', async () => {
    await open()
    const { disk, waits } = stubborn(3)
    const store = await open(disk)
    await store.commit([answer('a', 'x')])
    expect(waits).toEqual([10, 20, 40])
    expect(await (await open()).query('answers')).toHaveLength(1)
  })

  test('G82 · EPERM for ever: refused, and nothing has changed in memory or on disk', async () => {
    await (await open()).commit([answer('a', 'x')])
    const store = await open(stubborn(Infinity).disk)
    await expect(store.commit([answer('b', 'y'), answer('a', 'z')])).rejects.toMatchObject({
      code: 'store-write-failed',
    })
    expect(await store.query('answers')).toEqual([{ id: 'a', html: 'x' }])
    expect(await (await open()).query('answers')).toEqual([{ id: 'a', html: 'x' }])
  })
})

test.each(['answers.', 'policies.', 'manifest'])(
  'G84 · disk full while writing %s: all of the commit or none',
  async (file) => {
    const first = await open()
    await first.commit([answer('a', 'x')])
    const store = await open({
      ...nodeDisk,
      open: async (path, ...rest) => {
        if (String(path).includes(`/${file}`)) throw failing('ENOSPC')
        return nodeDisk.open(path, ...rest)
      },
    })
    const both: Change[] = [
      answer('a', 'changed'),
      { collection: 'policies', id: 'policy', value: { id: 'policy', repeatDays: 1, retentionDays: 1 } },
    ]
    await expect(store.commit(both)).rejects.toMatchObject({ code: 'store-write-failed', retry: 'safe' })
    for (const each of [store, await open()]) {
      expect(await each.query('answers')).toEqual([{ id: 'a', html: 'x' }])
      expect(await each.query('policies')).toEqual([])
    }
  },
)

test('after a failed commit the next one is kept', async () => {
  let full = false
  const store = await open({
    ...nodeDisk,
    open: async (...call) => {
      if (full) throw failing('ENOSPC')
      return nodeDisk.open(...call)
    },
  })
  full = true
  await expect(store.commit([answer('a', 'x')])).rejects.toThrow('store-write-failed')
  full = false
  await store.commit([answer('b', 'y')])
  expect(await (await open()).query('answers')).toEqual([{ id: 'b', html: 'y' }])
})
