import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { lookForChromium } from './find-chromium.ts'
import { debianPackages, hasTool } from './tools.ts'
import type { Tool } from './tools.ts'

/** `npm run setup`: finds a browser or installs one; with `--tests`, as root on Debian, the other programs of the tests too. */

const forTests = process.argv.includes('--tests')

const isRootOnDebian = existsSync('/etc/debian_version') && process.getuid?.() === 0

const run = (command: string, ...parameters: string[]): boolean =>
  spawnSync(command, parameters, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

const installPackages = (packages: string[]): boolean => {
  console.log(`Installing ${packages.join(', ')} with apt…`)
  return (
    run('apt-get', 'update', '-qq') &&
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages)
  )
}

const missingTools = forTests ? (Object.keys(debianPackages) as Tool[]).filter((tool) => !hasTool(tool)) : []
const packages = [
  ...(lookForChromium() === undefined ? ['chromium', 'fonts-liberation', 'fonts-dejavu-core'] : []),
  ...missingTools.map((tool) => debianPackages[tool]),
]

if (isRootOnDebian && packages.length > 0) installPackages(packages)
if (lookForChromium() === undefined) {
  console.log('Installing Chromium with Playwright…')
  run('npx', 'playwright-core', 'install', 'chromium')
}

const browser = lookForChromium()
if (browser === undefined) {
  console.error(
    'No browser could be installed. Install Chromium, Chrome or Edge, or set CHROME_PATH, and run this again.',
  )
  process.exit(1)
}
console.log(`Browser: ${browser}`)
const stillMissing = missingTools.filter((tool) => !hasTool(tool))
if (stillMissing.length > 0)
  console.log(`Not installed, so their tests are left out or run one at a time: ${stillMissing.join(', ')}`)
