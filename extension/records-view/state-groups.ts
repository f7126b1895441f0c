import type { NegativationState } from '../../shared/api.ts'
import { liveStates, negativationStates } from '../../shared/api.ts'

/** The filters of the list: each state stands in exactly one of them. */
export const stateGroups = {
  waiting: ['sending', 'sent'],
  active: ['active'],
  clearing: ['removal-requested', 'removing', 'verifying'],
  removed: ['removed'],
  unknown: ['unknown'],
  notIncluded: ['not-included', 'rejected', 'cancelled'],
  drafts: ['draft'],
} as const satisfies Record<string, readonly NegativationState[]>

export type StateGroup = 'all' | keyof typeof stateGroups
export const groupNames: readonly StateGroup[] = [
  'all',
  ...(Object.keys(stateGroups) as (keyof typeof stateGroups)[]),
]

export const statesOf = (group: StateGroup): readonly NegativationState[] =>
  group === 'all' ? negativationStates : stateGroups[group]

/** How many records a filter would show. */
export const countOf = (group: StateGroup, counts: Readonly<Record<NegativationState, number>>): number =>
  statesOf(group).reduce((sum, state) => sum + counts[state], 0)

const among = (states: readonly NegativationState[], state: NegativationState): boolean =>
  states.includes(state)

/** The debt is, or may be, at the bureau: there is something to remove. */
export const isLive = (state: NegativationState): boolean => among(liveStates, state)
