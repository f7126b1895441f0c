import type { Check } from '../check.ts'
import { fail, ok, unknown, warn } from '../check.ts'

const hour = 3_600_000
const day = 24 * hour

/** Nothing of what is kept is lost (case G81). */
export const storeCheck: Check = ({ store, health }) => {
  if (health?.isReadOnly) return fail('store-read-only')
  if (health?.storeReason === 'disk-full') return fail('store-full')
  switch (store.state) {
    case 'none':
      return unknown('nothing-yet')
    case 'whole':
      return ok('store-whole')
    case 'repaired':
      return warn('store-repaired')
    case 'doubtful':
      return fail('store-doubtful')
    case 'unreadable':
      return fail('store-unreadable')
    case 'newer':
      return fail('store-newer')
    case 'unknown':
      return health ? ok('store-by-service') : unknown('store-unknown')
  }
}

/** A copy of yesterday or today is there. */
export const backupCheck: Check = ({ store, newestBackup, now }) => {
  if (newestBackup === null) return store.state === 'none' ? unknown('nothing-yet') : warn('backup-none')
  const days = Math.max(0, Math.floor((now - Date.parse(newestBackup)) / day))
  return days > 1 ? warn('backup-old', { days }) : ok('backup-fresh', { days })
}

/** A copy lies where the loss of this computer does not reach it. */
export const secondPlaceCheck: Check = ({ store, secondPlace, now }) => {
  if (!secondPlace) return store.state === 'none' ? unknown('nothing-yet') : warn('copies-here-only')
  const { isThere, copyAt } = secondPlace
  const days = copyAt === null ? null : Math.max(0, Math.floor((now - Date.parse(copyAt)) / day))
  if (!isThere) return warn('copies-unreachable')
  return days === null || days > 1 ? warn('copies-old', { days: days ?? 0 }) : ok('copies-there', { days })
}

/** Without the code on paper no copy opens on another computer. */
export const recoveryCheck: Check = ({ store, recoveryCode }) => {
  if (store.state === 'none') return unknown('nothing-yet')
  if (recoveryCode === 'unknown') return unknown('not-known')
  return recoveryCode === 'kept' ? ok('code-kept') : warn('code-never')
}

const lateHours = 2
const tooLateHours = 24

/** The payments were read completely a short while ago, at every ERP: who pays is cleared. */
export const sweepCheck: Check = ({ health, now }) => {
  if (!health) return unknown('not-known')
  const { erps } = health
  if (erps.length === 0) return unknown('no-erp-yet')
  // A clock that is ahead makes everything look older than it is; its own check says so.
  const rightNow = now - Math.max(0, health.aheadMs ?? 0)
  // An ERP that was never read counts from when it was set up.
  const ages = erps.map(({ paymentsAt, savedAt }) => (rightNow - Date.parse(paymentsAt ?? savedAt)) / hour)
  const hours = Math.max(0, Math.floor(Math.max(...ages)))
  if (hours >= tooLateHours) return fail('sweep-old', { hours })
  if (hours >= lateHours) return warn('sweep-late', { hours })
  return ok(erps.some(({ paymentsAt }) => paymentsAt === null) ? 'sweep-first' : 'sweep-fresh')
}

/** A browser may speak to the service, and one of them may set it up. */
export const pairingCheck: Check = ({ health }) => {
  if (!health) return unknown('not-known')
  const { count, admins } = health.clients
  if (count === 0) return fail('pairing-none')
  return admins === 0 ? warn('pairing-no-admin', { count }) : ok('pairing', { count })
}
