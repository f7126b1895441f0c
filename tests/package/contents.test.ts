import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { codeMakers } from '../../extension/build/no-code-from-text.ts'
import { remoteScripts } from '../../extension/pdf/strip-remote-code.ts'
import { differences, filesOfFolder, filesOfZip, folder, tarball, textOf, zipPath } from './artefacts.ts'

const again = mkdtempSync(join(tmpdir(), 'nada-consta-pack-'))
afterAll(() => rmSync(again, { recursive: true }))

const sum = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

const stores = ['chrome', 'edge', 'firefox'] as const
const programs = [
  ...stores.map((store) => [store, filesOfZip(zipPath(store))] as const),
  ['the tarball', filesOfFolder('dist/proxy')] as const,
]

test('what is handed out, by name', () =>
  expect(readdirSync(folder).toSorted()).toEqual([
    'nada-consta-1.0.0-chrome.zip',
    'nada-consta-1.0.0-edge.zip',
    'nada-consta-1.0.0-firefox-sources.zip',
    'nada-consta-1.0.0-firefox.zip',
    'nada-consta-1.0.0.tgz',
  ]))

describe('what is in it is what was tested', () => {
  test.each([
    ['chrome', 'chrome-mv3'],
    ['edge', 'chrome-mv3'],
    ['firefox', 'firefox-mv3'],
  ])('%s', (store, build) =>
    expect(differences(filesOfZip(zipPath(store)), filesOfFolder(join('dist', build)))).toEqual([]),
  )
})

describe('the same every time', () => {
  test.each([...stores, 'firefox-sources'])('%s holds no time, and its files in order', (what) => {
    const bytes = readFileSync(zipPath(what))
    const paths = [...filesOfZip(zipPath(what)).keys()]
    expect(paths).toEqual(paths.toSorted())
    let at = bytes.indexOf('PK\u0001\u0002')
    for (const path of paths) {
      expect([path, bytes.readUInt32LE(at + 12)]).toEqual([path, 0])
      at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    }
  })

  test('the tarball, packed again, is the same file', () => {
    const shell = process.platform === 'win32'
    execFileSync('npm', ['pack', './dist/proxy', '--pack-destination', again, '--silent'], { shell })
    expect(sum(join(again, basename(tarball)))).toBe(sum(tarball))
  })
})

const code = /\.(?:m?js|html)$/

describe('G4 · no code from elsewhere, none made of a text', () => {
  test.each(programs)('%s names no script in the world', (_, files) => {
    const scripts = [...files.keys()].filter((path) => code.test(path))
    expect(scripts).not.toEqual([])
    for (const path of scripts) expect([path, remoteScripts(textOf(files, path))]).toEqual([path, []])
  })

  test.each(programs.slice(0, 3))('%s makes no code of a text', (_, files) => {
    const scripts = [...files.keys()].filter((path) => code.test(path))
    for (const path of scripts) expect([path, codeMakers(textOf(files, path))]).toEqual([path, []])
  })

  test.each(programs)('%s holds no source map and nothing of a test', (_, files) =>
    expect([...files.keys()].filter((path) => /\.map$|\.test\.|simulator/.test(path))).toEqual([]),
  )
})

describe('G73 · localhost may mean ::1', () => {
  /** What a library sets before a path to have a whole address, and the words of those that may be typed for this machine. */
  const harmless = [
    'const rewritten = new URL("http://localhost");',
    'return this.fetch(new Request(/^https?:\\/\\//.test(input) ? input : `http://localhost${mergePath("/", input)}`, requestInit), Env, executionCtx);',
    '"localhost",',
  ]

  test.each(programs)('%s speaks to no such name', (_, files) => {
    const scripts = [...files.keys()].filter((path) => code.test(path) || path === 'manifest.json')
    const lines = scripts.flatMap((path) => textOf(files, path).split('\n')).map((line) => line.trim())
    const named = lines.filter((line) => /localhost/i.test(line) && !/^(?:\*|\/\/)/.test(line))
    expect(named.filter((line) => !harmless.includes(line))).toEqual([])
  })
})

describe('the licences of the libraries', () => {
  const licences = 'THIRD-PARTY-LICENSES.txt'

  test.each(programs.slice(0, 3))('%s', (_, files) => {
    const text = textOf(files, licences)
    for (const library of ['preact', 'zod', 'dompurify', 'jspdf', 'html2canvas-pro', 'papaparse', 'wxt'])
      expect(text).toMatch(new RegExp(String.raw`^${library} [\d.]+ \(`, 'm'))
    expect(text).toContain('Bitstream Vera')
  })

  test('the tarball', () => {
    const text = textOf(filesOfFolder('dist/proxy'), licences)
    for (const library of ['hono', '@hono/node-server', 'zod', 'lowdb', 'pino', 'ofetch'])
      expect(text).toMatch(new RegExp(String.raw`^${library} [\d.]+ \(`, 'm'))
  })
})

test('the package.json of the tarball, whole: what it asks of a computer does not grow by chance', () => {
  const { optionalDependencies, ...rest } = JSON.parse(
    textOf(filesOfFolder('dist/proxy'), 'package.json'),
  ) as Record<string, unknown>
  expect(rest).toEqual({
    name: 'nada-consta',
    version: '1.0.0',
    description: expect.any(String),
    license: 'UNLICENSED',
    private: true,
    type: 'module',
    bin: { 'nada-consta': 'nada-consta.mjs' },
    engines: { node: '>=22.2.0' },
  })
  expect(optionalDependencies).toEqual({ '@napi-rs/keyring': expect.stringMatching(/^\d+\.\d+\.\d+$/) })
  // npm makes the starter of Windows out of this line; a carriage return in it would be part of the program's name.
  expect(textOf(filesOfFolder('dist/proxy'), 'nada-consta.mjs').split('\n')[0]).toBe('#!/usr/bin/env node')
})
