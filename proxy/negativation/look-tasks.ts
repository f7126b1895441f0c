import { formatDate } from '../../shared/calendar.ts'
import { formatMoney } from '../../shared/money.ts'
import type { DebtState } from '../bureaus/bureau.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { TaskWish, TaskWishes } from '../tasks/task-changes.ts'
import { isOver } from './look-schedule.ts'

const isListed = ({ state }: NegativationRecord): boolean => state === 'sent' || state === 'active'

/** Whether the bureau holds something else than what was sent (case G47). */
const differs = ({ totalCents, due }: NegativationRecord, answer: DebtState): boolean =>
  answer.kind === 'present' && (answer.cents !== totalCents || answer.due !== due)

const aboutPresent = (after: NegativationRecord, answer: DebtState): TaskWish[] => {
  if (answer.kind !== 'present') return []
  if (differs(after, answer) && (after.state === 'unknown' || isListed(after)))
    return [
      {
        kind: 'inclusion-unknown',
        params: { amount: formatMoney(answer.cents), due: formatDate(answer.due) },
        heard: answer,
      },
    ]
  return answer.state === 'returned' && isListed(after) && !after.removal
    ? [{ kind: 'letter-returned', heard: answer }]
    : []
}

const aboutChange = (
  before: NegativationRecord,
  after: NegativationRecord,
  answer: DebtState,
): TaskWish[] => {
  if (isOver(before.state) && !isOver(after.state)) return [{ kind: 'appeared-later', heard: answer }]
  if (!isListed(before)) return []
  // It was accepted and stayed away for days.
  if (after.state === 'unknown') return [{ kind: 'inclusion-unknown', heard: answer }]
  if (after.state === 'rejected') return [{ kind: 'refused-later', heard: answer }]
  // Its end by age is nobody's act.
  const isByAge = answer.kind === 'ended' && answer.state === 'expired'
  return after.state === 'removed' && !isByAge ? [{ kind: 'removed-elsewhere', heard: answer }] : []
}

/** What the bureau's answer leaves for a person: nothing ends in silence. */
export const lookTasks = (
  before: NegativationRecord,
  after: NegativationRecord,
  answer: DebtState,
): TaskWishes => ({
  open: [...aboutPresent(after, answer), ...aboutChange(before, after, answer)],
  close: answer.kind === 'present' && !differs(after, answer) ? ['inclusion-unknown'] : [],
})
