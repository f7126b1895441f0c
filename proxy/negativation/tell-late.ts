import type { Clock } from '../../shared/clock.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import type { Tasks } from '../tasks/tasks.ts'
import { alarmOf } from './alarm.ts'

/** One that was wished a moment ago is most likely on its way. Milliseconds. */
const onItsWay = 60 * 60_000

interface TellLateDeps {
  store: Pick<Store, 'query'>
  tasks: Pick<Tasks, 'open'>
  clock: Clock
}

/**
 * Tells of every removal that waits and runs late, tried or not: while a platform is down few are tried, always the most urgent ones, and
 * the deadline of all the others runs as well. Nothing is told twice. @throws what the store throws
 */
export const tellLate = ({ store, tasks, clock }: TellLateDeps) => {
  const isLate = (record: NegativationRecord): boolean => {
    const { removal } = record
    if (!removal || removal.isHeld) return false
    const age = clock() - Date.parse(removal.requestedAt)
    // A wish that lies ahead comes from a clock that was set back (case G75).
    if (age >= 0 && age < onItsWay) return false
    const alarm = alarmOf(record, clock())
    return alarm !== 'none' && alarm !== 'hour'
  }
  return async (): Promise<void> => {
    for (const record of await store.query('negativations', { state: 'removal-requested' }))
      if (isLate(record)) await tasks.open('removal-late', record)
  }
}
