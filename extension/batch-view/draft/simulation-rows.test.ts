import { expect, test } from 'vitest'
import { texts } from '../../../shared/locales/texts.ts'
import { date, reason } from '../../ui/testing/debt-samples.ts'
import { itemOf } from '../testing/batch-samples.ts'
import { simulationRows } from './simulation-rows.ts'

test('one line for each debt: who, what, where it stands and why', () => {
  const items = [
    itemOf({
      cents: 1_204_56,
      invoices: [
        { id: '62636', due: date('2026-08-25'), cents: 1_000_00 },
        { id: '62999', due: date('2026-09-25'), cents: 204_56 },
      ],
    }),
    itemOf({
      name: 'JOSÉ MODELO',
      document: '123',
      service: null,
      reasons: [reason({ code: 'not-late-enough', level: 'block', params: { days: 4, min: 30 } })],
    }),
    itemOf({ reasons: [reason()] }),
  ]
  expect(simulationRows(items, [], texts('pt-BR'))).toEqual([
    [
      'Pessoa',
      'Documento',
      'Código no ERP',
      'Serviço',
      'Faturas',
      'Vencimentos',
      'Valor (R$)',
      'Situação',
      'Motivos',
    ],
    [
      'MARIA EXEMPLO',
      '731.640.258-07',
      '1162',
      'Fibra 300 · cancelado',
      '62636, 62999',
      '25/08/2026, 25/09/2026',
      '1204,56',
      'vai no envio',
      '',
    ],
    [
      'JOSÉ MODELO',
      '123',
      '1162',
      '',
      '62636',
      '25/08/2026',
      '79,90',
      'impedida',
      'Vencida há 4 dias; a regra pede 30.',
    ],
    expect.arrayContaining(['fica de fora: aviso não aceito']),
  ])
})
