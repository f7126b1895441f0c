import { expect, test } from 'vitest'
import { invoiceOf } from './invoice-row.ts'

const row = (fields: object = {}) => ({
  id_fatura: 62636,
  id_cliente_servico: 7701,
  data_vencimento: '2026-07-01',
  data_pagamento: null,
  data_credito: null,
  valor: '79.90',
  valor_pago: null,
  linha_digitavel: '',
  empresa: { documento: '04718253000156' },
  cliente: { id_cliente: 5012, codigo_cliente: 931, nome_razaosocial: 'X', cpf_cnpj: '73164025807' },
  ...fields,
})
const read = (fields?: object) => invoiceOf(row(fields))

test.each(['2026-07-01', '01/07/2026', '2026-07-01T00:00:00.000Z', '2026-07-01T00:00:00-03:00'])(
  'G77 · a due date of %s is the first of July',
  (data_vencimento) => {
    expect(read({ data_vencimento })?.due).toBe('2026-07-01')
  },
)

test('G79 · a time of day behind a payment day is cut off', () => {
  const paid = {
    data_pagamento: '2026-11-25T23:59:00',
    data_credito: '26/11/2026 00:00:00',
    valor_pago: 79.9,
  }
  expect(read(paid)?.payment).toEqual({ paid: '2026-11-25', credited: '2026-11-26', cents: 79_90 })
})

test.each([
  ['"79.90"', '79.90', 79_90],
  ['"119.9"', '119.9', 119_90],
  ['79.9', 79.9, 79_90],
  ['"20"', '20', 20_00],
  ['0', 0, 0],
])('an amount of %s is cents', (_, valor, expected) => {
  expect(read({ valor })?.cents).toBe(expected)
})

test('G39 · paid needs a day and money, or the word quitada; every other end is its own', () => {
  const day = { data_pagamento: '2026-11-24' }
  expect(read({ ...day, valor_pago: '79.90', status: 'quitada' })).toMatchObject({ fact: 'paid' })
  expect(read({ ...day, valor_pago: null })).toMatchObject({ fact: 'paid', payment: { cents: null } })
  expect(read({ ...day, valor_pago: 0, status: 'quitado' })?.fact).toBe('paid')
  expect(read({ ...day, valor_pago: 0 })).toMatchObject({ fact: 'written-off', payment: null })
  expect(read({ ...day, valor_pago: '0.00' })?.fact).toBe('written-off')
  expect(read({ status: 'baixada', valor_pago: 0 })).toMatchObject({ fact: 'written-off', payment: null })
  expect(read({ status: 'baixado_banco' })?.fact).toBe('written-off')
  expect(read({ status: 'em_aberto' })?.fact).toBe('open')
})

test('G39 · a receipt of the whole amount without a payment day is not a payment', () => {
  const invoice = read({ recibos: [{ valor: '79.90' }] })
  expect(invoice).toMatchObject({ fact: 'partial', payment: null, partlyPaidCents: 79_90 })
})

test('G40 · receipts add up; the word of the page alone is enough', () => {
  const recibos = [{ valor: 60 }, { valor: '40.00' }, { valor: null }]
  expect(read({ valor: '159.80', recibos })).toMatchObject({ fact: 'partial', partlyPaidCents: 100_00 })
  expect(read({ status: 'baixado_parcial' })).toMatchObject({ fact: 'partial', partlyPaidCents: null })
})

test('G41 · another amount than the value is quit all the same', () => {
  expect(read({ data_pagamento: '2026-11-24', valor_pago: 75 })).toMatchObject({
    fact: 'paid',
    payment: { cents: 75_00 },
  })
})

test('G46 · inactive and unpaid is cancelled, inactive and paid is paid; an old tenant does not say', () => {
  expect(read({ fatura_ativa: false })?.fact).toBe('cancelled')
  expect(read({ fatura_ativa: 0 })?.fact).toBe('cancelled')
  expect(read({ fatura_ativa: false, data_pagamento: '2026-11-24', valor_pago: 1 })?.fact).toBe('paid')
  expect(read({ fatura_ativa: undefined })?.fact).toBe('open')
})

const of = (descricao: string) => read({ cobrancas: [{ descricao, valor: 1 }] })

test('fees and lent equipment are known by their words, with and without accents', () => {
  expect(of('(+) MULTA RESCISÓRIA')).toMatchObject({
    isFee: true,
    isEquipment: false,
    description: 'MULTA RESCISÓRIA',
  })
  expect(of('Rescisão contratual')?.isFee).toBe(true)
  expect(of('EQUIPAMENTO EM COMODATO')).toMatchObject({ isFee: false, isEquipment: true })
  expect(of('Multimídia')).toMatchObject({ isFee: false, isEquipment: false })
})

test('a list that is an empty text is empty; a one-off charge has no service', () => {
  expect(read({ recibos: '', cobrancas: '', id_cliente_servico: null })).toMatchObject({
    fact: 'open',
    serviceId: null,
    description: '',
  })
})

test.each([
  { data_vencimento: null },
  { data_vencimento: '31/02/2026' },
  { valor: null },
  { valor: '1.234,56' },
  { data_pagamento: 'ontem' },
  { id_fatura: null },
  { cliente: null },
])('a row with %j is not read at all', (fields) => {
  expect(read(fields)).toBeNull()
})
