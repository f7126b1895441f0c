import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDocument } from '../../shared/document.arbitraries.ts'
import { formatDocument } from '../../shared/document.ts'
import { coverDocuments } from './cover-documents.ts'

test('documents go, whatever their spelling; the rest of the evidence stays', () => {
  for (const spelled of [
    '731.640.258-07',
    '73164025807',
    '731 640 258 07',
    '000073164025807',
    '12.ABC.345/01DE-35',
    '12abc34501de35',
    '04.718.253/0001-56',
    '004718253000156',
  ])
    expect(coverDocuments(`doc ${spelled}: recusado`)).toBe('doc …: recusado')
  for (const plain of [
    'contrato 62636-7KQ2ZB já existente',
    'CEP 38400-100',
    'R$ 1.234,56',
    '25/11/2026 10:00',
    'código 022',
    'REGULARIZACAO',
  ])
    expect(coverDocuments(plain)).toBe(plain)
})

test('no valid document gets through, bare or with its mask, within any words', () => {
  fc.assert(
    fc.property(
      anyDocument,
      fc.constantFrom('', 'CPF ', 'doc:', '(', 'do seu CPF tipo 22 '),
      (document, before) => {
        for (const spelled of [document, formatDocument(document)])
          expect(coverDocuments(`${before}${spelled} recusado`)).toBe(`${before}… recusado`)
      },
    ),
  )
})

test('a document that is glued to its label goes too; longer numbers are none', () => {
  expect(coverDocuments('documento73164025807 CNPJ04718253000156')).toBe('documento… CNPJ…')
  expect(coverDocuments('linha 23793381286000782713695000063305975520000370000')).toBe(
    'linha 23793381286000782713695000063305975520000370000',
  )
})
