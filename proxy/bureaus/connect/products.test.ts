import { expect, test } from 'vitest'
import { productsIn } from './products.ts'

test('each kind of product is read, with persons and reasons', () => {
  expect(
    productsIn({
      produtos: [
        { codigo: 'CREDNET_LIGHT', nome: 'CREDNET LIGHT', tipo: 'consulta', pessoas: ['F'] },
        { codigo: 'X', nome: 'X', tipo: 'consulta' },
        { codigo: 'INCLUSAO_PEFIN', nome: 'Inclusão Pefin', tipo: 'inclusao' },
        {
          codigo: 'MOTIVO_BAIXA',
          nome: 'Motivo Baixa',
          tipo: 'motivo_baixa',
          motivos: [{ codigo: '01', texto: 'Pagamento' }],
        },
        { codigo: 'NOVO', nome: 'De outro tipo', tipo: 'monitoramento' },
      ],
    }),
  ).toEqual([
    { code: 'CREDNET_LIGHT', name: 'CREDNET LIGHT', kind: 'query', persons: ['F'], reasons: [] },
    { code: 'X', name: 'X', kind: 'query', persons: ['F', 'J'], reasons: [] },
    { code: 'INCLUSAO_PEFIN', name: 'Inclusão Pefin', kind: 'inclusion', persons: [], reasons: [] },
    {
      code: 'MOTIVO_BAIXA',
      name: 'Motivo Baixa',
      kind: 'removal-reason',
      persons: [],
      reasons: [{ code: '01', text: 'Pagamento' }],
    },
  ])
})

test.each([
  ['no list', {}],
  ['a text where the list should be', { produtos: '' }],
  ['a row without a code', { produtos: [{ nome: 'X', tipo: 'consulta' }] }],
  [
    'one bad row among good ones',
    { produtos: [{ codigo: 'A', nome: 'A', tipo: 'consulta' }, { codigo: 3 }] },
  ],
])('%s makes the whole list unreadable, never a shorter one', (_what, answer) => {
  expect(() => productsIn(answer)).toThrow(expect.objectContaining({ code: 'connect-products-unreadable' }))
})
