import type { Clock, Random } from '../../shared/clock.ts'
import type { DebtState } from '../bureaus/bureau.ts'
import type { Erp } from '../erps/erp.ts'
import { drafted, newDraft } from '../negativation/draft-record.ts'
import { addressService, readCustomer } from '../negativation/erp-reading.ts'
import { program } from '../negativation/ledger.ts'
import { linksOf } from '../negativation/registered.ts'
import { debtInvoiceOf, shownDebt } from '../negativation/shown-debt.ts'
import type { IntegrationRecord, NegativationRecord } from '../store/records.ts'
import type { Tasks } from '../tasks/tasks.ts'
import type { WithMark } from './check-record.ts'
import type { OwedSince } from './owed-since.ts'

export type Present = Extract<DebtState, { kind: 'present' }>

/** What stands at the bureau, and the invoices that its contract number names. */
export interface Sighting {
  integration: IntegrationRecord
  erpId: string
  person: OwedSince
  invoiceIds: readonly string[]
  answer: Present
}

interface AdoptDeps {
  tasks: Pick<Tasks, 'begin'>
  withMark: WithMark
  clock: Clock
  random: Random
}

/** The bureau does not say under which Motivo it was registered. */
const unknownReason = { code: '', text: '' }

/**
 * Takes a debt over that was registered after the copy: it is watched and cleared like any other, and its invoices are not free for a
 * second one. The record, the person's task about it and the audit's count are one commit. @throws the `erp-…` family, `store-write-failed`
 */
export const adopter =
  ({ tasks, withMark, clock, random }: AdoptDeps) =>
  async (erp: Erp, { integration, erpId, person, invoiceIds, answer }: Sighting) => {
    const { customer } = await readCustomer(erp, person.customerId)
    const at = new Date(clock()).toISOString()
    const invoices = person.invoices.filter(({ id }) => invoiceIds.includes(id))
    const service = customer.services.find(({ id }) => id === invoices[0]?.serviceId) ?? null
    const shown = shownDebt({
      integration,
      erpId,
      customer,
      document: person.document,
      service,
      addressOf: service ?? addressService(customer.services),
      // Their facts are drawn by the reading that follows, which sets the wish to clear.
      invoices: invoices.map((invoice) => ({
        ...debtInvoiceOf(invoice, at),
        fact: 'open',
        payment: null,
        checkedAt: null,
      })),
      reason: unknownReason,
    })
    const id = Buffer.from(random(12)).toString('base64url')
    const draft: NegativationRecord = newDraft(shown, { id, at, actor: program })
    return withMark(
      (restore) => ({ ...restore, adopted: restore.adopted + 1 }),
      (mark) =>
        tasks.begin(
          draft,
          drafted(draft),
          { event: { kind: 'adopted', answer }, actor: program, with: [...linksOf(draft), ...mark] },
          () => ({ open: [{ kind: 'adopted', heard: answer }] }),
        ),
    )
  }
