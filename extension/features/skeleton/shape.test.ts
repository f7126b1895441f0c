import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { knownLabel, knownName, knownText } from './known-text.ts'
import { shapeOf } from './shape.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.integer({ min: 0, max: 0x10_ffff })).map((points) => String.fromCodePoint(...points)),
)

describe('the shape of a value', () => {
  test.each([
    ['1162 - MARIA 900.100.200-55', 'D4 - L5 D3.D3.D3-D2'],
    ['Maria da Conceição', 'L1l4 l2 L1l8'],
    ['R$ 1.119,90', 'L1$ D1.D3,D2'],
    ['0K.7M2.Q9R/0001-05', 'D1L1.D1L1D1.L1D1L1/D4-D2'],
    ['***.640.258-**', '***.D3.D3-**'],
    ['  731.640\u00A0\n 258 ', 'D3.D3 D3'],
    ['e\u0301 é', 'l1 l1'],
    ['٧٣١ Ⅷ ½', 'D3 D1 D1'],
    ['日本語 😀', 'l3 X1'],
    ['', ''],
  ])('%j is %j', (text, shape) => expect(shapeOf(text)).toBe(shape))

  test('no letter and no digit of any text is left: runs, their lengths and ASCII punctuation', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(shapeOf(text)).toMatch(/^(?:[DLlX]\d+|[ !-/:-@[-`{-~])*$/)
      }),
    )
  })
})

describe('known words', () => {
  test.each([
    ['hubsoft-cliente-financeiro-fatura', 'hubsoft-cliente-financeiro-fatura'],
    ['hubsoft-cliente-scorecard', 'hubsoft-cliente-l9'],
    ['cpf_cnpj', 'cpf_cnpj'],
    ['vm.filtros.busca', 'vm.filtros.busca'],
    ['cadastroForm', 'cadastroForm'],
    ['dataTable', 'dataTable'],
    ['input_187', 'input_D3'],
    ['cliente-maria', 'cliente-l5'],
    ['ClienteMaria', 'ClienteL1l4'],
    ['/cliente/editar/11943/financeiro#cobrancas', '/cliente/editar/D5/financeiro#cobrancas'],
  ])('in a name: %j is %j', (name, known) => expect(knownName(name)).toBe(known))

  test.each([
    ['Nosso Número', 'Nosso Número'],
    ['CONSULTA DE CRÉDITO', 'CONSULTA DE CRÉDITO'],
    ['Excluir MARIA DA SILVA', 'Excluir L5 L2 L5'],
    ['CPF *', 'CPF *'],
    ['Telefone 1', 'Telefone D1'],
  ])('in a label: %j is %j', (label, known) => expect(knownLabel(label)).toBe(known))

  test.each([
    ['Financeiro do Cliente', 'Financeiro do Cliente'],
    ['CPF/CNPJ: 731.640.258-07', 'CPF/CNPJ: D3.D3.D3-D2'],
    ['Endereço da Maria', 'L1l7 l2 L1l4'],
    ['Maria: CPF', 'L1l4: L3'],
    ['DA SILVA', 'L2 L5'],
    ['731.640.258-07', 'D3.D3.D3-D2'],
  ])('in any other text: %j is %j', (text, known) => expect(knownText(text)).toBe(known))
})
