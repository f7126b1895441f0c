import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { tarball } from './artefacts.ts'

const isWindows = process.platform === 'win32'

export interface Installation {
  /** An empty folder for everything of this installation. */
  base: string
  /** What a person's terminal would start. */
  program: string
  /** The file behind it. */
  bundle: string
  remove(): void
}

/** Installs the tarball as `npm install --global` does, into an empty folder, with the Node that runs the tests on the path. */
export const installTarball = (): Installation => {
  const base = mkdtempSync(join(tmpdir(), 'nada-consta-installed-'))
  const prefix = join(base, 'prefix')
  mkdirSync(prefix)
  // Without a network the keychain is left out, as on a system that has none: no reason to wait for it.
  const offline = ['--prefer-offline', '--fetch-retries=0', '--no-audit', '--no-fund']
  execFileSync('npm', ['install', '--global', '--prefix', prefix, ...offline, tarball], {
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: isWindows,
  })
  const modules = isWindows ? join(prefix, 'node_modules') : join(prefix, 'lib', 'node_modules')
  return {
    base,
    program: isWindows ? join(prefix, 'nada-consta.cmd') : join(prefix, 'bin', 'nada-consta'),
    bundle: join(modules, 'nada-consta', 'nada-consta.mjs'),
    remove: () => rmSync(base, { recursive: true, force: true }),
  }
}

/** A terminal's path that finds this Node first, and before it what is put into `folder`. */
export const pathWith = (folder?: string): string =>
  [...(folder ? [folder] : []), dirname(process.execPath), process.env['PATH']].join(delimiter)
