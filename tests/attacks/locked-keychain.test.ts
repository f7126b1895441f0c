import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startService } from '../../proxy/cli/start-service.ts'
import type { RunningService } from '../../proxy/cli/start-service.ts'
import { readConsoleKey } from '../../proxy/pairing/console-key.ts'
import type { Keyring } from '../../proxy/vault/keychain.ts'
import { operations } from '../../shared/api.ts'
import { watchedLog } from './canary/watched-service.ts'
import { pairClient, signedClient } from './signed-client.ts'
import type { SignedClient } from './signed-client.ts'
import { chromeOrigin } from './test-service.ts'

/** A keychain like the real ones: locked, it refuses to write and answers null to every question. */
const keychain = () => {
  const entries = new Map<string, string>()
  const state = { isLocked: false, entries }
  const keyring: Keyring = {
    get: async (account) => (state.isLocked ? null : (entries.get(account) ?? null)),
    set: async (account, secret) => {
      if (state.isLocked) throw new Error(`locked: ${secret}`)
      entries.set(account, secret)
    },
    delete: async (account) => void entries.delete(account),
  }
  return { ...state, keyring: async () => keyring, lock: (now: boolean) => void (state.isLocked = now) }
}

let folder: string
let keys: ReturnType<typeof keychain>
let ticks: (() => Promise<void>)[]
let events: string[]
const running: RunningService[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nada-locked-'))
  keys = keychain()
  ticks = []
  events = []
})
afterEach(async () => {
  for (const service of running.splice(0)) await service.stop()
  await rm(folder, { recursive: true })
})

const start = async (): Promise<RunningService> => {
  const service = await startService({
    folder,
    env: {},
    ports: [0],
    clock: Date.now,
    random: randomBytes,
    log: (event, fields) => {
      events.push(event)
      watchedLog(event, fields)
    },
    version: '0.0.0',
    keyring: keys.keyring,
    everyTick: (task) => {
      ticks.push(task)
      return { stop: () => void ticks.splice(ticks.indexOf(task), 1) }
    },
  })
  running.push(service)
  return service
}

const consoleOf = async ({ port }: RunningService): Promise<SignedClient> =>
  signedClient({ port, clientId: 'console', secret: (await readConsoleKey(folder))! })

/** The installation of a service that was set up, paired and stopped, and the browser that it knows. */
const paired = async () => {
  const service = await start()
  const { code } = await (await consoleOf(service)).call('pairingOpen', {})
  const { clientId, secret } = await pairClient({ port: service.port, origin: chromeOrigin('a'), code })
  await running.pop()!.stop()
  return ({ port }: RunningService) => signedClient({ port, clientId, secret, origin: chromeOrigin('a') })
}

const greeting = async ({ port }: RunningService): Promise<unknown> =>
  (await fetch(`http://127.0.0.1:${port}${operations.hello.path}`)).json()

const contents = async (): Promise<Record<string, number>> => {
  const names = await readdir(folder, { recursive: true })
  return Object.fromEntries(
    await Promise.all(
      names
        .filter((name) => !['lock', 'console.key', 'store'].includes(name))
        .map(async (name) => [name, (await stat(join(folder, name))).mtimeMs] as const),
    ),
  )
}

describe('attack 34 · the keychain is locked when the service starts', () => {
  test('it starts, says so to whoever greets it, does nothing and writes nothing', async () => {
    const browserOf = await paired()
    const before = await contents()
    keys.lock(true)
    const service = await start()
    expect(events).toContain('vault-shut')
    expect(await greeting(service)).toMatchObject({ service: 'nada-consta', waits: 'vault' })
    // It holds nobody's key: neither the one that it knew nor a stranger gets further.
    const browser = browserOf(service)
    for (const [name, input] of [
      ['status', {}],
      ['queryHistory', { document: '731.640.258-07' }],
      ['removalRequest', { id: 'x', reasonCode: '01', note: '' }],
    ] as const)
      expect([401, 403]).toContain((await browser.ask(name, input)).status)
    // The command line of this computer is told why.
    const refused = await (await consoleOf(service)).ask('consoleHealth', {})
    expect(refused.status).toBe(503)
    expect(await refused.json()).toMatchObject({ error: { code: 'vault-unavailable' } })
    for (const tick of ticks) await tick()
    expect(await greeting(service)).toMatchObject({ waits: 'vault' })
    expect(await contents()).toEqual(before)
  })

  test('unlocked, it goes on by itself, on the same port, with the browsers that it knew', async () => {
    const browserOf = await paired()
    keys.lock(true)
    const service = await start()
    const { port } = service
    keys.lock(false)
    await Promise.all(ticks.map((tick) => tick()))
    expect(service.port).toBe(port)
    expect(await greeting(service)).not.toHaveProperty('waits')
    expect(await browserOf(service).call('status', {})).toMatchObject({ vault: 'keychain' })
    expect(events).toContain('vault-open')
    expect(ticks).toEqual([])
  })

  test('unlocked onto data that cannot be read, it ends and says why', async () => {
    await paired()
    keys.lock(true)
    const service = await start()
    keys.lock(false)
    for (const account of keys.entries.keys()) if (account.endsWith('store:key')) keys.entries.delete(account)
    await Promise.all(ticks.map((tick) => tick()))
    await expect(service.failed).rejects.toMatchObject({ code: 'store-unreadable' })
  })

  test('a second process still finds the lock', async () => {
    await paired()
    keys.lock(true)
    await start()
    await expect(start()).rejects.toMatchObject({ code: 'lock-held' })
  })
})

test('attack 34 · every file is of this user alone, and no secret lies in one but the command line’s own key', async () => {
  await paired()
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of names) {
    const path = join(entry.parentPath, entry.name)
    expect([entry.name, (await stat(path)).mode & 0o077]).toEqual([entry.name, 0])
  }
  // The installation's id is no secret.
  const secrets = [...keys.entries.values()].filter((secret) => secret.length > 32)
  const files = names.filter((entry) => entry.isFile() && entry.name !== 'console.key')
  const texts = await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name))))
  expect(secrets.filter((secret) => texts.some((text) => text.includes(secret)))).toEqual([])
  expect([...keys.entries.keys()].some((account) => account.includes(':client:'))).toBe(true)
})
