import type { EligibilityCode, EligibilityReason } from '../../shared/api.ts'
import { parseCnpj } from '../../shared/document.ts'
import { cents } from '../../shared/money.ts'
import { recordIn } from '../negativation/machine.samples.ts'
import { sealOf } from '../negativation/shown-debt.ts'
import type { BatchItemRecord, BatchRecord, ShownDebt } from '../store/records.ts'

/** Batches and items for the tests of this folder. */

export const batchAt = '2026-11-25T13:00:00.000Z'

export const batchOf = (fields: Partial<BatchRecord> = {}): BatchRecord => ({
  id: 'b1',
  state: 'draft',
  key: 'batch-key',
  version: 0,
  createdAt: batchAt,
  createdBy: 'Ana',
  erpId: 'e1',
  integrationId: 'i1',
  integration: 'Matriz',
  creditor: parseCnpj('04.718.253/0001-56')!,
  environment: 'production',
  reason: { code: 'TI', text: 'Serviço de dados' },
  selected: { people: 1, debts: 1, invoices: 1, cents: 79_90 },
  readProblem: null,
  seal: 'seal',
  confirmation: null,
  approvedBy: null,
  stop: null,
  endedAt: null,
  log: [{ at: batchAt, actor: 'Ana', event: 'drafted', text: null }],
  ...fields,
})

export const blockOf = (code: EligibilityCode): EligibilityReason => ({
  code,
  level: 'block',
  written: false,
  params: {},
})
export const warnOf = (code: EligibilityCode, written = false): EligibilityReason => ({
  ...blockOf(code),
  level: 'warn',
  written,
})

/** A debt of one invoice. */
export const shownOf = (customerId: string, amount = 79_90): ShownDebt => {
  const {
    key,
    environment,
    integrationId,
    integration,
    creditor,
    erpId,
    debtor,
    contract,
    due,
    reason,
    invoices,
  } = recordIn('draft')
  return {
    key: `${key}:${customerId}`,
    environment,
    integrationId,
    integration,
    creditor,
    erpId,
    customer: { id: customerId, code: `9${customerId}` },
    debtor,
    service: null,
    contract,
    invoices: invoices.map((invoice) => ({ ...invoice, id: `f${customerId}`, cents: amount })),
    totalCents: cents(amount),
    due,
    reason,
  }
}

/** An item that was read whole and has nothing against it. */
export const itemAt = (position: number, fields: Partial<BatchItemRecord> = {}): BatchItemRecord => {
  const customerId = fields.asked?.customerId ?? `c${position}`
  const shown = fields.shown === undefined ? shownOf(customerId) : fields.shown
  return {
    id: `b1:${position}`,
    batchId: 'b1',
    position,
    asked: { customerId, serviceId: null, invoiceIds: [`f${customerId}`] },
    code: `9${customerId}`,
    name: 'MARIA EXEMPLO',
    document: '73164025807',
    shown,
    seal: shown && sealOf(shown),
    reasons: [],
    shortened: [],
    isGoing: false,
    key: `item-key-${position}`,
    tries: 0,
    problem: null,
    end: null,
    ...fields,
  }
}
