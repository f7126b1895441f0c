import { AppError } from '../../shared/errors.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Refusals } from '../guards/refusals.ts'
import type { Store } from '../store/store.ts'
import { readVitals } from '../health/vitals.ts'
import type { Vault } from '../vault/vault.ts'
import type { Handlers } from './handlers.ts'

interface StatusDeps {
  version: string
  /** ISO 8601. */
  startedAt: string
  store: Store
  vault: Vault
  clock: Clock
  refusals: Refusals
}

/** What the popup shows of the service. */
export const statusHandlers = ({
  version,
  startedAt,
  store,
  vault,
  clock,
  refusals,
}: StatusDeps): Pick<Handlers, 'status'> => ({
  status: async (_, { client }) => {
    if (!client) throw new AppError('scope-refused')
    const [integrations, erps] = await Promise.all([store.query('integrations'), store.query('erps')])
    return {
      version,
      startedAt,
      client,
      vault: vault.kind,
      refusals: refusals.total(),
      integrations: integrations.length,
      erps: erps.length,
      vitals: await readVitals(store, { startedAt: Date.parse(startedAt), now: clock() }),
    }
  },
})
