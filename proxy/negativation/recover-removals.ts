import type { Store } from '../store/store.ts'
import type { Ledger } from './ledger.ts'
import { program } from './ledger.ts'

/** After a restart: a removal in the middle of its act is simply sent again; repeating one is safe. Returns how many there were. */
export const recoverRemovals = async ({
  store,
  ledger,
}: {
  store: Store
  ledger: Ledger
}): Promise<number> => {
  const left = await store.query('negativations', { state: 'removing' })
  for (const { id } of left)
    await ledger.apply(id, ({ state }) =>
      state === 'removing' ? { event: { kind: 'restart' }, actor: program } : null,
    )
  return left.length
}
