const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** How long the program waits between its regular acts; milliseconds. */
export interface Pace {
  /** Between two looks at what is due. */
  tick: number
  /** Between two reads of the payments, and by how much chance may shorten it. */
  sweep: number
  sweepJitter: number
  /** Between two walks over every active record. */
  audit: number
  /** Between two looks at the bureau for one record: fresh, waiting for the letter, active, being cleared, cleared. */
  lookUnknown: number
  lookSent: number
  lookActive: number
  lookVerifying: number
  lookRemoved: number
  /** Between two absent reads that count, and after the sending before absence means "not included". */
  spacing: number
  settle: number
  /** The bureau's daily processing: so long it may still show a record whose removal it took. */
  lag: number
  /** Removal retries: first wait and longest wait. */
  retryFirst: number
  retryLongest: number
  /** Between two trial calls to a platform that failed again and again. */
  probe: number
  /** How long a removed or not-included record is still looked at. */
  watch: number
  /** A confirmation that stands open longer wants to be read again. */
  confirmation: number
}

export const usualPace: Pace = {
  tick: 5 * second,
  sweep: 10 * minute,
  sweepJitter: minute,
  audit: 24 * hour,
  lookUnknown: 5 * minute,
  lookSent: 6 * hour,
  lookActive: 24 * hour,
  lookVerifying: 30 * minute,
  lookRemoved: 24 * hour,
  spacing: 30 * minute,
  settle: 24 * hour,
  lag: 26 * hour,
  retryFirst: 5 * second,
  retryLongest: 15 * minute,
  probe: 30 * second,
  watch: 30 * 24 * hour,
  confirmation: 15 * minute,
}

/** Every wait so many times shorter; for the demo and for tests against simulators. */
export const fasterPace = (times: number): Pace =>
  Object.fromEntries(
    Object.entries(usualPace).map(([name, wait]) => [
      name,
      name === 'confirmation' ? wait : Math.ceil(wait / times),
    ]),
  ) as unknown as Pace
