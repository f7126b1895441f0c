import { environments, liveStates } from '../../shared/api.ts'
import type { Environment, NegativationState } from '../../shared/api.ts'
import type { IntegrationRecord, InvoiceLinkRecord, NegativationRecord } from '../store/records.ts'
import type { Change, Store } from '../store/store.ts'

const live: ReadonlySet<NegativationState> = new Set(liveStates)

export const isLive = ({ state }: Pick<NegativationRecord, 'state'>): boolean => live.has(state)

/** A test record never stands in the way of a real one, so its link lies beside the other one's (case G56). */
const linkId = (erpId: string, invoiceId: string, environment: Environment): string =>
  environment === 'test' ? `${erpId}:${invoiceId}:test` : `${erpId}:${invoiceId}`

const linkedTo = async (store: Store, id: string): Promise<NegativationRecord | undefined> => {
  const [link] = await store.query('invoiceLinks', { id })
  const [record] = link ? await store.query('negativations', { id: link.negativationId }) : []
  return record
}

/** The newest record of an invoice, whatever its state; one for each environment in which there is one. */
export const recordsOfInvoice = async (
  store: Store,
  erpId: string,
  invoiceId: string,
): Promise<NegativationRecord[]> => {
  const found = await Promise.all(
    environments.map((environment) => linkedTo(store, linkId(erpId, invoiceId, environment))),
  )
  return found.filter((record) => record !== undefined)
}

/**
 * The live record of each invoice that has one in the environment: one debt is never at the bureau twice (case G43), and what lies
 * among the bureau's test records is no debt there (case G56). By invoice id.
 */
export const registeredRecords = async (
  store: Store,
  { erpId, environment }: Pick<NegativationRecord, 'erpId' | 'environment'>,
  invoiceIds: readonly string[],
): Promise<ReadonlyMap<string, NegativationRecord>> => {
  const found = new Map<string, NegativationRecord>()
  for (const invoiceId of invoiceIds) {
    const record = await linkedTo(store, linkId(erpId, invoiceId, environment))
    if (record && isLive(record)) found.set(invoiceId, record)
  }
  return found
}

/**
 * Where a debt may be registered by one of these integrations. Without any integration production is meant, the one that counts.
 */
const environmentsOf = (integrations: readonly Pick<IntegrationRecord, 'environment'>[]): Environment[] =>
  integrations.length === 0
    ? ['production']
    : [...new Set(integrations.map(({ environment }) => environment))]

/**
 * The invoices that no integration is left for: before one is chosen, an invoice is taken only when it is registered in each
 * environment (case G56).
 */
export const registeredEverywhere = async (
  store: Store,
  { erpId, integrations }: { erpId: string; integrations: readonly Pick<IntegrationRecord, 'environment'>[] },
  invoiceIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const registered = await Promise.all(
    environmentsOf(integrations).map((environment) =>
      registeredRecords(store, { erpId, environment }, invoiceIds),
    ),
  )
  return new Set(invoiceIds.filter((id) => registered.every((records) => records.has(id))))
}

/** What ties the invoices of a record to it, committed together with the intent. */
export const linksOf = ({ id, erpId, environment, invoices }: NegativationRecord): Change[] =>
  invoices.map((invoice) => {
    const value: InvoiceLinkRecord = { id: linkId(erpId, invoice.id, environment), negativationId: id }
    return { collection: 'invoiceLinks', id: value.id, value }
  })
