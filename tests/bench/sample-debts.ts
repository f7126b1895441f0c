import type { DebtInvoice } from '../../shared/api.ts'
import { parseDate } from '../../shared/calendar.ts'
import type { Cnpj, Document } from '../../shared/document.ts'
import type { Cents } from '../../shared/money.ts'
import type { HistoryRecord, NegativationRecord } from '../../proxy/store/records.ts'
import type { Change } from '../../proxy/store/store.ts'
import { people, provider } from '../simulators/people.ts'

const everyone = Object.values(people)
const day = (text: string) => parseDate(text)!
const at = '2026-11-25T13:00:30.125Z'

/** The `index`th of many registered debts, as large as a real one. */
export const sampleDebt = (index: number): NegativationRecord => {
  const person = everyone[index % everyone.length]!
  const cents = (1000 + (index % 40_000)) as Cents
  const invoice: DebtInvoice = {
    id: String(700_000 + index),
    due: day('2026-07-10'),
    cents,
    description: `Mensalidade fibra 500 Mb, boleto ${700_000 + index}`,
    fact: 'open',
    payment: null,
    checkedAt: at,
  }
  return {
    id: `5f0c7a2e-0000-4000-8000-${String(index).padStart(12, '0')}`,
    key: `production:${provider.headOffice.document}:${person.document}:${700_000 + index}`,
    state: 'active',
    version: 4,
    environment: 'production',
    integrationId: '1b4e28ba-2fa1-4d2b-883f-0016d3cca427',
    integration: 'Matriz',
    creditor: provider.headOffice.document as Cnpj,
    erpId: '6ec0bd7f-11c0-43da-975e-2a8ad9ebae0b',
    customer: { id: String(person.id), code: String(person.code) },
    debtor: {
      name: person.name,
      document: person.document as Document,
      birth: day('1984-02-29'),
      address: {
        street: 'RUA DAS PALMEIRAS IMAGINÁRIAS',
        number: '1450',
        complement: 'BLOCO B AP 302',
        district: 'JARDIM DO ENSAIO',
        city: 'SERRA',
        state: 'ES',
        zip: '29160000',
      },
    },
    service: { id: String(30_000 + index), name: 'FIBRA 500 MB', state: 'Cancelado' },
    contract: `${700_000 + index}-a1b2c3`,
    invoices: [invoice],
    totalCents: cents,
    due: day('2026-07-10'),
    reason: { code: '07', text: 'PRESTAÇÃO DE SERVIÇOS DE TELECOMUNICAÇÕES' },
    createdAt: at,
    createdBy: 'Cobrança (Chrome)',
    changedAt: at,
    seal: 'dGhpcyBpcyBhIHNlYWwgb2YgYSBkcmFmdCB0aGF0IHdhcyBzaG93bg',
    confirmKey: `0d9f6a30-0000-4000-8000-${String(index).padStart(12, '0')}`,
    sentAt: at,
    protocol: `PEF${900_000_000 + index}`,
    reference: null,
    bureauState: 'ATIVO',
    absentReads: 0,
    nextLookAt: null,
    lookedAt: at,
    removal: null,
  }
}

/** What one act writes: the record's next version and its line in the history. */
export const sampleAct = (index: number, version: number): Change[] => {
  const record = { ...sampleDebt(index), version, changedAt: at }
  const entry: HistoryRecord = {
    id: `${record.id}:${version}`,
    negativationId: record.id,
    at,
    from: 'sent',
    to: 'active',
    event: 'looked',
    actor: 'Nada Consta',
    protocol: record.protocol,
    code: null,
    text: null,
  }
  return [
    { collection: 'negativations', id: record.id, value: record },
    { collection: 'history', id: entry.id, value: entry },
  ]
}
