import { settleLeft } from '../store/settle-left.ts'
import type { Store } from '../store/store.ts'
import type { Ledger } from './ledger.ts'
import { program } from './ledger.ts'

interface RecoveryDeps {
  store: Store
  ledger: Pick<Ledger, 'apply'>
  /** Told when the disk did not take it; the next `run` tries again. */
  onFailure: (thrown: unknown) => void
}

/** After a start: an inclusion that was being sent has an unknown end. It is looked up, never sent again (cases G43, G89). */
export const inclusionRecovery = ({ store, ledger, onFailure }: RecoveryDeps) =>
  settleLeft({
    find: async () => (await store.query('negativations', { state: 'sending' })).map(({ id }) => id),
    settle: (id) =>
      ledger.apply(id, ({ state }) =>
        state === 'sending' ? { event: { kind: 'restart' }, actor: program } : null,
      ),
    onFailure,
  })
