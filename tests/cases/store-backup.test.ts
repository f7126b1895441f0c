import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runCli } from '../../proxy/cli/run-cli.ts'
import { takeLock } from '../../proxy/lock/lock.ts'
import { readArchive } from '../../proxy/store/archive.ts'
import { nodeDisk } from '../../proxy/store/disk.ts'
import { findPlace, openStore } from '../../proxy/store/open-store.ts'
import { sealedJson } from '../../proxy/store/sealed-json.ts'
import type { Store } from '../../proxy/store/store.ts'
import { openVault } from '../../proxy/vault/open-vault.ts'
import { watchedTerminal } from '../attacks/canary/watched-service.ts'
import { answer, storeRoom } from './store-room.ts'
import type { StoreRoom } from './store-room.ts'

const day = 86_400_000

describe('the regular backups', () => {
  let room: StoreRoom
  beforeEach(async () => {
    room = await storeRoom()
  })
  afterEach(() => room.clear())

  test('one a day of the business zone, fourteen kept, the newest ones', async () => {
    const store = await room.open()
    for (let index = 0; index < 20; index += 1) {
      await store.commit([answer(String(index), 'x')])
      await store.maintain()
      // The same day in Brazil, the next one in UTC.
      room.now += 10 * 3_600_000
      await store.maintain()
      room.now += day - 10 * 3_600_000
    }
    const names = (await readdir(room.backups)).toSorted()
    expect(names).toHaveLength(14)
    expect(names[0]).toBe('2026-12-01T120000.000Z-daily.backup')
    expect(names.at(-1)).toBe('2026-12-14T120000.000Z-daily.backup')
    expect((await stat(join(room.backups, names[0]!))).mode & 0o777).toBe(0o600)
    expect(await readFile(join(room.backups, names[0]!), 'latin1')).not.toContain('answers')
  })

  test('an answer of the bureau outlives its time in the archive by no more than the backups', async () => {
    const store = await room.open({ compactFrom: 1 })
    await store.commit([
      answer('a', 'SITUAÇÃO'),
      { collection: 'policies', id: 'policy', value: { id: 'policy', repeatDays: 1, retentionDays: 1 } },
    ])
    await store.maintain()
    const place = (await findPlace({ folder: room.folder, vault: room.vault, random: randomBytes }))!
    const kept = async () => (await readArchive(place, 0)).entries.flatMap(({ changes }) => changes)
    expect((await kept()).map(({ collection }) => collection)).toEqual(['answers', 'policies'])
    room.now += 13 * day
    await store.maintain()
    expect(await kept()).toHaveLength(2)
    room.now += 2 * day
    await store.maintain()
    expect((await kept()).map(({ collection }) => collection)).toEqual(['policies'])
    await store.close()
    expect(await (await room.open()).query('answers')).toHaveLength(1)
  })

  test('what the layout before the journal kept is moved once; its files are kept aside, a backup is made', async () => {
    const key = randomBytes(32)
    await room.vault.set('store:key', key.toString('base64'))
    await room.vault.set('store:known', 'yes')
    await mkdir(room.folder, { recursive: true })
    const where = { folder: room.folder, key, random: randomBytes, disk: nodeDisk }
    await sealedJson(where, 'answers.4.sealed').write([['a', { id: 'a', html: 'old' }]])
    await sealedJson(where, 'manifest.sealed').write({ version: 1, generations: { answers: 4, clients: 0 } })
    const before = await readFile(join(room.folder, 'answers.4.sealed'))

    const store = await room.open()
    expect(await store.query('answers')).toEqual([{ id: 'a', html: 'old' }])
    expect(store.status()).toEqual({ isReadOnly: false, reason: null })
    await store.commit([answer('b', 'new')])
    await store.close()
    expect(await (await room.open()).query('answers')).toHaveLength(2)
    const aside = await readdir(join(room.folder, 'aside'))
    const file = aside.find((name) => name.endsWith('previous-answers.4.sealed'))!
    expect(await readFile(join(room.folder, 'aside', file))).toEqual(before)
    expect(aside.some((name) => name.endsWith('previous-manifest.sealed'))).toBe(true)
    expect(await readdir(room.backups)).toEqual(['2026-11-25T120000.000Z-before-migration.backup'])
  })

  test('a damaged file of the layout before is refused and left in place', async () => {
    const key = randomBytes(32)
    await room.vault.set('store:key', key.toString('base64'))
    await mkdir(room.folder, { recursive: true })
    await writeFile(join(room.folder, 'manifest.sealed'), '')
    await expect(room.open()).rejects.toMatchObject({ code: 'store-unreadable' })
    expect(await readdir(room.folder)).toEqual(['manifest.sealed'])
  })
})

describe('backup and restore by a person', () => {
  let home: string
  const stores: Store[] = []
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'nada-restore-'))
  })
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close()
    await rm(home, { recursive: true })
  })

  const open = async (): Promise<Store> => {
    const vault = await openVault({ folder: home, random: randomBytes, force: 'file' })
    const store = await openStore({ folder: join(home, 'store'), vault, random: randomBytes })
    stores.push(store)
    return store
  }
  const run = async (...words: string[]) => {
    const out: string[] = []
    const errors: string[] = []
    const env = { NADA_CONSTA_HOME: home, NADA_CONSTA_VAULT: 'file' }
    const print = (line: string) => out.push(line)
    const printError = (line: string) => void errors.push(line)
    const code = await runCli(words, watchedTerminal({ env, print, printError }))
    return { code, out, errors }
  }
  const ids = async (): Promise<string[]> => {
    const store = await open()
    const found = (await store.query('answers')).map(({ id }) => id)
    await store.close()
    return found
  }
  const keep = async (...names: string[]): Promise<void> => {
    const store = await open()
    for (const name of names) await store.commit([answer(name, 'x')])
    await store.close()
  }

  test('while the service runs a backup is made; a restore is refused and says by whom', async () => {
    const store = await open()
    await store.commit([answer('a', 'x')])
    const lock = await takeLock(home)
    const made = await run('backup')
    expect(made).toMatchObject({ code: 0, errors: [] })
    expect(made.out[0]).toMatch(/^Cópia guardada: .*manual\.backup$/)
    const [name] = await readdir(join(home, 'backups'))
    expect(await run('restore', name!)).toMatchObject({
      code: 1,
      out: [],
      errors: [
        `O serviço está em execução (processo ${process.pid}).`,
        'Encerre o serviço antes de restaurar uma cópia.',
      ],
    })
    await lock.release()
    await store.commit([answer('b', 'x')])
    expect(await store.query('answers')).toHaveLength(2)
  })

  test('restored: the state of the copy, the one from before as a copy, and back again', async () => {
    await keep('a')
    await run('backup')
    await keep('b')
    const listed = await run('restore')
    expect(listed.out).toEqual([
      expect.stringMatching(/manual\.backup {2}feita por uma pessoa, \d\d\/\d\d\/\d{4} \d\d:\d\d$/),
    ])
    const [name] = listed.out[0]!.split(' ')
    expect(await run('restore', name!)).toMatchObject({ code: 0, errors: [] })
    expect(await ids()).toEqual(['a'])
    await keep('c')
    expect(await ids()).toEqual(['a', 'c'])
    const before = (await readdir(join(home, 'backups'))).find((each) => each.includes('before-restore'))!
    expect(await run('restore', before)).toMatchObject({ code: 0 })
    expect(await ids()).toEqual(['a', 'b'])
  })

  test('a restore ends the doubt', async () => {
    await keep('a')
    await run('backup')
    const [segment] = (await readdir(join(home, 'store'))).filter((name) => name.startsWith('journal.'))
    await rm(join(home, 'store', segment!))
    const store = await open()
    expect(store.status()).toEqual({ isReadOnly: true, reason: 'store-read-only' })
    await store.commit([answer('b', 'in doubt')])
    await store.close()
    await run('backup')
    const [newest] = (await run('restore')).out[0]!.split(' ')
    expect(await run('restore', newest!)).toMatchObject({ code: 0 })
    const again = await open()
    expect(again.status()).toEqual({ isReadOnly: false, reason: null })
    expect(await again.query('answers')).toHaveLength(2)
  })

  test('the store’s folder gone: the copy brings it back', async () => {
    await keep('a')
    await run('backup', join(home, 'usb'))
    await rm(join(home, 'store'), { recursive: true })
    await rm(join(home, 'backups'), { recursive: true, force: true })
    expect(await run('restore', join(home, 'usb'))).toMatchObject({ code: 0 })
    expect(await ids()).toEqual(['a'])
  })

  test('a copy that is damaged, foreign or not there changes nothing', async () => {
    await keep('a')
    await run('backup', join(home, 'copy'))
    const bytes = await readFile(join(home, 'copy'))
    bytes[bytes.length >> 1]! ^= 1
    await writeFile(join(home, 'copy'), bytes)
    const before = await readdir(join(home, 'store'))
    for (const name of [join(home, 'copy'), join(home, 'nothing'), 'nothing'])
      expect((await run('restore', name)).errors[0]).toMatch(/^Esta cópia não pôde ser lida/)
    expect(await readdir(join(home, 'store'))).toEqual(before)
    expect(await ids()).toEqual(['a'])
  })

  test('where there is no store, nothing is made', async () => {
    for (const words of [['backup'], ['restore'], ['restore', 'x']])
      expect((await run(...words)).errors[0]).toBe('Não há dados guardados nesta pasta.')
    expect(await readdir(home)).toEqual([])
  })
})
