import type {
  CandidateInvoice,
  CustomerOverview,
  CustomerStatus,
  DraftView,
  EligibilityReason,
  HistoryEntry,
  Negativation,
  OperationOutput,
} from '../../../shared/api.ts'
import type { CalendarDate } from '../../../shared/calendar.ts'
import type { Cnpj, Document } from '../../../shared/document.ts'

/** Synthetic debts as the service would tell them, for tests of the screens. */

export const date = (text: string) => text as CalendarDate
const at = '2026-11-23T13:02:00.000Z'

export const reason = (over: Partial<EligibilityReason> = {}): EligibilityReason => ({
  code: 'erp-records-unseen',
  level: 'warn',
  written: false,
  params: {},
  ...over,
})

export const invoice = (over: Partial<CandidateInvoice> = {}): CandidateInvoice => ({
  id: '62636',
  due: date('2026-08-25'),
  cents: 79_90,
  description: 'Mensalidade Fibra 300',
  fact: 'open',
  payment: null,
  checkedAt: at,
  serviceId: 's1',
  issuer: '04718253000156',
  daysLate: 92,
  reasons: [],
  ...over,
})

const address = {
  street: 'Rua das Acácias',
  number: '120',
  complement: 'Apto 32',
  district: 'Centro',
  city: 'Uberlândia',
  state: 'MG',
  zip: '38400100',
}

export const negativation = (over: Partial<Negativation> = {}): Negativation => ({
  id: 'n1',
  state: 'draft',
  version: 0,
  environment: 'production',
  integrationId: 'i1',
  integration: 'Matriz',
  creditor: '04718253000156' as Cnpj,
  erpId: 'e1',
  customer: { id: '11943', code: '1162' },
  debtor: { name: 'MARIA EXEMPLO', document: '73164025807' as Document, address },
  service: { id: 's1', name: 'Fibra 300', state: 'cancelado' },
  contract: '62636-a1b2c3',
  invoices: [invoice()],
  totalCents: 79_90,
  due: date('2026-08-25'),
  reason: { code: '01', text: 'Inadimplência' },
  createdAt: at,
  createdBy: 'Ana – Cobrança',
  changedAt: at,
  protocol: null,
  bureauState: null,
  removal: null,
  alarm: 'none',
  openTasks: 0,
  ...over,
})

export const draftView = (over: Partial<DraftView> = {}): DraftView => ({
  negativation: negativation(),
  reasons: [],
  shortened: [],
  seal: 'seal-1',
  letterDays: 10,
  ...over,
})

export const overview = (over: Partial<CustomerOverview> = {}): CustomerOverview => ({
  erpId: 'e1',
  customer: {
    id: '11943',
    code: '1162',
    name: 'MARIA EXEMPLO',
    document: '73164025807',
    birth: date('1990-04-12'),
  },
  services: [{ id: 's1', name: 'Fibra 300', state: 'cancelado', isCancelled: true }],
  invoices: [invoice()],
  reasons: [],
  integrations: [
    {
      id: 'i1',
      description: 'Matriz',
      creditor: '04718253000156',
      environment: 'production',
      inclusionReasons: [{ code: '01', text: 'Inadimplência' }],
      removalReasons: [{ code: '01', text: 'Pagamento' }],
      missing: [],
    },
  ],
  records: [],
  letterDays: 10,
  readAt: at,
  ...over,
})

export const historyEntry = (over: Partial<HistoryEntry> = {}): HistoryEntry => ({
  at,
  from: 'sending',
  to: 'sent',
  event: 'accepted',
  actor: 'Nada Consta',
  protocol: null,
  code: null,
  text: null,
  ...over,
})

export const negativationDetail = (
  record: Partial<Negativation>,
  history: HistoryEntry[] = [],
): OperationOutput<'negativation'> => ({ negativation: negativation(record), history, tasks: [] })

export const customerStatus = (over: Partial<CustomerStatus> = {}): CustomerStatus => ({
  erpId: 'e1',
  document: '73164025807',
  records: [],
  overdue: { count: 3, cents: 359_70 },
  eligible: [],
  problem: null,
  ...over,
})
