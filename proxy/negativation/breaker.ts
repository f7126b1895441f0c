/** Spares a platform that is down: after five failures in a row one probe each half minute, for ever, until one succeeds. */
export interface Breaker {
  /** Whether a call may go out now; while the platform is down it grants one probe at a time. */
  allows(now: number): boolean
  succeeded(): void
  failed(now: number): void
}

const failuresToOpen = 5

/** `probeEvery` in milliseconds. It may delay a call, never skip it for ever. */
export const breaker = (probeEvery: number): Breaker => {
  let failures = 0
  let probeAt = 0
  return {
    allows: (now) => {
      if (failures < failuresToOpen) return true
      // A wait longer than the rule comes from a clock that was set back (case G75).
      if (now < probeAt && probeAt - now <= probeEvery) return false
      probeAt = now + probeEvery
      return true
    },
    succeeded: () => {
      failures = 0
    },
    failed: (now) => {
      failures += 1
      probeAt = now + probeEvery
    },
  }
}
