import type {
  EligibilityCode,
  EligibilityReason,
  InclusionPolicy,
  PostalAddress,
  Simulation,
} from '../../shared/api.ts'
import type { BatchItemRecord } from '../store/records.ts'
import { isApprovalNeeded } from './approval-needed.ts'
import { blocksOf, goingItems, warningsOf } from './going-items.ts'
import { itemTotals } from './item-totals.ts'

type Judged = Pick<BatchItemRecord, 'position' | 'asked' | 'name' | 'shown' | 'reasons' | 'shortened'>

export interface SimulationFacts {
  /** Everything that was selected, as it was read. */
  items: readonly Judged[]
  accepted: readonly EligibilityCode[]
  seal: string
  policy: Pick<InclusionPolicy, 'dailyLimit' | 'approvalPeople' | 'approvalCents' | 'letterDays'>
  /** What one inclusion costs; null where the administrator gave no price. */
  unitCents: number | null
  /** Inclusions that have left today. */
  sentToday: number
}

/** So many shortened addresses are shown; a report shows all. */
const mostShortened = 1_000

/** Items by the code of the reasons that `reasonsOf` gives; an item with two codes stands under both. The most frequent first. */
const byReason = (
  items: readonly Judged[],
  reasonsOf: (item: Judged) => readonly EligibilityReason[],
): Simulation['blocked'] => {
  const found = new Map<EligibilityCode, { written: boolean; items: Set<Judged> }>()
  for (const item of items)
    for (const { code, written } of reasonsOf(item)) {
      const entry = found.get(code) ?? { written: false, items: new Set() }
      entry.written ||= written
      entry.items.add(item)
      found.set(code, entry)
    }
  return [...found]
    .map(([code, entry]) => ({ code, written: entry.written, total: itemTotals([...entry.items]) }))
    .toSorted((one, other) => other.total.debts - one.total.debts || (one.code < other.code ? -1 : 1))
}

const shortenedOf = ({ position, name, shown, shortened }: Judged): Simulation['shortened'] =>
  shortened.map(({ field, whole }) => ({
    position,
    name,
    field,
    whole,
    sent: shown?.debtor.address[field as keyof PostalAddress] ?? '',
  }))

/** Inclusions that a day's limit still allows. */
export const leftOf = ({ dailyLimit }: Pick<InclusionPolicy, 'dailyLimit'>, sentToday: number): number =>
  Math.max(0, dailyLimit - sentToday)

/** What would happen if a batch were confirmed with these warnings accepted. Pure; every item is going or stands under a reason. */
export const simulate = (facts: SimulationFacts): Simulation => {
  const { items, accepted, seal, policy, unitCents, sentToday } = facts
  const going = goingItems(items, accepted)
  const total = itemTotals(going)
  return {
    seal,
    selected: itemTotals(items),
    going: total,
    blocked: byReason(items, blocksOf),
    // A warning of somebody who does not go anyway is nobody's decision.
    warnings: byReason(
      items.filter((item) => blocksOf(item).length === 0),
      warningsOf,
    ),
    shortened: going.flatMap(shortenedOf).slice(0, mostShortened),
    costCents: unitCents === null ? null : unitCents * going.length,
    unitCents,
    leftToday: leftOf(policy, sentToday),
    needsApproval: isApprovalNeeded(total, policy),
    letterDays: policy.letterDays,
  }
}
