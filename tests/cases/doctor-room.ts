import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { makeDataFolder } from '../../proxy/cli/data-folder.ts'
import { composeService } from '../../proxy/compose-service.ts'
import { diagnose } from '../../proxy/doctor/diagnose.ts'
import { gather } from '../../proxy/doctor/gather.ts'
import type { World } from '../../proxy/doctor/gather.ts'
import { realWorld } from '../../proxy/doctor/real-world.ts'
import { secretKey } from '../../proxy/guards/hmac.ts'
import { takeLock } from '../../proxy/lock/lock.ts'
import { makeConsoleKey } from '../../proxy/pairing/console-key.ts'
import { closeServer } from '../../proxy/server/close-server.ts'
import { httpServer } from '../../proxy/server/http-server.ts'
import { listen } from '../../proxy/server/listen.ts'
import { createServices } from '../../proxy/services.ts'
import { writeCodeMark } from '../../proxy/store/code-mark.ts'
import { nodeDisk } from '../../proxy/store/disk.ts'
import { writeDurably } from '../../proxy/store/durable-write.ts'
import { findPlace, openStore } from '../../proxy/store/open-store.ts'
import { secondPlaceFile } from '../../proxy/store/second-place.ts'
import type { ClientRecord } from '../../proxy/store/records.ts'
import type { Change, Store } from '../../proxy/store/store.ts'
import { toldStore } from '../../proxy/store/told-store.ts'
import type { Keyring } from '../../proxy/vault/keychain.ts'
import { openVault } from '../../proxy/vault/open-vault.ts'
import type { Vault } from '../../proxy/vault/vault.ts'
import { watchAnswers, watchedLog } from '../attacks/canary/watched-service.ts'
import { erpId, setUp } from '../properties/integration-setup.ts'

const version = '1.0.0'
const pairedId = 'browser-1'

const browser = (at: string): ClientRecord => ({
  id: pairedId,
  name: 'Recepção',
  origin: `chrome-extension://${'a'.repeat(32)}`,
  scopes: ['query', 'admin'],
  pairedAt: at,
  lastSeenAt: null,
  revokedAt: null,
})

/** What a well kept installation has: set up, tested, paired, read a moment ago, with a backup. */
const wellKept = async (store: Store, vault: Vault): Promise<void> => {
  const at = new Date().toISOString()
  await setUp(store, vault)
  await vault.set(`client:${pairedId}`, randomBytes(32).toString('base64url'))
  await store.commit([
    { collection: 'clients', id: pairedId, value: browser(at) },
    { collection: 'heartbeats', id: 'heartbeat', value: { id: 'heartbeat', at } },
    ...(['payments', 'audit'] as const).map((look): Change => {
      const id = `${look}:${erpId}`
      return { collection: 'sweeps', id, value: { id, completedAt: at, problem: null } }
    }),
  ])
  await store.maintain()
}

/** A real data folder of a well kept installation, and the real service over it, which only ticks when it is told. */
export const doctorRoom = async (options: { keyring?: () => Promise<Keyring> } = {}) => {
  const base = await mkdtemp(join(tmpdir(), 'nada-doctor-'))
  const folder = join(base, 'data')
  const unit = join(base, '.config', 'systemd', 'user', 'nada-consta.service')
  await mkdir(dirname(unit), { recursive: true })
  await writeFile(unit, '')
  await makeDataFolder(folder)
  const ends: (() => Promise<void>)[] = []
  const vaultOf = () =>
    openVault({
      folder,
      random: randomBytes,
      ...(options.keyring ? { keyring: options.keyring } : { force: 'file' as const }),
    })

  /** Opens the stopped installation's store, changes it and closes it. */
  const change = async (work: (store: Store, vault: Vault) => Promise<void>, compactFrom?: number) => {
    const vault = await vaultOf()
    const place = { folder: join(folder, 'store'), vault, random: randomBytes }
    const store = await openStore({ ...place, ...(compactFrom !== undefined && { compactFrom }) })
    await work(store, vault)
    await store.close()
  }
  await change(wellKept)
  const place = await findPlace({
    folder: join(folder, 'store'),
    vault: await vaultOf(),
    random: randomBytes,
  })
  await writeCodeMark(nodeDisk, folder, place?.installation ?? '', Date.now())
  const at = new Date().toISOString()
  const note = JSON.stringify({ at, isThere: true, copyAt: at, code: null })
  await writeDurably(nodeDisk, join(folder, 'backups', secondPlaceFile), Buffer.from(note))

  /** Starts the service on a free port, or the given one. Resolves to its port. */
  const start = async (wanted: readonly number[] = [0]): Promise<number> => {
    const lock = await takeLock(folder)
    const vault = await vaultOf()
    const store = toldStore(await openStore({ folder: join(folder, 'store'), vault, random: randomBytes }))
    const shared = { store, vault, clock: Date.now, random: randomBytes }
    const everyTick = () => ({ stop: () => {} })
    const services = createServices({ ...shared, connectUrl: 'http://127.0.0.1:9/', everyTick })
    let port = 0
    const { app, refusals } = await composeService({
      ...shared,
      log: watchedLog,
      version,
      consoleKey: secretKey(await makeConsoleKey(folder, randomBytes)),
      port: () => port,
      handlers: services.handlers,
    })
    const server = httpServer(watchAnswers(app).fetch, refusals)
    port = await listen(server, wanted)
    ends.push(async () => {
      await closeServer(server, 0)
      await services.stop()
      await store.close()
      await lock.release()
    })
    return port
  }

  /** The real computer, except for what a test puts in its place. */
  const world = (ports: readonly number[], over: Partial<World> = {}): World => {
    const real = realWorld({ NADA_CONSTA_HOME: folder }, version)
    const roomy: World['disk'] = { ...real.disk, free: async () => ({ free: 50 * 1024 ** 3 }) }
    return {
      ...real,
      ports,
      home: base,
      platform: 'linux',
      disk: roomy,
      ...(options.keyring && { keyring: options.keyring }),
      ...over,
    }
  }

  /** The names of the checks that fail or warn, each with what it found. */
  const faults = async (seen: World): Promise<Record<string, string>> => {
    const results = diagnose(await gather(seen))
    return Object.fromEntries(
      results
        .filter(({ state }) => state === 'fail' || state === 'warn')
        .map(({ check, state, finding }) => [check, `${state}: ${finding}`]),
    )
  }

  return {
    base,
    folder,
    change,
    start,
    world,
    faults,
    stop: async () => {
      for (const end of ends.splice(0)) await end()
    },
    snapshot: async () => {
      const names = await readdir(join(folder, 'store'))
      return join(
        folder,
        'store',
        names.findLast((name) => name.startsWith('snapshot.'))!,
      )
    },
    clear: async () => {
      for (const end of ends.splice(0)) await end()
      await rm(base, { recursive: true, force: true })
    },
  }
}
