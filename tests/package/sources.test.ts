import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { differences, filesOfFolder, filesOfZip, zipPath } from './artefacts.ts'

let folder: string
const sources = filesOfZip(zipPath('firefox-sources'))

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nada-consta-sources-'))
  for (const [path, bytes] of sources) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  // What `npm ci` would install from the lock file in the zip.
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction')
})
afterAll(() => rmSync(folder, { recursive: true }))

test('a reviewer who builds the sources gets the files of the zip, byte for byte', () => {
  // The variables of the test runner are not the reviewer's: Vite builds otherwise for tests.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env
  execFileSync('npm', ['run', 'build:firefox'], {
    cwd: folder,
    env,
    stdio: 'ignore',
    shell: process.platform === 'win32',
  })
  const built = filesOfFolder(join(folder, 'dist', 'firefox-mv3'))
  expect(differences(built, filesOfZip(zipPath('firefox')))).toEqual([])
})

test('they are the sources of the extension: no test, no proxy, nothing of this computer', () => {
  const tops = new Set([...sources.keys()].toSorted().map((path) => path.split('/')[0]))
  expect([...tops]).toEqual([
    'README.md',
    'extension',
    'package-lock.json',
    'package.json',
    'shared',
    'tsconfig.json',
    'wxt.config.ts',
  ])
  expect([...sources.keys()].filter((path) => /\.test\.|node_modules|\.env/.test(path))).toEqual([])
})
