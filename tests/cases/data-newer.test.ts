import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runCli } from '../../proxy/cli/run-cli.ts'
import { lookAtStore } from '../../proxy/doctor/look-at-store.ts'
import { realWorld } from '../../proxy/doctor/real-world.ts'
import { listBackups, readBackup, writeBackup } from '../../proxy/store/backup.ts'
import { copyOf } from '../../proxy/store/epoch.ts'
import { ownFormat } from '../../proxy/store/layout.ts'
import type { DataFormat } from '../../proxy/store/layout.ts'
import { findPlace, openStore } from '../../proxy/store/open-store.ts'
import type { Place } from '../../proxy/store/place.ts'
import { recover } from '../../proxy/store/recover.ts'
import { emptyTables } from '../../proxy/store/tables.ts'
import { openVault } from '../../proxy/vault/open-vault.ts'
import { answer } from './store-room.ts'

/** A program after this one. */
const next = ownFormat.layout + 1
const later: DataFormat = {
  layout: next,
  program: '9.0.0',
  migrations: [...ownFormat.migrations, { to: next, migrate: () => [] }],
}
const refusal = { code: 'data-newer', params: { program: '9.0.0', own: ownFormat.program } }
const words = [
  `Os dados foram gravados pela versão 9.0.0, mais nova que este programa (${ownFormat.program}). Nada foi alterado.`,
  'Instale o Nada Consta 9.0.0 ou mais novo e inicie o serviço outra vez.',
]

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'nada-newer-'))
})
afterEach(() => rm(home, { recursive: true }))

const options = async (format: DataFormat) => {
  const vault = await openVault({ folder: home, random: randomBytes, force: 'file' })
  return { folder: join(home, 'store'), vault, random: randomBytes, format }
}
const open = async (format: DataFormat) => openStore(await options(format))
const placeOf = async (format: DataFormat): Promise<Place> => (await findPlace(await options(format)))!

const keep = async (format: DataFormat, ...ids: string[]): Promise<void> => {
  const store = await open(format)
  for (const id of ids) await store.commit([answer(id, 'x')])
  await store.maintain()
  await store.close()
}

/** Every file with its bytes; the log is where a refusal is told. */
const contents = async (): Promise<Record<string, string>> => {
  const files = await readdir(home, { recursive: true, withFileTypes: true })
  const paths = files.filter((file) => file.isFile() && !file.parentPath.endsWith('log'))
  const all = paths.map(async (file) => {
    const path = join(file.parentPath, file.name)
    return [path, await readFile(path, 'base64')] as const
  })
  return Object.fromEntries(await Promise.all(all))
}

const run = async (...args: string[]) => {
  const errors: string[] = []
  const env = { NADA_CONSTA_HOME: home, NADA_CONSTA_VAULT: 'file' }
  const code = await runCli(args, { env, print: () => {}, printError: (line) => errors.push(line) })
  return { code, errors }
}

const newest = async (start: string): Promise<string> =>
  join(
    home,
    'store',
    (await readdir(join(home, 'store'))).findLast((name) => name.startsWith(start))!,
  )

describe('data of a newer program are refused, and nothing changes', () => {
  const cases: Record<string, () => Promise<void>> = {
    'in snapshot and journal, with the leftover of a write beside them': async () => {
      await keep(later, 'a')
      await writeFile(join(home, 'store', 'snapshot.000000000009.sealed.1-1.tmp'), 'x')
    },
    'in a journal without a snapshot yet': async () => {
      await (await open(later)).commit([answer('a', 'x')])
    },
    'the snapshot is damaged: the journal says it': async () => {
      await keep(later, 'a')
      await (await open(later)).commit([answer('b', 'x')])
      await writeFile(await newest('snapshot.'), 'NADA2p')
    },
    'the journal is damaged: the snapshot says it': async () => {
      await keep(later, 'a')
      await writeFile(await newest('journal.'), 'x')
    },
    'the folder is gone and only a newer copy reaches that far': async () => {
      await keep(ownFormat, 'a')
      await keep(later, 'b')
      const place = await placeOf(later)
      const { tables, last } = await recover(place)
      const path = join(place.backups, '2099-01-01T000000.000Z-manual.backup')
      await writeBackup(place, path, copyOf(place, tables, last, false))
      await rm(join(home, 'store'), { recursive: true })
    },
    'a migration that a crash ended': async () => {
      await keep(ownFormat, 'a')
      await keep(later)
      await rm(await newest('snapshot.'))
      await rm(join(home, 'store', 'reach.sealed'))
    },
  }

  test.each(Object.entries(cases))('%s', async (_case, prepare) => {
    await prepare()
    const before = await contents()
    await expect(open(ownFormat)).rejects.toMatchObject(refusal)
    expect(await contents()).toEqual(before)
    expect(await run('start')).toEqual({ code: 1, errors: words })
  })

  test('in the choice of the vault', async () => {
    await keep(ownFormat, 'a')
    const path = join(home, 'vault.json')
    const choice = JSON.parse(await readFile(path, 'utf8')) as object
    await writeFile(path, JSON.stringify({ ...choice, kind: 'new kind', layout: next, program: '9.0.0' }))
    const before = await contents()
    await expect(openVault({ folder: home, random: randomBytes })).rejects.toMatchObject(refusal)
    expect(await run('start')).toEqual({ code: 1, errors: words })
    expect(await contents()).toEqual(before)
  })

  test('a collection that nobody here knows, though the number is ours', async () => {
    await keep(ownFormat, 'a')
    const place = await placeOf(ownFormat)
    const copy = copyOf(place, emptyTables(), { seq: 9, tag: '' }, false, {
      layout: ownFormat.layout,
      program: '9.0.0',
    })
    const extra = { collection: 'letters' as 'answers', ids: ['x'], records: [{ id: 'x' }] }
    await writeBackup(place, join(home, 'copy'), { ...copy, parts: [...copy.parts, extra] })
    await expect(readBackup(place, join(home, 'copy'))).rejects.toMatchObject(refusal)
  })
})

describe('the command line', () => {
  test('start: says which version to install, ends with 1; its log says it', async () => {
    await keep(later, 'a')
    const before = await contents()
    expect(await run('start')).toEqual({ code: 1, errors: words })
    expect(await contents()).toEqual(before)
    const [log] = await readdir(join(home, 'log'))
    expect(await readFile(join(home, 'log', log!), 'utf8')).toContain('"code":"data-newer"')
  })

  test('restore of a newer copy: refused, nothing changes', async () => {
    await keep(ownFormat, 'a')
    const place = await placeOf(later)
    const { tables, last } = await recover(place)
    await writeBackup(place, join(home, 'copy'), copyOf(place, tables, last, false))
    const before = await contents()
    expect(await run('restore', join(home, 'copy'))).toEqual({ code: 1, errors: words })
    expect(await contents()).toEqual(before)
  })

  test('the way back: the copy from before the migration is restored by the older program; newer files are kept aside', async () => {
    await keep(ownFormat, 'a')
    await keep(later, 'b')
    const copies = await listBackups(await placeOf(ownFormat))
    const { name } = copies.find(({ kind }) => kind === 'before-migration')!
    expect(await run('restore', name)).toMatchObject({ code: 0, errors: [] })
    const store = await open(ownFormat)
    expect((await store.query('answers')).map(({ id }) => id)).toEqual(['a'])
    expect(store.status()).toEqual({ isReadOnly: false, reason: null })
    await store.close()
    const aside = await readdir(join(home, 'store', 'aside'))
    expect(aside.filter((each) => each.includes('replaced-snapshot'))).toHaveLength(1)
  })
})

test('back to an older program of the same layout: it says nothing', async () => {
  await keep({ ...ownFormat, program: '1.9.0' }, 'a')
  const store = await open(ownFormat)
  expect(await store.query('answers')).toHaveLength(1)
  expect(store.status()).toEqual({ isReadOnly: false, reason: null })
  await store.close()
})

describe('the doctor names it', () => {
  const looked = async () => {
    const { disk } = realWorld({ NADA_CONSTA_HOME: home }, ownFormat.program)
    const env = { NADA_CONSTA_VAULT: 'file' }
    return lookAtStore({ folder: home, env, disk, random: randomBytes, clock: Date.now })
  }

  test('in the store', async () => {
    await keep(later, 'a')
    expect(await looked()).toMatchObject({ vault: { state: 'open' }, store: { state: 'newer' } })
  })

  test('in the vault', async () => {
    await keep(ownFormat, 'a')
    await writeFile(join(home, 'vault.json'), JSON.stringify({ kind: 'file', layout: next }))
    expect(await looked()).toMatchObject({ vault: { state: 'unread' }, store: { state: 'newer' } })
  })
})
