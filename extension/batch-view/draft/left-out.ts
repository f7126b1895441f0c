import type { BatchItem, EligibilityCode, Simulation, Totals } from '../../../shared/api.ts'

/** What of the selection does not go: people of whom nothing goes, and the debts, invoices and cents that stay out. */
export const leftOut = ({ selected, going }: Pick<Simulation, 'selected' | 'going'>): Totals => ({
  people: selected.people - going.people,
  debts: selected.debts - going.debts,
  invoices: selected.invoices - going.invoices,
  cents: selected.cents - going.cents,
})

export type Situation = 'going' | 'blocked' | 'left-out'

/** Where an item stands with these warnings accepted. */
export const situationOf = (
  { reasons, state }: Pick<BatchItem, 'reasons' | 'state'>,
  accepted: readonly EligibilityCode[],
): Situation => {
  if (state !== 'waiting' || reasons.some(({ level }) => level === 'block')) return 'blocked'
  return reasons.every(({ code }) => accepted.includes(code)) ? 'going' : 'left-out'
}

export type ReviewNeed = 'reading' | 'none' | 'limit'

/** What keeps the simulation from being confirmed, or null. */
export const reviewNeed = (simulation: Simulation, isStale: boolean): ReviewNeed | null => {
  if (isStale) return 'reading'
  if (simulation.going.debts === 0) return 'none'
  return simulation.going.debts > simulation.leftToday ? 'limit' : null
}

/** Whether some accepted warning of what goes wants a written reason. */
export const wantsWritten = ({ warnings }: Simulation, accepted: readonly EligibilityCode[]): boolean =>
  warnings.some(({ code, written }) => written && accepted.includes(code))
