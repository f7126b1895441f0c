import type { Clock } from '../../shared/clock.ts'
import { parseCnpj } from '../../shared/document.ts'
import type { Erp } from '../erps/erp.ts'
import type { Registry } from '../integrations/registry.ts'
import { businessKey, contractOf } from '../negativation/business-key.ts'
import { isLive, registeredRecords } from '../negativation/registered.ts'
import type { OpenRemovals } from '../negativation/removal-access.ts'
import type { IntegrationRecord, NegativationRecord } from '../store/records.ts'
import type { RestoreRecord } from '../store/restore-records.ts'
import type { Store } from '../store/store.ts'
import type { UntilStopped } from '../sweep/until-stopped.ts'
import type { Sighting } from './adopt.ts'
import { debtSets } from './debt-sets.ts'
import type { OwedSince } from './owed-since.ts'
import { owedSince } from './owed-since.ts'

export interface SearchDeps {
  store: Store
  registry: Pick<Registry, 'list'>
  erps: { all(): Promise<{ id: string; erp: Erp }[]> }
  /** Opens the platform for an integration. */
  removals: OpenRemovals
  adopt: (erp: Erp, sighting: Sighting) => Promise<NegativationRecord | null>
  clock: Clock
  until: UntilStopped
}

interface SearchSteps {
  /** The debts up to this one have been looked up. */
  passed(erpId: string, after: string): Promise<void>
  /** The search of this ERP has come to its end. */
  done(erpId: string): Promise<void>
  adopted(record: NegativationRecord): Promise<void>
}

/** Persons between two notes of how far the search has come. */
const noteEvery = 20

/** Could have registered something: its products name the inclusion. */
const canInclude = ({ products }: IntegrationRecord): boolean =>
  products.some(({ kind }) => kind === 'inclusion')

/** Invoices of another issuer were never its to register. */
const ofIssuer =
  ({ creditor }: IntegrationRecord) =>
  ({ issuer }: { issuer: string | null }): boolean =>
    issuer === null || parseCnpj(issuer) === null || parseCnpj(issuer) === creditor

/**
 * Looks for what was registered after the copy. The bureau offers no list, but a debt's contract number follows from its invoices: for
 * everybody who owes, or who paid since, the bureau is asked about the sets of invoices under which a debt may stand there. One request
 * at a time, so that the platform notices nothing. @throws what keeps it from going on; it goes on where it was
 */
export const searchUnknown = (deps: SearchDeps) => {
  const { store, until } = deps

  const lookUp = async (
    { erpId, erp, person }: { erpId: string; erp: Erp; person: OwedSince },
    integration: IntegrationRecord,
    steps: SearchSteps,
  ): Promise<void> => {
    const { environment, creditor, id: integrationId } = integration
    const own = person.invoices.filter(ofIssuer(integration))
    const known = await registeredRecords(
      store,
      { erpId, environment },
      own.map(({ id }) => id),
    )
    let free = own.filter(({ id }) => !known.has(id))
    for (const invoiceIds of debtSets(free)) {
      // One of them was found in another set meanwhile.
      if (!invoiceIds.every((id) => free.some((invoice) => invoice.id === id))) continue
      const { document } = person
      const key = businessKey({ environment, creditor, document, erpId, invoiceIds })
      const contract = contractOf(key, invoiceIds)
      if ((await store.query('negativations', { contract })).some(isLive)) continue
      const answer = await until(async () => {
        const { removals, credentials } = await deps.removals({ integrationId, environment })
        return removals.debtState(credentials, { creditor, contract, environment, document })
      })
      if (answer.kind !== 'present') continue
      const record = await deps.adopt(erp, { integration, erpId, person, invoiceIds, answer })
      if (record) await steps.adopted(record)
      free = free.filter(({ id }) => !invoiceIds.includes(id))
    }
  }

  return async (restore: RestoreRecord, steps: SearchSteps): Promise<void> => {
    const integrations = (await deps.registry.list()).filter(canInclude)
    // Before the ERP is read for nothing.
    for (const { id, environment } of integrations) await deps.removals({ integrationId: id, environment })
    for (const { id: erpId, erp } of await deps.erps.all()) {
      const search = restore.searches.find((each) => each.erpId === erpId)
      // Of an ERP that was set up after the restore nothing was registered before it.
      if (!search || search.isDone) continue
      const persons =
        integrations.length === 0 ? [] : await owedSince(erp, restore.reachesTo, { now: deps.clock(), until })
      const waiting = persons.filter(({ id }) => search.after === null || id > search.after)
      for (const [index, person] of waiting.entries()) {
        for (const integration of integrations) await lookUp({ erpId, erp, person }, integration, steps)
        if ((index + 1) % noteEvery === 0) await steps.passed(erpId, person.id)
      }
      await steps.done(erpId)
    }
  }
}
