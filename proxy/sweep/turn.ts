/** A moment on both clocks: the wall's, which may be set forward or back, and the monotonic one, which may stand still while the machine sleeps. */
export interface Moment {
  wall: number
  elapsed: number
}

/** When something was begun last and how long it waits; milliseconds. */
export interface Turn {
  at: Moment
  wait: number
}

/**
 * Milliseconds until the next turn, 0 when it is due. By whichever clock says so first: the wall's after a sleep, the monotonic one
 * when the wall's was set back (case G75). Compared at every tick, so that no long timer exists (case G76).
 */
export const untilDue = ({ at, wait }: Turn, now: Moment): number =>
  Math.max(0, Math.min(wait - (now.elapsed - at.elapsed), wait - (now.wall - at.wall)))

/** The wait after so many failures in a row: the first, doubled each time, never longer than the interval. */
export const backOff = (failures: number, first: number, interval: number): number =>
  Math.min(interval, first * 2 ** Math.min(failures - 1, 20))
