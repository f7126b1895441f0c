import { AppError } from '../../shared/errors.ts'
import type { Act } from '../negativation/ledger.ts'
import { proposedReason, removalReasonsOf } from '../negativation/removal-reason.ts'
import { chosenReason, personWish } from '../negativation/removal-wish.ts'
import type { TaskRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import { wantsNote } from './task-rules.ts'
import type { TaskInput } from './tasks.ts'

const removing = async (
  store: Store,
  task: TaskRecord,
  { reasonCode, note }: TaskInput,
): Promise<Act['event']> => {
  const [record] = await store.query('negativations', { id: task.negativationId })
  if (!record) throw new AppError('negativation-unknown')
  const reason =
    reasonCode === undefined
      ? proposedReason(await removalReasonsOf(store, record.integrationId), task.kind)
      : await chosenReason(store, record, reasonCode)
  return { kind: 'latch', wish: personWish(record, reason), text: note || null }
}

const eventOf = async (store: Store, task: TaskRecord, input: TaskInput): Promise<Act['event'] | null> => {
  const text = input.note
  switch (input.action) {
    case 'confirm-listed':
      return { kind: 'person-found', protocol: null, text }
    case 'confirm-not-listed':
      return { kind: 'person-not-found', text }
    case 'remove':
      return removing(store, task, input)
    case 'keep':
      // Where no wish stands there is nothing to take back: the name simply stays.
      return task.kind === 'payment-undone' ? { kind: 'keep', text } : null
    case 'look-again':
    case 'acknowledge':
      return null
  }
}

/**
 * What a person's choice does to the record; null when it only answers the task.
 * @throws `task-action-refused`, `note-missing`, `removal-reason-unknown`
 */
export const resolving = async (
  store: Store,
  task: TaskRecord,
  input: TaskInput,
  actor: string,
): Promise<Act | null> => {
  if (!task.actions.includes(input.action)) throw new AppError('task-action-refused')
  if (wantsNote(input.action) && input.note === '') throw new AppError('note-missing')
  const event = await eventOf(store, task, input)
  return event && { event, actor }
}
