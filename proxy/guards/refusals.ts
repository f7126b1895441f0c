import type { Clock } from '../../shared/clock.ts'
import type { ErrorCode } from '../../shared/locales/texts.ts'
import type { Log } from '../log/log.ts'

const codes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'host-refused',
  'origin-refused',
  'method-refused',
  'media-type-refused',
  'body-too-large',
  'signature-refused',
  'clock-skew',
  'scope-refused',
  'rate-refused',
  'route-unknown',
  'pairing-closed',
  'pairing-code-wrong',
  'pairing-locked',
])

const quietMs = 60_000

export interface Refusals {
  /** Counts an error if it is a guard's refusal; a mistyped document is none. */
  count(code: ErrorCode): void
  total(): number
}

/** The security counter that the screens show. Each code is logged at most once a minute, so that a flood does not fill the disk. */
export const refusalCounter = (log: Log, clock: Clock): Refusals => {
  const logged = new Map<ErrorCode, number>()
  let total = 0
  return {
    count: (code) => {
      if (!codes.has(code)) return
      total += 1
      const now = clock()
      const last = logged.get(code)
      if (last !== undefined && now - last < quietMs) return
      logged.set(code, now)
      log('refused', { code, count: total })
    },
    total: () => total,
  }
}
