import type { Check, CheckName } from '../check.ts'
import { credentialsCheck, erpCheck, productsCheck } from './access-checks.ts'
import {
  backupCheck,
  pairingCheck,
  recoveryCheck,
  secondPlaceCheck,
  storeCheck,
  sweepCheck,
} from './data-checks.ts'
import { clockCheck, diskCheck, folderCheck, vaultCheck, zoneCheck } from './machine-checks.ts'
import { bootCheck, lockCheck, portsCheck, serviceCheck, versionCheck } from './service-checks.ts'

/** Every check, in the order in which they are shown. */
export const allChecks: Readonly<Record<CheckName, Check>> = {
  version: versionCheck,
  service: serviceCheck,
  ports: portsCheck,
  lock: lockCheck,
  boot: bootCheck,
  vault: vaultCheck,
  clock: clockCheck,
  zone: zoneCheck,
  disk: diskCheck,
  folder: folderCheck,
  store: storeCheck,
  backup: backupCheck,
  copies: secondPlaceCheck,
  recovery: recoveryCheck,
  sweep: sweepCheck,
  credentials: credentialsCheck,
  products: productsCheck,
  erp: erpCheck,
  pairing: pairingCheck,
}
