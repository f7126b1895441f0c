import type {
  CustomerStatus,
  DraftView,
  Negativation,
  OperationOutput,
  OperationParsed,
} from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import { errorBody } from '../../shared/error-body.ts'
import { AppError } from '../../shared/errors.ts'
import { texts } from '../../shared/locales/texts.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import { taskView } from '../tasks/tasks.ts'
import type { Confirmation } from './confirm.ts'
import type { ErpWord } from './customer-status.ts'
import { erpOfSite } from './customer-status.ts'
import type { Drafts } from './draft.ts'
import type { EligibleInvoices } from './eligible-invoices.ts'
import type { Ledger } from './ledger.ts'
import { listPage } from './list.ts'
import type { PersonAct } from './person-act.ts'
import type { RecordIndex } from './record-index.ts'
import { comparators } from './record-order.ts'
import type { Sender } from './sender.ts'
import { viewOf } from './view.ts'

export interface NegativationServiceDeps {
  store: Store
  ledger: Ledger
  index: RecordIndex
  drafts: Drafts
  sender: Sender
  erpWord: (erpId: string, customerId: string) => Promise<ErpWord>
  eligible: EligibleInvoices
  viewOf: (record: NegativationRecord) => Promise<Negativation>
  recordsOf: (erpId: string, customerId: string) => Promise<Negativation[]>
}

export interface NegativationService {
  draft(input: OperationParsed<'negativationDraft'>, actor: string): Promise<DraftView>
  confirm(act: PersonAct, input: Confirmation): Promise<Negativation>
  /** @throws `negativation-not-draft` */
  cancel(id: string, actor: string): Promise<Negativation>
  list(input: OperationParsed<'negativations'>): Promise<OperationOutput<'negativations'>>
  detail(id: string): Promise<OperationOutput<'negativation'>>
  customerStatus(input: OperationParsed<'customerStatus'>): Promise<CustomerStatus>
}

/** So many of a customer's records fit into the panel of a page. */
const shownInPanel = 20

/** A record with the number of its open tasks, as a screen sees it now. */
export const recordViewer =
  ({ store, clock }: { store: Store; clock: Clock }) =>
  async (record: NegativationRecord): Promise<Negativation> => {
    const tasks = await store.query('tasks', { negativationId: record.id })
    return viewOf(record, { now: clock(), openTasks: tasks.filter(({ isOpen }) => isOpen).length })
  }

type Viewing = Pick<NegativationServiceDeps, 'index' | 'ledger' | 'viewOf'>

/** What was ever sent of a customer's debts, newest first. */
export const customerRecords =
  ({ index, ledger, viewOf }: Viewing) =>
  async (erpId: string, customerId: string): Promise<Negativation[]> => {
    const entries = await index.ofCustomer(erpId, customerId)
    const shown = entries
      .filter(({ state }) => state !== 'draft' && state !== 'cancelled')
      .toSorted(comparators.changed)
      .slice(0, shownInPanel)
    return Promise.all(shown.map(async ({ id }) => viewOf(await ledger.get(id))))
  }

export const negativationService = (deps: NegativationServiceDeps): NegativationService => {
  const { store, ledger, index, drafts, sender, viewOf: view } = deps

  return {
    draft: (input, actor) => drafts.open(input, actor),
    confirm: async (act, input) => view(await sender.press(act, input)),
    cancel: async (id, actor) => {
      const cancelled = await ledger.apply(id, () => ({ event: { kind: 'cancel' }, actor }))
      if (cancelled) return view(cancelled)
      const record = await ledger.get(id)
      if (record.state === 'cancelled') return view(record)
      throw new AppError('negativation-not-draft', {
        params: { state: texts('pt-BR').negativation.states[record.state] },
        details: { negativation: await view(record) },
      })
    },
    list: async (input) => {
      const { ids, ...page } = listPage(await index.ordered(input.order), input)
      const negativations = await Promise.all(ids.map(async (id) => view(await ledger.get(id))))
      return { ...page, negativations }
    },
    detail: async (id) => {
      const record = await ledger.get(id)
      const history = await store.query('history', { negativationId: id })
      const tasks = await store.query('tasks', { negativationId: id })
      return { negativation: await view(record), history, tasks: tasks.map(taskView) }
    },
    customerStatus: async ({ site, customerId }) => {
      const erpId = await erpOfSite(store, site)
      if (erpId === null) {
        const problem = errorBody(new AppError('erp-none'))
        return { erpId, document: null, records: [], overdue: null, eligible: [], problem }
      }
      const [{ reading, ...word }, records] = await Promise.all([
        deps.erpWord(erpId, customerId),
        deps.recordsOf(erpId, customerId),
      ])
      return { erpId, ...word, records, eligible: reading ? await deps.eligible(erpId, reading) : [] }
    },
  }
}
