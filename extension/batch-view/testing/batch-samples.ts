import type {
  Batch,
  BatchItem,
  BatchItemState,
  BatchStop,
  EligibilityCode,
  Simulation,
  Totals,
} from '../../../shared/api.ts'
import { batchItemStates } from '../../../shared/api.ts'
import { date } from '../../ui/testing/debt-samples.ts'

/** Synthetic batches as the service would tell them, for tests of the screens. */

/** 25/11/2026 10:00 in Brazil. */
export const now = Date.parse('2026-11-25T13:00:00.000Z')
const at = '2026-11-25T12:58:00.000Z'

export const totals = (over: Partial<Totals> = {}): Totals => ({
  people: 287,
  debts: 301,
  invoices: 431,
  cents: 51_204_30,
  ...over,
})

/** So many people with one debt and one invoice each. */
export const totalsOf = (people: number, cents = people * 79_90): Totals => ({
  people,
  debts: people,
  invoices: people,
  cents,
})

export const noTotals: Totals = totalsOf(0)

export const counts = (over: Partial<Record<BatchItemState, number>> = {}): Batch['counts'] => ({
  ...(Object.fromEntries(batchItemStates.map((state) => [state, 0])) as Batch['counts']),
  ...over,
})

/** A batch that was read and waits for its confirmation. */
export const batchOf = (over: Partial<Batch> = {}): Batch => ({
  id: 'b1',
  state: 'draft',
  createdAt: at,
  createdBy: 'Ana – Cobrança',
  erpId: 'e1',
  integrationId: 'i1',
  integration: 'Matriz',
  creditor: '04718253000156',
  environment: 'production',
  reason: { code: '01', text: 'Inadimplência' },
  selected: totals({ people: 311, debts: 326, invoices: 468, cents: 55_890_10 }),
  readDebts: 326,
  readProblem: null,
  going: noTotals,
  counts: counts(),
  perThousandSeconds: null,
  secondsLeft: null,
  waitingUntil: null,
  stop: null,
  confirmedBy: null,
  confirmedAt: null,
  approval: null,
  accepted: [],
  approvedBy: null,
  endedAt: null,
  log: [{ at, actor: 'Ana – Cobrança', event: 'drafted', text: null }],
  ...over,
})

/** A batch that was confirmed and is being sent. */
export const runningBatch = (over: Partial<Batch> = {}): Batch =>
  batchOf({
    state: 'running',
    going: totals(),
    counts: counts({ waiting: 156, sending: 8, sent: 130, refused: 2, unknown: 1, skipped: 4 }),
    perThousandSeconds: 3_100,
    secondsLeft: 47,
    confirmedBy: 'Ana – Cobrança',
    confirmedAt: '2026-11-25T12:59:10.000Z',
    ...over,
  })

export const stopOf = (over: Partial<BatchStop> = {}): BatchStop => ({
  cause: 'failure-streak',
  problem: null,
  until: null,
  ...over,
})

export const byReason = (
  code: EligibilityCode,
  people: number,
  written = false,
): Simulation['blocked'][number] => ({ code, written, total: totalsOf(people) })

export const simulationOf = (over: Partial<Simulation> = {}): Simulation => ({
  seal: 'seal-1',
  selected: totals({ people: 311, debts: 326, invoices: 468, cents: 55_890_10 }),
  going: totals(),
  blocked: [byReason('address-incomplete', 12), byReason('already-registered', 8), byReason('minor', 1)],
  warnings: [byReason('erp-records-unseen', 287), byReason('service-active', 14, true)],
  shortened: [
    {
      position: 3,
      name: 'MARIA EXEMPLO',
      field: 'street',
      whole: 'Avenida Professora Maria das Graças de Almeida Sobrinho',
      sent: 'AV PROFA Maria das Graças de Almeida Sob',
    },
  ],
  costCents: 1_291_50,
  unitCents: 4_50,
  leftToday: 500,
  needsApproval: false,
  letterDays: 10,
  ...over,
})

export const itemOf = (over: Partial<BatchItem> = {}): BatchItem => ({
  position: 1,
  customer: { id: '11943', code: '1162' },
  name: 'MARIA EXEMPLO',
  document: '73164025807',
  service: { id: 's1', name: 'Fibra 300', state: 'cancelado' },
  invoices: [{ id: '62636', due: date('2026-08-25'), cents: 79_90 }],
  cents: 79_90,
  address: {
    street: 'RUA DAS ACACIAS',
    number: '120',
    complement: 'APTO 32',
    district: 'CENTRO',
    city: 'UBERLANDIA',
    state: 'MG',
    zip: '38400100',
  },
  shortened: [],
  reasons: [],
  state: 'waiting',
  problem: null,
  changes: [],
  negativationId: null,
  protocol: null,
  endedAt: null,
  ...over,
})
