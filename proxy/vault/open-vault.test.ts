import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Keyring } from './keychain.ts'
import { keeps, systemKeyring } from './keychain.ts'
import { openVault } from './open-vault.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nada-vault-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** A keychain like the real ones: locked, it refuses to write and answers null to every question. */
const fakeKeychain = () => {
  const entries = new Map<string, string>()
  let locked = false
  const keyring: Keyring = {
    get: async (account) => (locked ? null : (entries.get(account) ?? null)),
    set: async (account, secret) => {
      if (locked) throw new Error('no result found')
      entries.set(account, secret)
    },
    delete: async (account) => void entries.delete(account),
  }
  return { keyring: async () => keyring, entries, lock: (now: boolean) => void (locked = now) }
}

const withFile = () => openVault({ folder, force: 'file', random: randomBytes })
const with_ = (keyring: () => Promise<Keyring | null>) => openVault({ folder, random: randomBytes, keyring })
const unavailable = { code: 'vault-unavailable' }

test('the sealed file keeps across a restart; both files are the owner’s alone and hold nothing in clear', async () => {
  const vault = await withFile()
  await vault.set('connect-query:1', 'senha-canária')
  await vault.set('connect-query:2', 'x')
  await vault.delete('connect-query:2')
  const again = await withFile()
  expect(again.kind).toBe('file')
  expect(await again.get('connect-query:1')).toBe('senha-canária')
  expect(await again.get('connect-query:2')).toBeNull()
  expect(await again.get('toString')).toBeNull()
  for (const name of await readdir(folder)) {
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
    expect(await readFile(join(folder, name), 'utf8')).not.toContain('canária')
  }
})

describe('a damaged sealed file is unavailable, never an empty vault', () => {
  test.each(['vault.key', 'vault.sealed', 'vault.json'])('%s emptied', async (name) => {
    await (await withFile()).set('a', 'b')
    await truncate(join(folder, name))
    await expect(withFile()).rejects.toMatchObject(unavailable)
  })
  test.each(['vault.key', 'vault.sealed'])('%s missing', async (name) => {
    await (await withFile()).set('a', 'b')
    await rm(join(folder, name))
    await expect(withFile()).rejects.toMatchObject(unavailable)
  })
  test('one changed byte', async () => {
    await (await withFile()).set('a', 'b')
    const path = join(folder, 'vault.sealed')
    const bytes = await readFile(path)
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    await writeFile(path, bytes)
    await expect(withFile()).rejects.toMatchObject(unavailable)
  })
  test('without the choice beside them the two files are adopted', async () => {
    await (await withFile()).set('a', 'b')
    await rm(join(folder, 'vault.json'))
    expect(await (await with_(fakeKeychain().keyring)).get('a')).toBe('b')
  })
})

test('a keychain that answers is used, one entry for each secret, and leaves nothing in the folder', async () => {
  const { keyring, entries } = fakeKeychain()
  const vault = await with_(keyring)
  await vault.set('client:1', 'segredo')
  expect(vault.kind).toBe('keychain')
  expect([...entries.values()]).toContain('segredo')
  expect(await readdir(folder)).toEqual(['vault.json'])
  expect(await readFile(join(folder, 'vault.json'), 'utf8')).not.toContain('segredo')
  expect(await (await with_(keyring)).get('client:1')).toBe('segredo')
})

test('without a keychain, or with one that does not keep, a new installation takes the file', async () => {
  expect((await with_(async () => null)).kind).toBe('file')
  const { keyring, lock } = fakeKeychain()
  lock(true)
  expect((await with_(keyring)).kind).toBe('file')
})

test('an installation on the keychain never moves to the file by itself', async () => {
  const { keyring, lock } = fakeKeychain()
  const vault = await with_(keyring)
  await vault.set('client:1', 'segredo')
  lock(true)
  await expect(with_(keyring)).rejects.toMatchObject(unavailable)
  await expect(with_(async () => null)).rejects.toMatchObject(unavailable)
  await expect(withFile()).rejects.toMatchObject(unavailable)
  // It was locked while the service ran: null would say "no such secret".
  await expect(vault.get('client:1')).rejects.toMatchObject(unavailable)
  lock(false)
  expect(await (await with_(keyring)).get('client:1')).toBe('segredo')
})

test('a data folder copied to another computer finds its secrets missing and says so', async () => {
  await (await with_(fakeKeychain().keyring)).set('client:1', 'segredo')
  await expect(with_(fakeKeychain().keyring)).rejects.toMatchObject(unavailable)
})

test('two installations on one keychain do not mix', async () => {
  const { keyring } = fakeKeychain()
  await (await with_(keyring)).set('client:1', 'first')
  const other = await mkdtemp(join(tmpdir(), 'nada-vault-'))
  const vault = await openVault({ folder: other, random: randomBytes, keyring })
  expect(await vault.get('client:1')).toBeNull()
  await rm(other, { recursive: true })
})

test('probing the real keychain of this machine tells whether it keeps, and leaves no entry in it', async () => {
  const keyring = await systemKeyring()
  if (!keyring) throw new Error('the native module is missing')
  expect(typeof (await keeps(keyring, 'test:probe', randomBytes))).toBe('boolean')
  expect(await keyring.get('test:probe').catch(() => null)).toBeNull()
})
