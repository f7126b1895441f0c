import type { Health } from '../../shared/api.ts'
import type { Facts } from './facts.ts'

const now = Date.parse('2026-11-25T12:00:00.000Z')
const at = new Date(now - 600_000).toISOString()
const tested = { at, ok: true, code: null }

/** Of an installation with which nothing is wrong. */
export const soundHealth: Health = {
  storeReason: null,
  isReadOnly: false,
  clients: { count: 1, admins: 1 },
  integrations: [
    {
      environment: 'production',
      pairs: { query: { isSaved: true, tested }, pefin: { isSaved: true, tested } },
      missing: [],
    },
  ],
  erps: [{ domain: 'hubsoft.com.br', savedAt: at, tested, paymentsAt: at, auditAt: at, problem: null }],
  heartbeatAt: at,
  queues: { removals: 0, atRisk: 0, tasks: 0, unknownInclusions: 0, batches: 0, queries: 0 },
  aheadMs: 120,
}

export const soundFacts: Facts = {
  now,
  version: '1.0.0',
  platform: 'linux',
  node: 'v24.0.0',
  ports: [{ port: 41417, state: 'ours' }],
  service: { port: 41417, version: '1.0.0' },
  lock: { state: 'live', pid: 10 },
  folder: { state: 'writable', wide: 0, syncedBy: null, futureMs: 0 },
  space: { free: 50 * 1024 ** 3 },
  vault: { state: 'open', kind: 'keychain' },
  store: { state: 'whole' },
  newestBackup: at,
  recoveryCode: 'kept',
  secondPlace: { isThere: true, copyAt: at },
  health: soundHealth,
  isZoneRight: true,
  startsAtBoot: 'yes',
}
