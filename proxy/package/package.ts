import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zip } from 'wxt'
import { tarballManifest } from './tarball-manifest.ts'
import type { RootManifest } from './tarball-manifest.ts'

/** `npm run package`: everything that is handed out, in `dist/package`. The proxy's bundle must be built before. */

const out = 'dist/package'
const bundle = 'dist/proxy'

const root = JSON.parse(readFileSync('package.json', 'utf8')) as RootManifest
const named = (what: string): string => join(out, `${root.name}-${root.version}-${what}.zip`)

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })

const say = (text: string): unknown => process.stdout.write(`${text}\n`)
const warn = (text: unknown): unknown => process.stderr.write(`${String(text)}\n`)
/** WXT lists every file of the sources; what was made is listed once, at the end. */
const logger = {
  level: 0,
  debug: () => {},
  log: () => {},
  info: () => {},
  success: () => {},
  warn,
  error: warn,
  fatal: warn,
}

const artifactTemplate = 'package/{{name}}-{{version}}-{{browser}}.zip'
const sourcesTemplate = 'package/{{name}}-{{version}}-{{browser}}-sources.zip'
for (const browser of ['chrome', 'firefox'])
  await zip({ browser, logger, zip: { artifactTemplate, sourcesTemplate } })
// Edge takes the build of Chrome as it is; its store gets a file of its own name.
copyFileSync(named('chrome'), named('edge'))

writeFileSync(join(bundle, 'package.json'), `${JSON.stringify(tarballManifest(root), null, 2)}\n`)
copyFileSync(join(import.meta.dirname, 'README.md'), join(bundle, 'README.md'))
execFileSync('npm', ['pack', `./${bundle}`, '--pack-destination', out, '--silent'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
})
for (const name of readdirSync(out)) say(join(out, name))
