import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm, stat, truncate } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo, Server } from 'node:net'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { World } from '../../proxy/doctor/gather.ts'
import type { ErrorCode } from '../../shared/locales/texts.ts'
import { strangerServer } from '../attacks/test-service.ts'
import { erpId, integrationId } from '../properties/integration-setup.ts'
import { doctorRoom } from './doctor-room.ts'

type Room = Awaited<ReturnType<typeof doctorRoom>>

const hour = 3_600_000
let room: Room
const ends: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  room = await doctorRoom()
})
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
  await room.clear()
})

/** A port on which nobody listens. */
const freePort = async (): Promise<number> => {
  const server: Server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** A process of its own that takes the lock of the folder, and nothing else. */
const lockHolder = async () => {
  const program = `
    import { takeLock } from ${JSON.stringify(resolve('proxy/lock/lock.ts'))}
    await takeLock(${JSON.stringify(room.folder)})
    console.log('held')
    setInterval(() => {}, 60_000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(createInterface({ input: child.stdout }), 'line')
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  ends.push(kill)
  return kill
}

const withDisk = (world: World, disk: Partial<World['disk']>): World => ({
  ...world,
  disk: { ...world.disk, ...disk },
})

const refused = (code: ErrorCode) => ({
  at: new Date().toISOString(),
  ok: false,
  error: { code, text: 'x', hint: 'x' },
})

const off = { service: 'fail: service-off' }

describe('a well kept installation', () => {
  test('running: nothing to say', async () => {
    expect(await room.faults(room.world([await room.start()]))).toEqual({})
  })

  test('stopped: that alone, and the files are as they were', async () => {
    const port = await room.start()
    await room.stop()
    const journal = await stat(join(room.folder, 'store'))
    expect(await room.faults(room.world([port]))).toEqual(off)
    expect((await stat(join(room.folder, 'store'))).mtimeMs).toBe(journal.mtimeMs)
    await expect(readFile(join(room.folder, 'lock'))).rejects.toThrow('ENOENT')
  })
})

describe('doctor names the fault', () => {
  test('1 · G72 · a foreign program on the port', async () => {
    const foreign = await strangerServer()
    ends.push(foreign.close)
    const port = await room.start()
    expect(await room.faults(room.world([foreign.port, port]))).toEqual({ ports: 'warn: ports-foreign' })
    await room.stop()
    expect(await room.faults(room.world([foreign.port]))).toEqual({ ports: 'fail: ports-foreign' })
  })

  test('1b · G72 · the system keeps the port for itself', async () => {
    const port = await freePort()
    const reserved = async () => [[port - 1, port + 1]] as const
    expect(await room.faults(room.world([port], { reserved }))).toEqual({ ports: 'fail: ports-reserved' })
  })

  test('2 · G83 · a lock that a dead process left', async () => {
    const kill = await lockHolder()
    await kill()
    const port = await freePort()
    expect(await room.faults(room.world([port]))).toEqual({ ...off, lock: 'warn: lock-dead' })
  })

  test('3 · G83 · a living process holds the lock while the port is silent', async () => {
    await lockHolder()
    expect(await room.faults(room.world([await freePort()]))).toEqual({ lock: 'fail: lock-mute' })
  })

  test('4 · G81 · the snapshot is cut: before the restart and, with nothing else left, after it', async () => {
    await room.change(async (store) => {
      await store.commit([
        { collection: 'answers', id: 'a', value: { id: 'a', html: 'x'.repeat(5_000) } },
        { collection: 'answers', id: 'b', value: { id: 'b', html: 'x'.repeat(5_000) } },
      ])
      await store.maintain()
    }, 1)
    const port = await room.start()
    const snapshot = await room.snapshot()
    await truncate(snapshot, Math.floor((await stat(snapshot)).size / 2))
    expect(await room.faults(room.world([port]))).toEqual({ store: 'warn: store-repaired' })
    await room.stop()
    await rm(join(room.folder, 'backups'), { recursive: true })
    await rm(join(room.folder, 'store', 'archive'), { recursive: true })
    expect(await room.faults(room.world([port]))).toMatchObject({ store: 'fail: store-unreadable' })
  })

  test('5 · the data folder cannot be written', async () => {
    const world = room.world([await room.start()])
    const seen = withDisk(world, { isWritable: async () => false })
    expect(await room.faults(seen)).toEqual({ folder: 'fail: folder-read-only' })
  })

  test.each([
    [-3 * hour, 'fail: clock-behind-files'],
    [3 * hour, 'fail: clock-ahead'],
  ])('6 · the clock is %d ms off', async (off, clock) => {
    const world = room.world([await room.start()], { clock: () => Date.now() + off })
    const ask: World['ask'] = async (...call) => {
      const { version, health } = await world.ask(...call)
      // What the service learns from the Date of an answer.
      return { version, health: health && { ...health, aheadMs: off > 0 ? off : null } }
    }
    expect(await room.faults({ ...world, ask })).toEqual({ clock })
  })

  test('7 · G84 · the disk is nearly full', async () => {
    const world = room.world([await room.start()])
    const seen = withDisk(world, { free: async () => ({ free: 20 * 1024 ** 2 }) })
    expect(await room.faults(seen)).toEqual({ disk: 'fail: disk-full' })
  })

  test('8 · the keychain refuses', async () => {
    const kept = new Map<string, string>()
    const keyring = {
      get: async (account: string) => kept.get(account) ?? null,
      set: async (account: string, secret: string) => void kept.set(account, secret),
      delete: async (account: string) => void kept.delete(account),
    }
    const other = await doctorRoom({ keyring: async () => keyring })
    ends.push(other.clear)
    const world = other.world([await other.start()])
    expect(await other.faults(world)).toEqual({})
    const locked = { ...keyring, get: async () => null }
    expect(await other.faults({ ...world, keyring: async () => locked })).toEqual({
      vault: 'fail: keychain-shut',
    })
  })

  test('9 · the credentials were refused at the last test', async () => {
    await room.change(async (store) => {
      const [record] = await store.query('integrations')
      const query = { ...record!.query, tested: refused('connect-credentials-refused') }
      await store.commit([{ collection: 'integrations', id: integrationId, value: { ...record!, query } }])
    })
    expect(await room.faults(room.world([await room.start()]))).toEqual({
      credentials: 'fail: query-refused',
    })
  })

  test('10 · the ERP refuses the user', async () => {
    await room.change(async (store) => {
      const [record] = await store.query('erps')
      const value = { ...record!, tested: refused('erp-credentials-refused') }
      await store.commit([{ collection: 'erps', id: erpId, value }])
    })
    expect(await room.faults(room.world([await room.start()]))).toEqual({ erp: 'fail: erp-user-refused' })
  })

  test('11 · no complete reading of the payments for a day', async () => {
    await room.change(async (store) => {
      const id = `payments:${erpId}`
      const completedAt = new Date(Date.now() - 25 * hour).toISOString()
      await store.commit([{ collection: 'sweeps', id, value: { id, completedAt, problem: null } }])
    })
    expect(await room.faults(room.world([await room.start()]))).toEqual({ sweep: 'fail: sweep-old' })
  })

  test('12 · no browser is paired', async () => {
    await room.change(async (store) => {
      const [client] = await store.query('clients')
      const value = { ...client!, revokedAt: new Date().toISOString() }
      await store.commit([{ collection: 'clients', id: value.id, value }])
    })
    expect(await room.faults(room.world([await room.start()]))).toEqual({ pairing: 'fail: pairing-none' })
  })

  test('and without any data it says so, makes nothing and takes nothing', async () => {
    await rm(room.folder, { recursive: true })
    expect(await room.faults(room.world([await freePort()]))).toEqual(off)
    await expect(stat(room.folder)).rejects.toThrow('ENOENT')
  })
})
