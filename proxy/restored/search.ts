import type { Clock } from '../../shared/clock.ts'
import { parseCnpj } from '../../shared/document.ts'
import { AppError } from '../../shared/errors.ts'
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
  /** Everybody up to this one has been looked up. */
  passed(erpId: string, after: string): Promise<void>
  /** The accounts of these integrations offer no look-up: what they registered is not found here. */
  unasked(erpId: string, integrationIds: string[]): Promise<void>
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
 * at a time, so that the platform notices nothing. An account without a look-up, and an ERP that is not set up any more, hold up no other.
 * @throws what keeps it from going on; it goes on where it was. When all the rest is done, `lookup-unsupported` or `erp-unknown` for what
 * can be searched by nobody: only a person ends that
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

  /** Looks everybody up who waits; resolves to the integrations that can be asked about nobody. */
  const searchErp = async (
    { erpId, after, unasked = [] }: RestoreRecord['searches'][number],
    { erp, reachesTo, integrations }: { erp: Erp; reachesTo: string; integrations: IntegrationRecord[] },
    steps: SearchSteps,
  ): Promise<string[]> => {
    const mute = new Set(unasked)
    const asked = (): IntegrationRecord[] => integrations.filter(({ id }) => !mute.has(id))
    const persons = asked().length === 0 ? [] : await owedSince(erp, reachesTo, { now: deps.clock(), until })
    let passed = after
    let noted = after
    const note = async (): Promise<void> => {
      if (passed !== null && passed !== noted) await steps.passed(erpId, passed)
      noted = passed
    }
    try {
      for (const [index, person] of persons.filter(({ id }) => after === null || id > after).entries()) {
        for (const integration of asked())
          await lookUp({ erpId, erp, person }, integration, steps).catch(async (thrown: unknown) => {
            if (!(thrown instanceof AppError) || thrown.code !== 'lookup-unsupported') throw thrown
            mute.add(integration.id)
            await steps.unasked(erpId, [...mute])
          })
        passed = person.id
        if ((index + 1) % noteEvery === 0) await note()
      }
    } catch (thrown) {
      // Nobody is asked about twice because a later one could not be.
      await note()
      throw thrown
    }
    return [...mute]
  }

  return async (restore: RestoreRecord, steps: SearchSteps): Promise<void> => {
    const integrations = (await deps.registry.list()).filter(canInclude)
    const erps = new Map((await deps.erps.all()).map(({ id, erp }) => [id, erp]))
    const left = restore.searches.filter(({ erpId, isDone }) => !isDone && erps.has(erpId))
    // Before the ERP is read for nothing.
    if (left.length > 0)
      for (const { id, environment } of integrations) await deps.removals({ integrationId: id, environment })
    const mute = new Set(restore.searches.flatMap(({ unasked = [] }) => unasked))
    // An ERP that was set up after the restore has no search: nothing of it was registered before.
    for (const search of left) {
      const erp = erps.get(search.erpId)
      if (!erp) continue
      const { reachesTo } = restore
      for (const id of await searchErp(search, { erp, reachesTo, integrations }, steps)) mute.add(id)
      await steps.done(search.erpId)
    }
    if (integrations.some(({ id }) => mute.has(id))) throw new AppError('lookup-unsupported')
    if (integrations.length > 0 && restore.searches.some(({ erpId, isDone }) => !isDone && !erps.has(erpId)))
      throw new AppError('erp-unknown')
  }
}
