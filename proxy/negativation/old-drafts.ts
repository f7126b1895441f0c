import type { Clock } from '../../shared/clock.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import type { Ledger } from './ledger.ts'
import { program } from './ledger.ts'

/** Milliseconds for which a draft that nobody touches is kept; far longer than a confirmation may stand open. */
const lifetime = 24 * 3_600_000

interface OldDraftsDeps {
  store: Store
  ledger: Pick<Ledger, 'apply'>
  clock: Clock
}

/**
 * Gives up the drafts that nobody has opened or changed for a day. Whether one is still such a draft is decided in its own turn at the
 * ledger: one that was confirmed or shown anew in the meantime stays. @throws what the store throws; what was given up stays so
 */
export const oldDrafts = ({ store, ledger, clock }: OldDraftsDeps) => {
  // A clock that was set back makes no draft old (case G75).
  const isOld = ({ state, changedAt }: NegativationRecord): boolean =>
    state === 'draft' && clock() - Date.parse(changedAt) >= lifetime

  return async (): Promise<void> => {
    // Nobody waits for it, and it is not worth the space that is kept for outcomes (case G84).
    if (store.status().reason === 'disk-full') return
    for (const { id } of (await store.query('negativations', { state: 'draft' })).filter(isOld))
      await ledger.apply(id, (record) =>
        isOld(record) ? { event: { kind: 'cancel' }, actor: program } : null,
      )
  }
}
