import type { NegativationRecord } from '../../proxy/store/records.ts'
import { parseDate } from '../../shared/calendar.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import { parseCnpj, parseDocument } from '../../shared/document.ts'
import { cents } from '../../shared/money.ts'

const must = <Value>(value: Value | null): Value => {
  if (value === null) throw new Error('the sample is wrong')
  return value
}

export const dayOf = (text: string): CalendarDate => must(parseDate(text))

/** A debt of one invoice as the service keeps it; every field can be another one. */
export const sampleNegativation = (fields: Partial<NegativationRecord> = {}): NegativationRecord => ({
  id: 'record-1',
  key: 'key-1',
  state: 'active',
  version: 4,
  environment: 'production',
  integrationId: 'integration-1',
  integration: 'Matriz',
  creditor: must(parseCnpj('04.718.253/0001-56')),
  erpId: 'erp-1',
  customer: { id: '1001', code: '501' },
  debtor: {
    name: 'MARIA EXEMPLO',
    document: must(parseDocument('731.640.258-07')),
    birth: dayOf('1990-02-03'),
    address: {
      street: 'RUA DAS FLORES',
      number: '10',
      complement: '',
      district: 'CENTRO',
      city: 'SAO PAULO',
      state: 'SP',
      zip: '01001000',
    },
  },
  service: { id: '77', name: 'FIBRA 500', state: 'Cancelado' },
  contract: '62636-abc123',
  invoices: [
    {
      id: '62636',
      due: dayOf('2026-07-10'),
      cents: 7990,
      description: 'Mensalidade',
      fact: 'open',
      payment: null,
      checkedAt: '2026-11-24T13:00:00.000Z',
    },
  ],
  totalCents: cents(7990),
  due: dayOf('2026-07-10'),
  reason: { code: 'TI', text: 'Serviço de dados' },
  createdAt: '2026-11-01T13:00:00.000Z',
  createdBy: 'Balcão 1',
  changedAt: '2026-11-02T13:00:00.000Z',
  seal: 'seal-1',
  confirmKey: null,
  sentAt: '2026-11-01T13:01:00.000Z',
  protocol: 'PEF1',
  reference: 'R1',
  bureauState: 'active',
  absentReads: 0,
  nextLookAt: null,
  lookedAt: null,
  removal: null,
  ...fields,
})
