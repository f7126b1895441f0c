import { expect, test } from 'vitest'
import type { ShownChange } from '../../shared/api.ts'
import { texts } from '../../shared/locales/texts.ts'
import { changeSentences } from './changes.ts'

const words = texts('pt-BR').confirm.changes
const change = (
  field: string,
  before: string,
  after: string,
  invoiceId: string | null = null,
): ShownChange => ({
  field,
  invoiceId,
  before,
  after,
})

test.each<[ShownChange, string]>([
  [change('fact', 'open', 'paid', '62636'), 'A fatura 62636 foi paga.'],
  [change('fact', 'open', 'partial', '62636'), 'A fatura 62636 foi paga em parte.'],
  [change('fact', 'open', 'gone', '62636'), 'A fatura 62636 não está mais em aberto no ERP.'],
  [change('fact', 'open', 'constructor', '62636'), 'A fatura 62636 não está mais em aberto no ERP.'],
  [change('cents', '7990', '123456', '62636'), 'A fatura 62636 valia R$ 79,90 e agora vale R$ 1.234,56.'],
  [
    change('due', '2026-08-25', '2026-09-25', '62636'),
    'A fatura 62636 vencia em 25/08/2026 e agora vence em 25/09/2026.',
  ],
  [change('description', 'a', 'b', '62636'), 'A descrição da fatura 62636 mudou no ERP.'],
  [change('name', 'MARIA', 'JOSÉ'), 'O nome mudou de “MARIA” para “JOSÉ”.'],
  [
    change('document', '73164025807', '90731582659'),
    'O documento mudou de 731.640.258-07 para 907.315.826-59.',
  ],
  [change('zip', '1', '2'), 'O endereço mudou no ERP.'],
  [change('environment', 'test', 'production'), 'A integração com o Connect mudou.'],
])('%j', (one, sentence) => {
  expect(changeSentences([one], words)).toEqual([sentence])
})

test('what follows from the invoices has no sentence; the same sentence stands once', () => {
  const address = ['street', 'number', 'city'].map((field) => change(field, 'a', 'b'))
  expect(
    changeSentences([change('total', '1', '2'), change('contract', 'a', 'b'), ...address], words),
  ).toEqual(['O endereço mudou no ERP.'])
})
