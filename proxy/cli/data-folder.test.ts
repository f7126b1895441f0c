import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder, makeDataFolder } from './data-folder.ts'

test('the variable decides, else the usual place of this user', () => {
  expect(dataFolder({ NADA_CONSTA_HOME: '/srv/nada' })).toBe('/srv/nada')
  expect(isAbsolute(dataFolder({ NADA_CONSTA_HOME: 'data' }))).toBe(true)
  for (const env of [{}, { NADA_CONSTA_HOME: '' }]) expect(dataFolder(env)).toMatch(/nada-consta/)
})

test.skipIf(process.platform === 'win32')('for this user alone, also when it was there before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nada-consta-data-'))
  await chmod(folder, 0o755)
  for (const path of [folder, join(folder, 'a', 'b')]) {
    await makeDataFolder(path)
    expect((await stat(path)).mode & 0o777).toBe(0o700)
  }
  await rm(folder, { recursive: true })
})
