import type { Clock, Random } from '../shared/clock.ts'
import type { Inclusions, Removals } from './bureaus/bureau.ts'
import type { ErpPool } from './erps/erp-pool.ts'
import type { Registry } from './integrations/registry.ts'
import { batchServices } from './batch-services.ts'
import type { Work } from './regular-work.ts'
import { negativationsHandlers } from './routes/negativations.ts'
import type { Store } from './store/store.ts'
import type { Vault } from './vault/vault.ts'
import { confirmer } from './negativation/confirm.ts'
import { erpWords } from './negativation/customer-status.ts'
import { createDrafts } from './negativation/draft.ts'
import { eligibleInvoices } from './negativation/eligible-invoices.ts'
import { includer } from './negativation/include.ts'
import type { Ledger } from './negativation/ledger.ts'
import { newestPayments } from './negativation/newest-payment.ts'
import { outcomesIn } from './negativation/outcomes.ts'
import { customerOverview, customerSearch } from './negativation/overview.ts'
import type { Pace } from './negativation/pace.ts'
import { oldDrafts } from './negativation/old-drafts.ts'
import { reasonsOver } from './negativation/reasons.ts'
import { recordIndex } from './negativation/record-index.ts'
import { inclusionRecovery } from './negativation/recover-inclusions.ts'
import { createSender } from './negativation/sender.ts'
import { customerRecords, negativationService, recordViewer } from './negativation/service.ts'

const hour = 3_600_000

interface InclusionServicesDeps {
  store: Store
  vault: Vault
  registry: Registry
  ledger: Ledger
  erps: ErpPool
  inclusions: Inclusions
  /** The look before an inclusion. */
  lookUps: Pick<Removals, 'debtState'>
  clock: Clock
  /** Monotonic milliseconds. */
  elapsed: () => number
  random: Random
  pace: Pace
  onFailure: (thrown: unknown) => void
}

/**
 * What a person does to register a debt, put together from its ports. Nothing in here acts by itself but the writing of outcomes, the
 * giving up of old drafts and batches, and the reading and ending of batches.
 */
export const inclusionServices = (deps: InclusionServicesDeps) => {
  const { store, ledger, erps, onFailure } = deps
  const index = recordIndex(deps)
  const viewOf = recordViewer(deps)
  const reasons = reasonsOver({ ...deps, index, newestPayment: newestPayments(deps) })
  const drafts = createDrafts({ ...deps, reasons, viewOf })
  const outcomes = outcomesIn(ledger, onFailure)
  const confirming = confirmer({ ...deps, drafts, index, viewOf })
  const sender = createSender({
    ledger,
    index,
    confirmer: confirming,
    include: includer(deps.inclusions),
    outcomes,
  })
  const recordsOf = customerRecords({ index, ledger, viewOf })
  const service = negativationService({
    ...deps,
    index,
    drafts,
    sender,
    viewOf,
    recordsOf,
    erpWord: erpWords(deps),
    eligible: eligibleInvoices({ ...deps, index }),
  })
  const batches = batchServices({ ...deps, index, drafts, confirmer: confirming, sender })
  const recovery = inclusionRecovery({ store, ledger, onFailure })
  const works: Work[] = [
    { every: 0, run: () => index.load() },
    { every: 0, run: () => outcomes.retry() },
    { every: 0, run: () => recovery.run() },
    { every: hour, run: oldDrafts(deps) },
    ...batches.works,
  ]
  return {
    handlers: {
      ...negativationsHandlers(service, {
        overview: customerOverview({ ...deps, reasons, recordsOf }),
        search: customerSearch({ store, erps }),
      }),
      ...batches.handlers,
    },
    index,
    works,
    recover: async (): Promise<void> => {
      await recovery.run()
      await batches.recover()
    },
    idle: async (): Promise<void> => {
      await batches.idle()
      await sender.idle()
    },
    stop: async (): Promise<void> => {
      await Promise.all([batches.stop(), sender.stop()])
    },
  }
}
