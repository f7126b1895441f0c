import { today } from '../../shared/business-time.ts'
import type { Clock } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import type { Registry } from '../integrations/registry.ts'
import { block } from '../negativation/eligibility.ts'
import { assertEnvironment, assertSetUp, inclusionReason } from '../negativation/inclusion-readiness.ts'
import type { RecordIndex } from '../negativation/record-index.ts'
import { readInclusionPolicy } from '../policy/inclusion-policy.ts'
import { isAuditing } from '../restored/mark.ts'
import type { BatchRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import { leftOf } from './simulation.ts'

export interface DepartureDeps {
  store: Store
  registry: Pick<Registry, 'get'>
  index: Pick<RecordIndex, 'sentOn'>
  clock: Clock
}

/** What keeps a whole batch from leaving; each item is looked at once more before it is sent. */
export interface Departure {
  /**
   * @throws `inclusion-blocked` while inclusions are paused, `store-read-only`, `restore-audit-running`, `integration-unknown`,
   * `environment-differs`, `inclusion-not-set-up`, `inclusion-reason-unknown`, `batch-changed` when the creditor is another one now
   */
  assertOpen(batch: BatchRecord): Promise<void>
  /** Inclusions that today's limit still allows. */
  leftToday(): Promise<number>
  /** @param least how many have to fit. @throws `batch-over-daily-limit` */
  assertWithinDay(going: number, least: number): Promise<void>
}

export const departureCheck = ({ store, registry, index, clock }: DepartureDeps): Departure => {
  const leftToday = async (): Promise<number> =>
    leftOf(await readInclusionPolicy(store), await index.sentOn(today(clock)))

  return {
    assertOpen: async (batch) => {
      if ((await readInclusionPolicy(store)).isPaused) {
        const reasons = [block('inclusions-paused')]
        throw new AppError('inclusion-blocked', { params: { count: 1 }, details: { reasons } })
      }
      if (store.status().isReadOnly) throw new AppError('store-read-only')
      if (await isAuditing(store)) throw new AppError('restore-audit-running')
      const integration = await registry.get(batch.integrationId)
      assertEnvironment(batch, integration)
      assertSetUp(integration)
      inclusionReason(integration, batch.reason.code)
      if (integration.creditor !== batch.creditor) throw new AppError('batch-changed')
    },
    leftToday,
    assertWithinDay: async (going, least) => {
      const left = await leftToday()
      if (left < least) throw new AppError('batch-over-daily-limit', { params: { going, left } })
    },
  }
}
