import { vi } from 'vitest'

/** The time of the world, and what the machine of the service takes for it. */
export interface YearTime {
  /** Unix milliseconds, as everybody else has them. */
  now: () => number
  /** The machine's wall clock, which may be wrong. */
  clock: () => number
  /** The machine's monotonic one, which may stand still while it sleeps. */
  elapsed: () => number
  /** Milliseconds by which the wall clock is ahead. */
  setWrong(ahead: number): void
  /** Does it at its moment; what is due at one moment is done in the order in which it was told. */
  at(moment: number, act: () => void): void
  wait(milliseconds: number): Promise<void>
  /** Time goes by, timers included. */
  pass(milliseconds: number): void
  /** Time goes by for everybody but the machine. */
  sleep(milliseconds: number, isCounted: boolean): void
  /** Something of a process waits for time to go by. */
  isAwaited(): boolean
}

export const yearTime = (start: number): YearTime => {
  let now = start
  let elapsed = 0
  let ahead = 0
  let dues: { at: number; act: () => void }[] = []
  let waits = 0

  const at = (moment: number, act: () => void): void => {
    const place = dues.findLastIndex((due) => due.at <= moment)
    dues.splice(place + 1, 0, { at: moment, act })
  }
  const runDue = (until: number): void => {
    for (let due = dues[0]; due && due.at <= until; due = dues[0]) {
      dues.shift()
      now = Math.max(now, due.at)
      due.act()
    }
    now = until
  }
  return {
    now: () => now,
    clock: () => now + ahead,
    elapsed: () => elapsed,
    setWrong: (milliseconds) => {
      ahead = milliseconds
    },
    at,
    wait: (milliseconds) =>
      new Promise((resolve) => {
        waits += 1
        at(now + milliseconds, () => {
          waits -= 1
          resolve()
        })
      }),
    pass: (milliseconds) => {
      elapsed += milliseconds
      runDue(now + milliseconds)
      if (vi.getTimerCount() > 0) vi.advanceTimersByTime(milliseconds)
    },
    sleep: (milliseconds, isCounted) => {
      if (isCounted) elapsed += milliseconds
      runDue(now + milliseconds)
    },
    isAwaited: () => waits > 0 || vi.getTimerCount() > 0,
  }
}
