import type { Store } from '../store/store.ts'
import type { Ledger } from './ledger.ts'
import { program } from './ledger.ts'

interface RecoveryDeps {
  store: Store
  ledger: Pick<Ledger, 'apply'>
  /** Told when the disk did not take it; the next `run` tries again. */
  onFailure: (thrown: unknown) => void
}

/**
 * After a start: an inclusion that was being sent has an unknown end. It is looked up, never sent again (cases G43, G89).
 * The first `run` notes which they are; what this process sends later is none of them.
 */
export const inclusionRecovery = ({ store, ledger, onFailure }: RecoveryDeps) => {
  let left: string[] | null = null

  const settle = async (id: string): Promise<boolean> => {
    try {
      await ledger.apply(id, ({ state }) =>
        state === 'sending' ? { event: { kind: 'restart' }, actor: program } : null,
      )
      return true
    } catch (thrown) {
      onFailure(thrown)
      return false
    }
  }

  return {
    run: async (): Promise<void> => {
      left ??= (await store.query('negativations', { state: 'sending' })).map(({ id }) => id)
      const unsettled: string[] = []
      for (const id of left) if (!(await settle(id))) unsettled.push(id)
      left = unsettled
    },
  }
}
