import type { Clock } from '../../shared/clock.ts'
import type { Store } from '../store/store.ts'
import type { Tasks } from '../tasks/tasks.ts'
import { isUnchecked } from './audit-order.ts'
import { untilDue } from './turn.ts'
import type { Turn } from './turn.ts'

interface OrphansDeps {
  store: Store
  tasks: Pick<Tasks, 'open'>
  clock: Clock
  elapsed: () => number
  pace: { audit: number }
}

const erpIdOf = (linkId: string): string => linkId.slice(0, linkId.indexOf(':'))

/** Records of an ERP that is not set up any more: nobody can say whether they were paid, so a person has to know. */
export const orphans = ({ store, tasks, clock, elapsed, pace }: OrphansDeps) => {
  let turn: Turn | null = null
  return async (knownErpIds: readonly string[]): Promise<void> => {
    const now = { wall: clock(), elapsed: elapsed() }
    if (turn && untilDue(turn, now) > 0) return
    turn = { at: now, wait: pace.audit / 24 }
    const links = await store.query('invoiceLinks')
    const lost = links.filter(({ id }) => !knownErpIds.includes(erpIdOf(id)))
    for (const negativationId of new Set(lost.map((link) => link.negativationId))) {
      const [record] = await store.query('negativations', { id: negativationId })
      if (record && isUnchecked(record, pace.audit, clock())) await tasks.open('invoice-unchecked', record)
    }
  }
}
