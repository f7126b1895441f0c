import type { CandidateListing, EligibilityReason } from '../../shared/api.ts'
import { today } from '../../shared/business-time.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Registry } from '../integrations/registry.ts'
import { setUpOf } from '../negativation/inclusion-readiness.ts'
import { generalEligibility } from '../negativation/person-eligibility.ts'
import type { RecordIndex } from '../negativation/record-index.ts'
import { readInclusionPolicy } from '../policy/inclusion-policy.ts'
import { isAuditing } from '../restored/mark.ts'
import type { Store } from '../store/store.ts'

/** What concerns everybody in a listing of an ERP, now. */
export type GeneralReasons = (erpId: string, state: CandidateListing['state']) => Promise<EligibilityReason[]>

interface GeneralReasonsDeps {
  store: Store
  registry: Pick<Registry, 'list'>
  index: Pick<RecordIndex, 'sentOn'>
  newestPayment: (erpId: string) => Promise<CalendarDate | null>
  clock: Clock
}

export const generalReasons = (deps: GeneralReasonsDeps): GeneralReasons => {
  const { store, registry, index, newestPayment, clock } = deps
  const known = new Map<string, CalendarDate | null>()

  /** An ERP that reads, or has just failed, holds up no look at the listing. Undefined while nothing can be said yet. */
  const newest = async (
    erpId: string,
    state: CandidateListing['state'],
  ): Promise<CalendarDate | null | undefined> => {
    const asked = newestPayment(erpId).then((day) => void known.set(erpId, day))
    if (state === 'done' || state === 'cancelled') await asked
    return state === 'reading' ? known.get(erpId) : (known.get(erpId) ?? null)
  }

  return async (erpId, state) => {
    const day = today(clock)
    const [policy, integrations] = await Promise.all([readInclusionPolicy(store), registry.list()])
    return generalEligibility({
      integrations: integrations.map(setUpOf),
      newestPayment: await newest(erpId, state),
      inclusionsToday: await index.sentOn(day),
      isReadOnly: store.status().isReadOnly,
      isAuditing: await isAuditing(store),
      policy,
      today: day,
    })
  }
}
