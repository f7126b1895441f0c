import type { Check } from '../check.ts'
import { fail, ok, unknown, warn } from '../check.ts'

const minute = 60_000
const mebibyte = 1024 * 1024
const little = 1024 * mebibyte
const nearlyNone = 100 * mebibyte

/** The secrets can be read and written, by this user alone. */
export const vaultCheck: Check = ({ vault, folder }) => {
  if (vault.state === 'absent') return unknown('nothing-yet')
  if (vault.state === 'unread') return unknown('not-known')
  if (vault.state === 'shut') return fail(vault.kind === 'file' ? 'vault-file-shut' : 'keychain-shut')
  if (vault.kind === 'keychain') return ok('keychain-open')
  return folder.wide > 0 ? fail('vault-file-wide') : ok('vault-file-open')
}

const farOff = 5 * minute

/** The clock is right: deadlines and signatures go by it. */
export const clockCheck: Check = ({ now, health, folder }) => {
  const ahead = health?.aheadMs ?? null
  if (ahead !== null && Math.abs(ahead) > farOff)
    return fail(ahead > 0 ? 'clock-ahead' : 'clock-behind', { minutes: Math.round(Math.abs(ahead) / minute) })
  const lastSign = health?.heartbeatAt == null ? 0 : Date.parse(health.heartbeatAt) - now
  const future = Math.max(folder.futureMs, lastSign)
  if (future > farOff) return fail('clock-behind-files', { minutes: Math.round(future / minute) })
  return ok(ahead === null ? 'clock-plausible' : 'clock-right')
}

/** The runtime knows the zone in which business days begin (case G80). */
export const zoneCheck: Check = ({ isZoneRight }) => (isZoneRight ? ok('zone-right') : fail('zone-wrong'))

/** There is room to keep outcomes (case G84). */
export const diskCheck: Check = ({ space }) => {
  if (!space) return unknown('disk-unknown')
  const megabytes = Math.floor(space.free / mebibyte)
  if (space.free < nearlyNone) return fail('disk-full', { megabytes })
  return space.free < little ? warn('disk-low', { megabytes }) : ok('disk-free', { megabytes })
}

/** The data folder takes what is written, belongs to this user alone, and nobody else copies it about (case G82). */
export const folderCheck: Check = ({ folder }) => {
  if (folder.state === 'missing') return unknown('nothing-yet')
  if (folder.state === 'read-only') return fail('folder-read-only')
  if (folder.wide > 0) return fail('folder-wide', { count: folder.wide })
  return folder.syncedBy === null ? ok('folder-right') : warn('folder-synced', { program: folder.syncedBy })
}
