import type { PostalAddress } from '../../../../shared/api.ts'

/** `returned` is a letter that came back; `removing` waits for the daily processing. */
export type PefinState =
  | 'received'
  | 'letter'
  | 'active'
  | 'returned'
  | 'removing'
  | 'removed'
  | 'refused'
  | 'expired'

export type PefinEnvironment = 'test' | 'production'

/** Where a record stands: the same contract of another creditor, person or environment is another record (cases G47, G56). */
export interface PefinAddress {
  creditor: string
  document: string
  contract: string
  environment: PefinEnvironment
}

/** One inclusion as it arrived. */
export interface PefinInclusion extends PefinAddress {
  name: string
  address: PostalAddress
  cents: number
  /** `YYYY-MM-DD`. */
  due: string
  reason: string
}

/** Something that happened to a record. */
export interface PefinEvent {
  /** Unix milliseconds by the simulator's clock. */
  at: number
  contract: string
  state: PefinState
  /** `included`, `day`, `removal`, `elsewhere`, … */
  cause: string
  protocol: string | null
  code: string | null
  text: string | null
}

export interface PefinRecord extends PefinInclusion {
  /** The platform's own number of the record. */
  reference: string
  /** Of the inclusion. */
  protocol: string
  state: PefinState
  /** Every change, oldest first. */
  events: PefinEvent[]
  /** The processing day on which the letter left; null before. */
  letterDay: number | null
}

/** In these the debt stands at the bureau. */
const present: ReadonlySet<PefinState> = new Set(['received', 'letter', 'active', 'returned', 'removing'])

export const isPresent = (state: PefinState): boolean => present.has(state)
