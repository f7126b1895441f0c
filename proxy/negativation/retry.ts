import type { Random } from '../../shared/clock.ts'
import type { AppError } from '../../shared/errors.ts'

/** Waits that double from the first to the longest; milliseconds. */
export interface RetryRule {
  first: number
  longest: number
}

const hour = 60 * 60_000

/** A number from 0 to 1, without 1. */
export const fractionOf = (random: Random): number => {
  const [high = 0, low = 0] = random(2)
  return (high * 256 + low) / 65_536
}

/** A wait that strays a tenth to both sides, so that what began together does not come back together. */
export const jittered = (wait: number, random: Random): number =>
  Math.round(wait * (0.9 + 0.2 * fractionOf(random)))

/** What the other side asked to wait, in milliseconds; 0 when it asked for nothing. An hour at most: a header keeps no name listed. */
const askedWait = ({ params }: AppError): number => {
  const seconds = Number(params['seconds'] ?? 0)
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1000, hour) : 0
}

/**
 * A removal that the bureau refuses, as of a record that is not active yet: only its daily processing or a person heals that, perhaps
 * in ten days, so it is asked less often. It is never given up.
 */
export const refusedRule = ({ first, longest }: RetryRule): RetryRule => ({ first, longest: 4 * longest })

/** The longest that a removal is ever put off by a failure: what lies further off comes from a clock that was wrong (case G75). */
export const longestWait = (rule: RetryRule): number => Math.max(refusedRule(rule).longest, hour)

/**
 * Milliseconds until the next try after so many failures in a row (1 = the first): half to whole of `first` × 2^n, `longest` at
 * most, and never sooner than the other side asked for.
 */
export const retryWait = (rule: RetryRule, failures: number, random: Random, error?: AppError): number => {
  const wait = Math.min(rule.longest, rule.first * 2 ** Math.min(failures - 1, 30))
  const strayed = Math.ceil(wait * (0.5 + fractionOf(random) / 2))
  return Math.max(strayed, error ? askedWait(error) : 0)
}
