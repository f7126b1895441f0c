import type { Health } from '../../shared/api.ts'

/** Who answers on a fixed port: we; another program; the system keeps it (case G72); something that says nothing; nobody. */
export type PortState = 'ours' | 'foreign' | 'reserved' | 'silent' | 'free'

/** Programs that copy folders about (case G82). */
export type Syncer = 'OneDrive' | 'Dropbox' | 'Google Drive' | 'iCloud' | 'Nextcloud'

/** Everything that the checks go by, gathered before; null or `unknown`: it could not be found out. */
export interface Facts {
  /** Unix milliseconds, by this computer's clock. */
  now: number
  /** Of this program. */
  version: string
  platform: string
  node: string
  ports: readonly { port: number; state: PortState }[]
  /** The service that proved to be ours; null when none answers. */
  service: { port: number; version: string } | null
  lock: { state: 'none' | 'live' | 'dead'; pid: number | null }
  folder: {
    state: 'missing' | 'writable' | 'read-only'
    /** Folders and files of ours that others may read. */
    wide: number
    syncedBy: Syncer | null
    /** How far the newest file's time lies in the future, in milliseconds. */
    futureMs: number
  }
  /** Bytes; null where the system does not tell. */
  space: { free: number } | null
  /** `unread`: a newer program's. */
  vault: { state: 'absent' | 'open' | 'shut' | 'unread'; kind: 'keychain' | 'file' | null }
  store: {
    state: 'none' | 'whole' | 'repaired' | 'doubtful' | 'unreadable' | 'newer' | 'unknown'
  }
  /** ISO instant. */
  newestBackup: string | null
  /** Whether somebody has the code on paper that opens the copies elsewhere. */
  recoveryCode: 'kept' | 'never' | 'unknown'
  /** The other disk of the copies: ISO instant of the newest that lies there; null without a second place. */
  secondPlace: { isThere: boolean; copyAt: string | null } | null
  /** From the service, else from the files. */
  health: Health | null
  /** 09:00 of a winter day in the business zone, by the time zone data of the runtime. */
  isZoneRight: boolean
  startsAtBoot: 'yes' | 'no' | 'unknown'
}
