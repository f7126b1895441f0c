import type { RemovalsStatus } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import type { ErrorBody } from '../../shared/errors.ts'
import { removalsAtRisk } from '../negativation/removals-at-risk.ts'
import type { RemovalService } from '../negativation/removal-service.ts'
import { viewOf } from '../negativation/view.ts'
import type { RestoredAudit } from '../restored/audit.ts'
import { restoreStatusOf } from '../restored/restore-status.ts'
import type { Store } from '../store/store.ts'
import { actorOf } from './actor.ts'
import type { Handlers } from './handlers.ts'

type RemovalsHandlers = Pick<
  Handlers,
  'removalRequest' | 'removalsStatus' | 'sweepNow' | 'restoreEnd' | 'restoreSeen'
>

/** How the regular read of the payments stands. */
interface SweepStatus {
  lastSweepAt: string | null
  nextSweepAt: string | null
  problem: ErrorBody | null
  gapMinutes: number
}

interface Deps {
  store: Store
  service: RemovalService
  sweeper: { status(): Promise<SweepStatus>; sweepNow(): Promise<void> }
  restored: Pick<RestoredAudit, 'end' | 'seen'>
  clock: Clock
}

export const removalsHandlers = ({ store, service, sweeper, restored, clock }: Deps): RemovalsHandlers => {
  const status = async (): Promise<RemovalsStatus> => {
    const { lastSweepAt, nextSweepAt, problem, gapMinutes } = await sweeper.status()
    const { atRisk, pending } = await removalsAtRisk(store, clock())
    return {
      atRisk,
      pending,
      openTasks: (await store.query('tasks', { isOpen: true })).length,
      lastSweepAt,
      nextSweepAt,
      sweepProblem: problem,
      gapMinutes,
      isReadOnly: store.status().isReadOnly,
      isCopyFailing: store.status().reason === 'copies-unreachable',
      restore: await restoreStatusOf(store),
    }
  }
  return {
    removalRequest: async ({ id, reasonCode, note }, caller) => {
      const record = await service.request(id, reasonCode, note, actorOf(caller))
      const tasks = await store.query('tasks', { negativationId: id, isOpen: true })
      return viewOf(record, { now: clock(), openTasks: tasks.length })
    },
    removalsStatus: status,
    restoreEnd: async ({ note }, caller) => {
      await restored.end(note, actorOf(caller))
      return status()
    },
    restoreSeen: async (_input, caller) => {
      await restored.seen(actorOf(caller))
      return status()
    },
    sweepNow: async () => {
      await sweeper.sweepNow()
      return status()
    },
  }
}
