import type { Clock } from '../../shared/clock.ts'

/** How far this computer's clock is ahead of the servers that it speaks to. */
export interface ServerTime {
  /** Takes the `Date` header of an answer that has just come. */
  note: (date: string) => void
  /** Milliseconds, from the last answer; null before any. */
  ahead: () => number | null
}

/** Learns the time from answers that come anyway; what is no date is passed by. */
export const serverTime = (clock: Clock): ServerTime => {
  let ahead: number | null = null
  return {
    note: (date) => {
      const server = new Date(date).getTime()
      if (!Number.isNaN(server)) ahead = Math.round(clock() - server)
    },
    ahead: () => ahead,
  }
}
