import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeConsoleKey, readConsoleKey } from './console-key.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nada-consta-key-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('made new at every start, and read by the command line', async () => {
  expect(await readConsoleKey(folder)).toBeNull()
  const first = await makeConsoleKey(folder, randomBytes)
  expect(await readConsoleKey(folder)).toBe(first)
  const second = await makeConsoleKey(folder, randomBytes)
  expect(second).not.toBe(first)
  expect(Buffer.from(second, 'base64url')).toHaveLength(32)
  expect(await readdir(folder)).toEqual(['console.key'])
})

test.skipIf(process.platform === 'win32')(
  'only this user reads it, whatever the mode was before',
  async () => {
    await makeConsoleKey(folder, randomBytes)
    await chmod(join(folder, 'console.key'), 0o666)
    await makeConsoleKey(folder, randomBytes)
    expect((await stat(join(folder, 'console.key'))).mode & 0o777).toBe(0o600)
  },
)
