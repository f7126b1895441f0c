import { execFile } from 'node:child_process'
import { chmod, mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import {
  consult,
  createIntegration,
  headOffice,
  pairBrowser,
  reportText,
  syncProducts,
  testPair,
} from '../e2e/journey.ts'
import { launchExtension } from '../e2e/launch-extension.ts'
import type { ExtensionBrowser } from '../e2e/launch-extension.ts'
import { startProxy } from '../e2e/start-proxy.ts'
import type { RunningProxy } from '../e2e/start-proxy.ts'
import { startConnect } from '../simulators/connect/start-connect.ts'
import type { ConnectSimulator } from '../simulators/connect/start-connect.ts'
import { filesOfFolder, filesOfZip, version, zipPath } from './artefacts.ts'
import { installTarball, pathWith } from './install.ts'
import type { Installation } from './install.ts'

const run = promisify(execFile)

let installed: Installation
beforeAll(() => {
  installed = installTarball()
})
afterAll(() => installed.remove())

test('what was installed is the bundle, its papers and the keychain, nothing else', () => {
  const files = [...filesOfFolder(dirname(installed.bundle)).keys()]
  expect(files.filter((path) => !path.startsWith('node_modules/')).toSorted()).toEqual([
    'README.md',
    'THIRD-PARTY-LICENSES.txt',
    'nada-consta.mjs',
    'package.json',
  ])
  const others = files.filter((path) => path.startsWith('node_modules/'))
  expect(others.filter((path) => !/^node_modules\/(@napi-rs\/keyring|\.package-lock)/.test(path))).toEqual([])
})

describe('the installed program', () => {
  test('says its version and its commands', async () => {
    const env = { ...process.env, PATH: pathWith(), LC_ALL: 'en_US.UTF-8' }
    expect((await run(installed.program, ['--version'], { env })).stdout.trim()).toBe(version)
    expect((await run(installed.program, ['--help'], { env })).stdout).toContain(
      'Usage: nada-consta <command>',
    )
  })
})

describe.skipIf(process.platform !== 'linux')('service install', () => {
  test('G74 · writes down the installed file and the Node that runs it', async () => {
    const home = join(installed.base, 'home')
    const tools = join(installed.base, 'tools')
    await mkdir(tools)
    const answer =
      '#!/bin/sh\ncase "$*" in *show*) echo ActiveState=active; echo UnitFileState=enabled;; esac\n'
    for (const tool of ['systemctl', 'loginctl']) {
      await writeFile(join(tools, tool), answer)
      await chmod(join(tools, tool), 0o755)
    }
    // Tests may run as root, whom the command refuses.
    const person = 'data:text/javascript,process.getuid=()=>1000'
    const env = {
      HOME: home,
      PATH: pathWith(tools),
      NODE_OPTIONS: `--import=${person}`,
      NADA_CONSTA_HOME: join(home, 'data'),
    }
    await run(installed.program, ['service', 'install'], { env })
    const unit = await readFile(join(home, '.config/systemd/user/nada-consta.service'), 'utf8')
    expect(unit).toContain(`\nExecStart="${process.execPath}" "${installed.bundle}" "start"\n`)
  })
})

describe('the installed service with the extension of the zip', () => {
  let connect: ConnectSimulator
  let proxy: RunningProxy
  let browser: ExtensionBrowser
  let set: Page

  const hello = async (): Promise<unknown> => (await fetch(`http://127.0.0.1:${proxy.port}/v1/hello`)).json()

  beforeAll(async () => {
    const folder = join(installed.base, 'extension')
    for (const [path, bytes] of filesOfZip(zipPath('chrome'))) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), bytes)
    }
    process.env['PATH'] = pathWith()
    connect = await startConnect()
    proxy = await startProxy(connect.url, undefined, [installed.program])
    browser = await launchExtension({ folder })
    set = await browser.page('options.html')
  })
  afterAll(async () => {
    await browser.close()
    await proxy.close()
    await connect.close()
  })

  test('answers', async () => expect(await hello()).toMatchObject({ service: 'nada-consta', version }))

  test('pairs with the code of the command line', async () => {
    await pairBrowser(set, await proxy.pairingCode(), 'Ana – Cobrança')
    expect(await proxy.command('clients')).toContain('Ana – Cobrança')
  })

  test('queries', async () => {
    await createIntegration(set, headOffice(connect.accounts[0]!))
    await testPair(set, 'query')
    await syncProducts(set)
    const report = await browser.page('report.html')
    await report.getByRole('textbox').first().fill('731.640.258-07')
    await consult(report, 'CREDNET LIGHT')
    expect(await reportText(report)).toContain('731.640.258-07')
  })

  test('its doctor finds no fault of the installation', async () => {
    const said = await proxy.command('doctor', '--json').catch((failed: { stdout: string }) => failed.stdout)
    const { checks } = JSON.parse(said) as { checks: { check: string; state: string }[] }
    expect(checks.length).toBeGreaterThan(5)
    expect(checks.filter(({ state }) => state === 'fail')).toEqual([])
  })

  test('is backed up, ends on SIGTERM, is restored, and starts again with its browser', async () => {
    const file = join(installed.base, 'copy.backup')
    expect(await proxy.command('backup', file)).toContain(file)
    await proxy.stop('SIGTERM')
    expect(await readdir(proxy.home)).not.toContain('lock')
    await proxy.command('restore', file)
    await proxy.restart()
    expect(await proxy.command('clients')).toContain('Ana – Cobrança')
  })
})
