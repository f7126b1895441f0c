import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonReport } from './json-report.ts'
import { visibleText } from './visible-text.ts'

test('every value of the answer stands in the page, under the answer’s own names', () => {
  const html = jsonReport({
    status: { mensagem: 'Sucesso', protocolo: '000123456' },
    resultado: {
      registros: { pefin: { nomeRegistro: 'PENDÊNCIAS FINANCEIRAS', valorTotal: 'R$ 1.234,56' } },
      socios: [
        { nome: 'ANA', parte: '60%' },
        { nome: 'LEO', parte: null },
      ],
      avisos: ['um', 'dois'],
      nada: {},
    },
  })
  const text = visibleText(html)
  for (const expected of [
    'Protocolo 000123456',
    'PENDÊNCIAS FINANCEIRAS',
    'R$ 1.234,56',
    'Nome Parte ANA 60% LEO —',
    'um dois',
    'Nada —',
  ])
    expect(text).toContain(expected)
})

test('a value cannot become markup', () => {
  expect(jsonReport({ nome: '<img src=x onerror=alert(1)>', '<b>': '"&\'' })).not.toMatch(/<img|<b>/)
})

test('G19 · no text of any answer is lost', () => {
  const words = fc.stringMatching(/^[a-zA-Zçãé0-9]{1,12}$/)
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      words,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(words, tie('value'), { maxKeys: 4 }),
    ),
  }))
  const leaves = (each: unknown): string[] =>
    typeof each === 'object' && each !== null ? Object.values(each).flatMap(leaves) : [String(each)]
  fc.assert(
    fc.property(fc.record({ a: value }), (answer) => {
      const text = visibleText(jsonReport(answer))
      for (const leaf of leaves(answer)) expect(text).toContain(leaf)
    }),
  )
})
