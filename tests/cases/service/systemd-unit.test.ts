import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { maySkip } from '../../setup/tools.ts'
import { programs } from './program.arbitraries.ts'
import type { Program } from '../../../proxy/service/program.ts'
import { systemdUnit } from '../../../proxy/service/systemd-unit.ts'

const plain: Program = {
  node: '/usr/bin/node',
  bundle: '/usr/lib/nada-consta.mjs',
  folder: '/home/ana/data',
  logs: '/home/ana/data/log',
  env: { NADA_CONSTA_HOME: '/home/ana/data' },
}

const lines = (unit: string, key: string): string[] =>
  unit
    .split('\n')
    .filter((line) => line.startsWith(`${key}=`))
    .map((line) => line.slice(key.length + 1))

/** Reads quoted words as systemd.syntax(7) and systemd.unit(5) say. */
const read = (line: string): string[] =>
  [...line.matchAll(/"((?:[^"\\]|\\.)*)"(?: |$)/g)].map(([, word = '']) =>
    word.replace(/\\(.)/g, '$1').replaceAll('%%', '%'),
  )

describe('the unit', () => {
  test('G74 · is started again after every failure, without an end, and from boot', () => {
    expect(systemdUnit(plain)).toBe(`# Nada Consta: "nada-consta service uninstall"
[Unit]
Description=Nada Consta
StartLimitIntervalSec=0

[Service]
Type=simple
ExecStart="/usr/bin/node" "/usr/lib/nada-consta.mjs" "start"
Environment="NADA_CONSTA_HOME=/home/ana/data"
Restart=on-failure
RestartSec=10
UMask=0077
LimitCORE=0
UnsetEnvironment=NODE_OPTIONS NODE_DEBUG
NoNewPrivileges=yes

[Install]
WantedBy=default.target
`)
  })

  test('says every path as it is', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const unit = systemdUnit(program)
        const [node, ...words] = read(lines(unit, 'ExecStart')[0] ?? '')
        expect(node).toBe(program.node)
        expect(words.map((word) => word.replaceAll('$$', '$'))).toEqual([program.bundle, 'start'])
        // A single dollar in a later word would be the name of a variable.
        expect(words.join('').replaceAll('$$', '')).not.toContain('$')
        expect(lines(unit, 'Environment').flatMap(read)).toEqual(
          Object.entries(program.env).map(([name, value]) => `${name}=${value}`),
        )
      }),
    )
  })

  test.each(['"', "'", '\\'])(
    'a Node in a folder with %s is refused: systemd takes no such program',
    (sign) =>
      expect(() => systemdUnit({ ...plain, node: `/opt/a${sign}b/node` })).toThrow('service-path-refused'),
  )
})

describe.skipIf(maySkip('systemd-analyze'))('systemd-analyze verify', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nada-consta-unit-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  /** What systemd says of the unit; it looks for the program under the name that it reads. */
  const verify = (unit: string) => {
    const file = join(folder, 'nada-consta.service')
    writeFileSync(file, unit)
    const env = { ...process.env, XDG_RUNTIME_DIR: folder }
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--user', file], {
      env,
      encoding: 'utf8',
    })
    return { status, said: stderr }
  }

  test.each(['plain', 'ção com espaço', '100% $HOME ${X} a&b;#', '%h %% $$'])(
    'takes a program in “%s”, and its words',
    (name) => {
      const odd = `${name} "'\\`
      mkdirSync(join(folder, name), { recursive: true })
      copyFileSync('/bin/true', join(folder, name, 'node'))
      const env = { NADA_CONSTA_HOME: `/home/${odd}` }
      const unit = systemdUnit({ ...plain, node: join(folder, name, 'node'), bundle: `/opt/${odd}.mjs`, env })
      expect(verify(unit)).toEqual({ status: 0, said: '' })
    },
  )

  test('and finds what is wrong: a program that is not there, a key that it does not know', () => {
    expect(verify(systemdUnit({ ...plain, node: join(folder, 'nothing') })).status).toBe(1)
    const misspelt = systemdUnit({ ...plain, node: '/bin/true' }).replace('RestartSec', 'RestartSecs')
    expect(verify(misspelt).said).toContain('RestartSecs')
  })
})
