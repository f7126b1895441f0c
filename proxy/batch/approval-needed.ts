import type { InclusionPolicy, Totals } from '../../shared/api.ts'

/** Whether a batch is so large that a second person has to approve it; 0 sets no limit. */
export const isApprovalNeeded = (
  { people, cents }: Totals,
  { approvalPeople, approvalCents }: Pick<InclusionPolicy, 'approvalPeople' | 'approvalCents'>,
): boolean => (approvalPeople > 0 && people > approvalPeople) || (approvalCents > 0 && cents > approvalCents)
