import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startService } from '../../proxy/cli/start-service.ts'
import { keepApiUser } from '../../proxy/erps/erp-access.ts'
import { readConsoleKey } from '../../proxy/pairing/console-key.ts'
import { openStore } from '../../proxy/store/open-store.ts'
import type { ErpRecord } from '../../proxy/store/records.ts'
import { openVault } from '../../proxy/vault/open-vault.ts'
import { watchedLog } from '../attacks/canary/watched-service.ts'
import { pairClient, signedClient } from '../attacks/signed-client.ts'
import { chromeOrigin } from '../attacks/test-service.ts'
import { sampleDebt } from '../bench/sample-debts.ts'

const records = 10_000
const atOnce = 2_500
const minutesOff = 4 * 24 * 60
const lastBeat = Date.parse('2026-11-25T13:00:00Z')
const clock = () => lastBeat + minutesOff * 60_000

let folder: string
let nowhere: string
/** Takes every connection and never says a word: worse than a network that is not there, which at least fails. */
const sockets = new Set<Socket>()
const silent = createServer((socket) => sockets.add(socket.on('error', () => {})))

const fill = async (): Promise<void> => {
  const vault = await openVault({ folder, random: randomBytes, force: 'file' })
  const store = await openStore({ folder: join(folder, 'store'), vault, random: randomBytes })
  const { erpId } = sampleDebt(0)
  const at = new Date(lastBeat).toISOString()
  const erp: ErpRecord = {
    id: erpId,
    kind: 'hubsoft',
    description: 'HubSoft',
    baseUrl: nowhere,
    savedAt: at,
    tested: null,
  }
  await keepApiUser(vault, erpId, { clientId: '1', clientSecret: 's', username: 'u', password: 'p' })
  for (let from = 0; from < records; from += atOnce) {
    const debts = Array.from({ length: atOnce }, (_, index) => sampleDebt(from + index))
    await store.commit(debts.map((value) => ({ collection: 'negativations', id: value.id, value })))
  }
  await store.commit([
    { collection: 'erps', id: erpId, value: erp },
    { collection: 'heartbeats', id: 'heartbeat', value: { id: 'heartbeat', at } },
  ])
  await store.close()
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nada-large-'))
  await once(silent.listen(0, '127.0.0.1'), 'listening')
  nowhere = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`
  await fill()
}, 60_000)
afterAll(async () => {
  for (const socket of sockets) socket.destroy()
  silent.close()
  await rm(folder, { recursive: true })
})

/** Milliseconds that this process could have run and did not, because others had the processor; 0 where the system does not say. */
const heldUp = async (): Promise<number> => {
  const [, waited = '0'] = (await readFile('/proc/self/schedstat', 'utf8').catch(() => '')).split(' ')
  return Number(waited) / 1e6
}

test('G74 · after four days off, with ten thousand records and platforms that say nothing: the port is open within five seconds, and the gap is told', async () => {
  const [begun, before] = [performance.now(), await heldUp()]
  const service = await startService({
    folder,
    env: { NADA_CONSTA_VAULT: 'file', NADA_CONSTA_CONNECT_URL: `${nowhere}/` },
    ports: [0],
    clock,
    random: randomBytes,
    log: watchedLog,
    version: '0.0.0',
  })
  const took = performance.now() - begun - ((await heldUp()) - before)
  try {
    expect(took).toBeLessThan(5_000)
    const { port } = service
    const secret = (await readConsoleKey(folder))!
    const { code } = await signedClient({ port, clientId: 'console', secret, clock }).call('pairingOpen', {})
    const ana = await pairClient({ port, origin: chromeOrigin('a'), code, clock })
    const { id } = sampleDebt(records - 1)
    expect((await ana.call('negativation', { id })).negativation.state).toBe('active')
    expect(await ana.call('removalsStatus', {})).toMatchObject({ gapMinutes: minutesOff, lastSweepAt: null })
  } finally {
    await service.stop()
  }
}, 60_000)
