import { describe, expect, test } from 'vitest'
import { exactVersions, floors, noAddresses } from './dependencies.ts'
import type { Lock, Manifest } from './dependencies.ts'
import { readJson } from './sources.ts'

const lock = readJson('package-lock.json') as Lock
const manifest = readJson('package.json') as Manifest

const least = { hono: '4.12.25', '@hono/node-server': '2.0.5', dompurify: '3.2.4', jspdf: '3.0.2' }

const locked = (path: string, version: string, resolved?: string): Lock => ({
  packages: { [`node_modules/${path}`]: { version, ...(resolved && { resolved }) } },
})

describe('attack 38 · dependency floors', () => {
  test('here', () => expect(floors(lock, least)).toEqual([]))

  test.each(['4.12.24', '4.11.99', '3.99.99', '4.12.25-rc.1'])('%s is below 4.12.25', (version) => {
    expect(floors(locked('hono', version), { hono: '4.12.25' })).toHaveLength(1)
  })

  test.each(['4.12.25', '4.12.26', '4.13.0', '5.0.0', '10.0.0'])('%s is not', (version) => {
    expect(floors(locked('hono', version), { hono: '4.12.25' })).toEqual([])
  })

  test('a nested copy counts, a missing package is a breach', () => {
    expect(floors(locked('jspdf/node_modules/dompurify', '3.2.3'), { dompurify: '3.2.4' })).toHaveLength(1)
    expect(floors(locked('other', '1.0.0'), { dompurify: '3.2.4' })).toEqual(['dompurify is not installed'])
  })
})

describe('attack 38 · the lock file names no address', () => {
  test('here', () => expect(noAddresses(lock)).toEqual([]))

  test('an address is a breach', () => {
    expect(noAddresses(locked('hono', '4.13.0', 'https://registry.example/hono.tgz'))).toHaveLength(1)
  })
})

describe('versions are exact', () => {
  test('here', () => expect(exactVersions(manifest)).toEqual([]))

  test.each([
    '^4.0.0',
    '~4.0.0',
    '4',
    '*',
    'latest',
    'file:../hono',
    'git+https://example.com/hono.git',
    '>=4.0.0',
  ])('%s is not', (version) => {
    expect(exactVersions({ dependencies: { hono: version } })).toHaveLength(1)
    expect(exactVersions({ devDependencies: { hono: version } })).toHaveLength(1)
  })
})
