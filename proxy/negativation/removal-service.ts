import { liveStates } from '../../shared/api.ts'
import type { NegativationState } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import { texts } from '../../shared/locales/texts.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import type { Ledger } from './ledger.ts'
import { chosenReason, personWish } from './removal-wish.ts'

export interface RemovalService {
  /**
   * A person's wish to clear a name; resolves once it is on disk. A second wish finds the first and changes nothing, except that
   * it frees one that is held because its payment was taken back.
   * @throws `negativation-unknown`, `removal-not-possible` where nothing is, or may be, at the bureau, `removal-reason-unknown`
   */
  request(id: string, reasonCode: string, note: string, actor: string): Promise<NegativationRecord>
}

const live: ReadonlySet<NegativationState> = new Set(liveStates)

const assertPossible = ({ state }: NegativationRecord): void => {
  if (live.has(state)) return
  throw new AppError('removal-not-possible', {
    params: { state: texts('pt-BR').negativation.states[state] },
  })
}

const isWaiting = ({ removal }: NegativationRecord): boolean => removal !== null && !removal.isHeld

export const removalService = ({ store, ledger }: { store: Store; ledger: Ledger }): RemovalService => ({
  request: async (id, reasonCode, note, actor) => {
    const record = await ledger.get(id)
    assertPossible(record)
    if (isWaiting(record)) return record
    const reason = await chosenReason(store, record, reasonCode)
    const latched = await ledger.apply(id, (before) =>
      isWaiting(before)
        ? null
        : {
            event: { kind: 'latch', wish: personWish(before, reason), text: note || null },
            actor,
          },
    )
    if (latched) return latched
    const now = await ledger.get(id)
    assertPossible(now)
    return now
  },
})
