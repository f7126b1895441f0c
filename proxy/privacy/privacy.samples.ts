import { randomBytes } from 'node:crypto'
import type { Document } from '../../shared/document.ts'
import { parseDocument } from '../../shared/document.ts'
import { cents } from '../../shared/money.ts'
import { batchOf, shownOf } from '../batch/batch.samples.ts'
import { unreadItem } from '../batch/read-item.ts'
import { ledgerOf } from '../negativation/ledger.ts'
import { recordIn } from '../negativation/machine.samples.ts'
import { linksOf } from '../negativation/registered.ts'
import { inTurn } from '../store/in-turn.ts'
import { collections } from '../store/tables.ts'
import type {
  BatchItemRecord,
  HistoryRecord,
  NegativationRecord,
  QueryRecord,
  TaskRecord,
} from '../store/records.ts'
import type { Change, Store } from '../store/store.ts'
import { memoryVault } from '../vault/memory-vault.ts'
import type { Vault } from '../vault/vault.ts'
import { privacyService } from './service.ts'

/** Two people of whom everything is held, for the tests of this folder. */

export const maria: Document = parseDocument('731.640.258-07')!
export const jose: Document = parseDocument('907.315.826-59')!
export const dayMs = 86_400_000
/** Long after everything in the samples has ended, and long before its retention has. */
export const now = Date.parse('2027-03-01T12:00:00.000Z')

export const queryOf = (document: Document, fields: Partial<QueryRecord> = {}): QueryRecord => ({
  id: `query-${document}`.slice(0, 11),
  key: `key-of-${document.length}`,
  clientId: 'client-1',
  integrationId: 'i1',
  integration: 'Matriz',
  product: { code: 'CREDNET', name: 'Crednet' },
  document,
  purpose: 'sale',
  operator: 'Ana',
  environment: 'production',
  startedAt: '2026-11-20T12:00:00.000Z',
  endedAt: '2026-11-20T12:00:05.000Z',
  state: 'done',
  protocol: '900000001',
  summary: 'Constam Restrições',
  priceCents: 350,
  error: null,
  hasAnswer: true,
  ...fields,
})

export const historyOf = (record: NegativationRecord): HistoryRecord => ({
  id: `${record.id}:1`,
  negativationId: record.id,
  at: record.changedAt,
  from: 'draft',
  to: record.state,
  event: 'accepted',
  actor: 'Ana',
  protocol: 'P1',
  code: null,
  text: `Consta ${record.debtor.name}`,
})

export const taskOf = (record: NegativationRecord, isOpen: boolean): TaskRecord => ({
  id: `task-${record.id}`,
  kind: 'removed-elsewhere',
  negativationId: record.id,
  person: { name: record.debtor.name, document: record.debtor.document },
  totalCents: cents(7990),
  openedAt: record.changedAt,
  deadline: null,
  erp: [],
  bureau: [],
  sent: [],
  actions: ['acknowledge'],
  params: {},
  resolved: null,
  isOpen,
  isStanding: isOpen,
})

const debtor = (document: Document, name: string): NegativationRecord['debtor'] => ({
  ...recordIn('removed').debtor,
  document,
  name,
})

export interface PersonSample {
  name: string
  document: Document
  /** Letter that sets this person's ids apart. */
  letter: string
  record: NegativationRecord
}

export const personOf = (
  document: Document,
  letter: string,
  fields: Partial<NegativationRecord> = {},
): PersonSample => {
  const name = `PESSOA ${letter.toUpperCase()} EXEMPLO`
  const record = recordIn('removed', {
    id: `record-${letter}`,
    key: `production/x/${document}/e1/1`,
    debtor: debtor(document, name),
    customer: { id: `77${letter}`, code: `88${letter}` },
    confirmKey: `confirm-${letter}`,
    changedAt: '2026-11-20T12:00:00.000Z',
    invoices: [{ ...recordIn('removed').invoices[0]!, id: `invoice-${letter}` }],
    ...fields,
  })
  return { name, document, letter, record }
}

const itemsOf = ({ document, letter, name, record }: PersonSample, position: number): BatchItemRecord[] => {
  const asked = { customerId: record.customer.id, serviceId: null, invoiceIds: [`invoice-${letter}`] }
  const shown = { ...shownOf(record.customer.id), debtor: record.debtor }
  const place = { batchId: 'batch-1', asked }
  return [
    {
      ...unreadItem({ ...place, position, key: `confirm-${letter}` }, null),
      code: record.customer.code,
      name,
      document,
      shown,
      seal: 'seal',
      isGoing: true,
    },
    unreadItem({ ...place, position: position + 1, key: `unread-${letter}` }, null),
  ]
}

/** Everything of one person: a query with its report, a record with history, task and links, and two items of a batch. */
export const everythingOf = (person: PersonSample, position: number): Change[] => {
  const { record, document, letter, name } = person
  const id = `query-${letter}`
  const history = historyOf(record)
  const task = taskOf(record, false)
  return [
    { collection: 'queries', id, value: queryOf(document, { id, key: `key-${letter}` }) },
    { collection: 'answers', id, value: { id, html: `<p>${name} ${document}</p>` } },
    { collection: 'negativations', id: record.id, value: record },
    { collection: 'history', id: history.id, value: history },
    { collection: 'tasks', id: task.id, value: task },
    ...linksOf(record),
    ...itemsOf(person, position).map((item): Change => ({
      collection: 'batchItems',
      id: item.id,
      value: item,
    })),
  ]
}

export const endedBatch: Change = {
  collection: 'batches',
  id: 'batch-1',
  value: batchOf({ id: 'batch-1', state: 'done', endedAt: '2026-11-20T13:00:00.000Z' }),
}

/** The whole store as one text, without what is declared to stay. */
export const storeText = async (store: Store): Promise<string> =>
  JSON.stringify(await Promise.all(collections.map((collection) => store.query(collection))))

/** The service over a store, at a moment that a test moves. */
export const privacyOver = (store: Store, vault: Vault = memoryVault()) => {
  const time = { now }
  const clock = (): number => time.now
  const ledger = ledgerOf({ store, clock })
  const service = privacyService({
    store,
    ledger,
    vault,
    clock,
    random: randomBytes,
    watch: 30 * dayMs,
    turn: inTurn(),
  })
  return { time, clock, ledger, service }
}
