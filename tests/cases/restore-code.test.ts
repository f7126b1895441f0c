import { randomBytes } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { prepareRestored } from '../../proxy/restored/prepare-restored.ts'
import type { Disk } from '../../proxy/store/disk.ts'
import { nodeDisk } from '../../proxy/store/disk.ts'
import { keepRecoveryKey, openStore, placeUnder } from '../../proxy/store/open-store.ts'
import { readRecoveryCode } from '../../proxy/store/recovery-code.ts'
import { restoreBackup } from '../../proxy/store/restore.ts'
import { memoryVault } from '../../proxy/vault/memory-vault.ts'
import { restoreRoom } from './restore-room.ts'
import type { RestoreRoom } from './restore-room.ts'
import { answer, failing } from './store-room.ts'

const clock = Date.now
let room: RestoreRoom
let copy: string
let code: string

/** An installation with one answer, whose copy and code outlive it. */
const lose = async (one: RestoreRoom): Promise<{ copy: string; code: string }> => {
  const { store } = await one.open()
  await store.commit([answer('a', 'x')])
  const path = join(one.base, 'usb')
  await one.run(['backup', path])
  const paper = await one.printCode()
  await one.destroy()
  return { copy: path, code: paper }
}

beforeEach(async () => {
  room = await restoreRoom(clock)
  ;({ copy, code } = await lose(room))
})
afterEach(() => room.clear())

const ids = async (): Promise<string[]> =>
  (await (await room.open()).store.query('answers')).map(({ id }) => id)
const first = ({ code: exit, errors }: Awaited<ReturnType<RestoreRoom['run']>>) => [exit, errors[0]]

describe('with the code', () => {
  test('onto an empty folder: the data are back, for this user alone, and the code counts as kept', async () => {
    const { code: exit, errors, out } = await room.run(['restore', copy], code.toLowerCase())
    expect([exit, errors]).toEqual([0, []])
    expect(out.at(-1)).toMatch(/^Senhas do Connect e do ERP/)
    for (const path of [room.home, join(room.home, 'store')])
      expect((await stat(path)).mode & 0o777).toBe(0o700)
    expect(await ids()).toEqual(['a'])
    expect(await room.names()).toContain('recovery-code.json')
    expect(await readFile(join(room.home, 'recovery-code.json'), 'utf8')).not.toContain(
      readRecoveryCode(code).installation,
    )
  })

  test('from a file, with the words of no command holding it', async () => {
    const paper = join(room.base, 'paper')
    await writeFile(paper, code)
    expect(await room.run(['restore', copy, '--code-file', paper])).toMatchObject({ code: 0 })
    expect(await room.run(['recovery-code', '--check'], code)).toMatchObject({
      code: 0,
      out: ['O código está certo.'],
    })
  })

  test('onto the folder of a new installation: what it held is kept aside, under its own key', async () => {
    const { store } = await room.open()
    await store.commit([answer('new', 'x')])
    const own = await room.printCode()
    await store.close()
    expect(await room.run(['restore', copy], code)).toMatchObject({ code: 0, errors: [] })
    expect(await ids()).toEqual(['a'])
    expect((await room.names()).filter((name) => name.startsWith('store.'))).toHaveLength(1)
    expect(await room.printCode()).toBe(code)
    expect(own).not.toBe(code)
  })
})

describe('refused, and nothing is made', () => {
  const groups = () => code.split(/\s+/)

  test('a typo names its group', async () => {
    const wrong = groups()
      .with(
        4,
        groups()[4]!.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A')),
      )
      .join(' ')
    expect(first(await room.run(['restore', copy], wrong))).toEqual([
      1,
      'Há um erro de digitação no código, no grupo: 5.',
    ])
    expect(first(await room.run(['restore', copy], groups().slice(2).join('-')))).toEqual([
      1,
      'O código tem 18 grupos; são 20.',
    ])
    expect(first(await room.run(['restore', copy], ''))).toEqual([
      1,
      'Para abrir esta cópia é preciso o código de recuperação.',
    ])
    expect(first(await room.run(['restore', copy]))[0]).toBe(1)
    expect(await room.names()).toEqual([])
  })

  test('the code of another installation, and another installation’s copy', async () => {
    const other = await restoreRoom(clock)
    const foreign = await lose(other)
    for (const [file, paper] of [
      [copy, foreign.code],
      [foreign.copy, code],
    ] as const)
      expect(first(await room.run(['restore', file], paper))[1]).toMatch(/^O código está escrito certo/)
    await other.clear()
    expect(await room.names()).toEqual([])
  })

  test('a copy that is cut', async () => {
    await truncate(copy, (await stat(copy)).size - 20)
    expect(first(await room.run(['restore', copy], code))[1]).toMatch(/^Esta cópia não pôde ser lida/)
    await truncate(copy, 40)
    expect(first(await room.run(['restore', copy], code))[1]).toMatch(/não abre esta cópia/)
    expect(await room.names()).toEqual([])
  })
})

/** A disk that is full from its n-th write on; `count` tells how many there were. */
const fullDisk = (from: number) => {
  const seen = { count: 0 }
  const or =
    <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
    (...args: Args): Promise<Result> => {
      seen.count += 1
      return seen.count >= from ? Promise.reject(failing('ENOSPC')) : call(...args)
    }
  const open = or(async (...args: Parameters<Disk['open']>) => nodeDisk.open(...args))
  const disk: Disk = {
    ...nodeDisk,
    mkdir: or(nodeDisk.mkdir) as Disk['mkdir'],
    open,
    rename: or(nodeDisk.rename),
  }
  return { disk, seen }
}

test('G84 · a disk that is full, or a crash, at any step: never an empty database, and a second try works', async () => {
  const key = readRecoveryCode(code)
  let steps = 0
  for (let from = 1; steps === 0; from += 1) {
    const vault = memoryVault()
    await keepRecoveryKey(vault, key)
    const home = join(room.base, `life-${from}`)
    await mkdir(home)
    const folder = join(home, 'store')
    const { disk, seen } = fullDisk(from)
    const prepare = prepareRestored({ vault, clock })
    const place = placeUnder(key, { folder, random: randomBytes })
    // The copy is read before anything is written.
    const reading: Disk['open'] = (path, flags, mode) =>
      flags === 'r' ? nodeDisk.open(path, flags, mode) : disk.open(path, flags, mode)
    const failed = await restoreBackup({ ...place, disk: { ...disk, open: reading } }, copy, prepare).then(
      () => false,
      () => true,
    )
    if (!failed) steps = seen.count

    const looked = join(home, 'looked')
    await cp(folder, join(looked, 'store'), { recursive: true }).catch(() => {})
    const found = await openStore({ folder: join(looked, 'store'), vault, random: randomBytes }).catch(
      () => null,
    )
    const isEmpty = found && !found.status().isReadOnly && (await found.query('answers')).length === 0
    expect(isEmpty).not.toBe(true)
    await found?.close()

    await restoreBackup(place, copy, prepare)
    const again = await openStore({ folder, vault, random: randomBytes })
    expect(await again.query('answers')).toHaveLength(1)
    expect(await again.query('restores')).toMatchObject([{ total: 0, end: null }])
    await again.close()
    await rm(home, { recursive: true })
  }
  expect(steps).toBeGreaterThan(5)
})

describe('the second place of the copies', () => {
  test('each day’s copy goes there; a disk that is gone is told, holds up nothing and is made up for', async () => {
    await rm(room.otherDisk, { recursive: true })
    const { store } = await room.open()
    await store.maintain()
    await vi.waitFor(() => expect(store.status().reason).toBe('copies-unreachable'))
    expect(store.status().isReadOnly).toBe(false)
    await store.commit([answer('b', 'x')])
    // The name of a disk that is not there is not made into a folder.
    await expect(stat(room.otherDisk)).rejects.toThrow('ENOENT')
    const note = async () =>
      JSON.parse(await readFile(join(room.home, 'backups', 'second-place.json'), 'utf8')) as object
    await vi.waitFor(async () =>
      expect(await note()).toMatchObject({ isThere: false, copyAt: null, code: 'ENOENT' }),
    )

    await mkdir(room.otherDisk)
    await store.maintain()
    await vi.waitFor(() => expect(store.status().reason).toBeNull())
    const [name] = (await readdir(join(room.home, 'backups'))).filter((each) => each.endsWith('daily.backup'))
    const [brought] = await room.copies()
    expect(await readFile(brought!)).toEqual(await readFile(join(room.home, 'backups', name!)))
    await vi.waitFor(async () => expect(await note()).toMatchObject({ isThere: true, code: null }))
  })
})
