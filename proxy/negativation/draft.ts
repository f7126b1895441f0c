import type { DraftView, EligibilityReason, OperationParsed } from '../../shared/api.ts'
import type { Clock, Random } from '../../shared/clock.ts'
import type { Document } from '../../shared/document.ts'
import { AppError } from '../../shared/errors.ts'
import type { ErpPool } from '../erps/erp-pool.ts'
import type { CustomerRef, ErpCustomer, ErpInvoice } from '../erps/erp.ts'
import type { Registry } from '../integrations/registry.ts'
import { inTurn } from '../store/in-turn.ts'
import type { IntegrationRecord, NegativationRecord, ShownDebt } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import type { CustomerReading } from './erp-reading.ts'
import { addressService, readCustomer, readUnpaid } from './erp-reading.ts'
import { drafted, newDraft } from './draft-record.ts'
import { block } from './eligibility.ts'
import { fitAddress } from './fit-address.ts'
import { assertEnvironment, assertSetUp, inclusionReason } from './inclusion-readiness.ts'
import type { Ledger } from './ledger.ts'
import type { Reasons } from './reasons.ts'
import { debtInvoiceOf, sealOf, shownDebt } from './shown-debt.ts'

export interface DraftDeps {
  store: Store
  ledger: Ledger
  registry: Registry
  erps: Pick<ErpPool, 'get'>
  reasons: Reasons
  clock: Clock
  random: Random
  viewOf: (record: NegativationRecord) => Promise<DraftView['negativation']>
}

/** A debt as it is now, with what speaks for and against registering it. */
export interface Reread {
  shown: ShownDebt
  reasons: EligibilityReason[]
}

/** A debt as it was read before anything of it is kept. */
export interface ReadDebt extends Reread {
  /** Names `shown`. */
  seal: string
  /** Parts of the address that were shortened: the field, and the whole text. */
  shortened: DraftView['shortened']
}

/** The customer as the ERP has him, with the debt, or with why there is none to show. */
export type DebtReading = { customer: CustomerRef } & (
  | { debt: ReadDebt; problem: null }
  /** `negativation-changed` naming the invoices that are gone, `inclusion-blocked` without a valid document. */
  | { debt: null; problem: AppError }
)

export interface Drafts {
  /**
   * Reads customer and invoices, with what speaks for and against registering them; keeps nothing and sends nothing.
   * @throws `integration-unknown`, `inclusion-reason-unknown`, `erp-customer-unknown`, and the `erp-…` family
   */
  readDebt(input: OperationParsed<'negativationDraft'>): Promise<DebtReading>
  /** Keeps the draft of what was read; the same debt gives the same record. @throws `store-write-failed`, `disk-full` */
  keepShown(shown: ShownDebt, actor: string): Promise<NegativationRecord>
  /**
   * Reads customer and invoices and keeps what is to be shown; sends nothing. The same debt gives the same record, so that two tabs
   * and two operators share one.
   * @throws as `readDebt` and `keepShown`, and the problem of what was read
   */
  open(input: OperationParsed<'negativationDraft'>, actor: string): Promise<DraftView>
  /**
   * The integration through which a debt would be sent, when it could be.
   * @throws `integration-unknown`, `environment-differs`, `inclusion-not-set-up`
   */
  integrationFor(debt: ShownDebt): Promise<IntegrationRecord>
  /** Reads a debt once more, as it is at the ERP at this moment. @throws as `integrationFor`, and the `erp-…` family */
  reread(debt: ShownDebt): Promise<Reread>
  /** Keeps what was read anew, so that the next confirmation is about that. Null when the record is no draft any more. */
  refresh(record: NegativationRecord, shown: ShownDebt): Promise<NegativationRecord | null>
}

/** The chosen service, and the one whose address is used. */
const servicesFor = ({ services }: ErpCustomer, serviceId: string | null) => {
  const service = services.find(({ id }) => id === serviceId) ?? null
  return { service, addressOf: service ?? addressService(services) }
}

/** Without a valid document there is no debtor to show (case G44). */
const documentMissing = (): AppError =>
  new AppError('inclusion-blocked', {
    params: { count: 1 },
    details: { reasons: [block('document-invalid')] },
  })

const documentOf = ({ document }: CustomerReading): Document => {
  if (!document) throw documentMissing()
  return document
}

/** The chosen invoices that are still unpaid. */
const chosen = (unpaid: readonly ErpInvoice[], ids: readonly string[]): ErpInvoice[] => {
  const byId = new Map(unpaid.map((invoice) => [invoice.id, invoice]))
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? [])
}

/** `negativation-changed` naming the chosen invoices that are unpaid no more; null while all of them are. */
const goneOf = (found: readonly ErpInvoice[], ids: readonly string[]): AppError | null => {
  const known = new Set(found.map(({ id }) => id))
  const changes = ids
    .filter((id) => !known.has(id))
    .map((id) => ({ field: 'fact', invoiceId: id, before: 'open', after: 'gone' }))
  return changes.length > 0 ? new AppError('negativation-changed', { details: { changes } }) : null
}

export const createDrafts = (deps: DraftDeps): Drafts => {
  const { store, ledger, registry, erps, reasons, clock, random } = deps
  const turn = inTurn()
  const now = (): string => new Date(clock()).toISOString()

  const refresh = (record: NegativationRecord, shown: ShownDebt): Promise<NegativationRecord | null> =>
    ledger.draft(
      record.id,
      (before) => ({ ...(before ?? record), ...shown, seal: sealOf(shown), changedAt: now() }),
      null,
    )

  const keepShown = (shown: ShownDebt, actor: string): Promise<NegativationRecord> =>
    turn(async () => {
      const known = (await store.query('negativations', { key: shown.key })).find(
        ({ state }) => state === 'draft',
      )
      const refreshed = known && (await refresh(known, shown))
      if (refreshed) return refreshed
      const id = Buffer.from(random(12)).toString('base64url')
      const record = newDraft(shown, { id, at: now(), actor })
      await ledger.draft(id, () => record, drafted(record))
      return record
    })

  const integrationFor = async (debt: ShownDebt): Promise<IntegrationRecord> => {
    const integration = await registry.get(debt.integrationId)
    assertEnvironment(debt, integration)
    assertSetUp(integration)
    return integration
  }

  const readDebt = async (input: OperationParsed<'negativationDraft'>): Promise<DebtReading> => {
    const { erpId, customerId, invoiceIds, serviceId, reasonCode } = input
    const integration = await registry.get(input.integrationId)
    const reason = inclusionReason(integration, reasonCode)
    const erp = await erps.get(erpId)
    const [reading, unpaid] = await Promise.all([
      readCustomer(erp, customerId),
      readUnpaid(erp, customerId, clock),
    ])
    const readAt = now()
    const { customer, document } = reading
    const invoices = chosen(unpaid, invoiceIds)
    const gone = goneOf(invoices, invoiceIds)
    if (gone) return { customer, debt: null, problem: gone }
    if (!document) return { customer, debt: null, problem: documentMissing() }
    const { service, addressOf } = servicesFor(customer, serviceId)
    const shown = shownDebt({
      integration,
      erpId,
      customer,
      document,
      service,
      addressOf,
      invoices: invoices.map((invoice) => debtInvoiceOf(invoice, readAt)),
      reason,
    })
    const debt: ReadDebt = {
      shown,
      seal: sealOf(shown),
      reasons: await reasons.ofDebt({ integration, erpId, reading, service, addressOf, invoices }),
      shortened: fitAddress(addressOf?.address ?? null).shortened,
    }
    return { customer, debt, problem: null }
  }

  return {
    readDebt,
    keepShown,
    open: async (input, actor) => {
      const { debt, problem } = await readDebt(input)
      if (problem) throw problem
      const { shown, seal, reasons: found, shortened } = debt
      const record = await keepShown(shown, actor)
      return {
        negativation: await deps.viewOf(record),
        reasons: found,
        shortened,
        seal,
        letterDays: await reasons.letterDays(),
      }
    },
    integrationFor,
    reread: async (record) => {
      const integration = await integrationFor(record)
      const erp = await erps.get(record.erpId)
      const [reading, found] = await Promise.all([
        readCustomer(erp, record.customer.id),
        erp.invoices(
          record.customer.id,
          record.invoices.map(({ id, due }) => ({ id, due })),
        ),
      ])
      const readAt = now()
      const { service, addressOf } = servicesFor(reading.customer, record.service?.id ?? null)
      const byId = new Map(found.map((invoice) => [invoice.id, invoice]))
      const invoices = record.invoices.map((invoice) => {
        const fresh = byId.get(invoice.id)
        return fresh ? debtInvoiceOf(fresh, readAt) : { ...invoice, fact: 'vanished' as const }
      })
      const { customer } = reading
      const { erpId, reason } = record
      const document = documentOf(reading)
      return {
        shown: shownDebt({
          integration,
          erpId,
          customer,
          document,
          service,
          addressOf,
          invoices,
          reason: inclusionReason(integration, reason.code),
        }),
        reasons: await reasons.ofDebt({ integration, erpId, reading, service, addressOf, invoices: found }),
      }
    },
    refresh,
  }
}
