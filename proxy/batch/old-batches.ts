import type { BatchState } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import { program } from '../negativation/ledger.ts'
import type { BatchRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import type { BatchBook } from './book.ts'

/** Milliseconds for which a batch waits for the confirmation or the approval: what it shows is old then. */
const lifetime = 24 * 3_600_000

const waitingForSomebody: readonly BatchState[] = ['draft', 'approval']

interface OldBatchesDeps {
  store: Pick<Store, 'query' | 'status'>
  book: Pick<BatchBook, 'change'>
  clock: Clock
}

/** Gives up the batches that nobody has confirmed or approved for a day. @throws what the store throws; what was given up stays so */
export const oldBatches = ({ store, book, clock }: OldBatchesDeps) => {
  // A clock that was set back makes no batch old (case G75).
  const isOld = ({ state, createdAt, log }: BatchRecord): boolean =>
    waitingForSomebody.includes(state) && clock() - Date.parse(log.at(-1)?.at ?? createdAt) >= lifetime

  return async (): Promise<void> => {
    // Nobody waits for it, and it is not worth the space that is kept for outcomes (case G84).
    if (store.status().reason === 'disk-full') return
    for (const state of waitingForSomebody)
      for (const { id } of (await store.query('batches', { state })).filter(isOld))
        await book.change(id, (batch) =>
          isOld(batch)
            ? {
                fields: { state: 'cancelled', endedAt: new Date(clock()).toISOString() },
                entry: { event: 'cancelled', actor: program, text: null },
              }
            : null,
        )
  }
}
