import papa from 'papaparse'
import { expect, test } from 'vitest'
import { texts } from '../../../shared/locales/texts.ts'
import { date } from '../../ui/testing/debt-samples.ts'
import { refusal } from '../../ui/testing/samples.ts'
import { itemOf } from '../testing/batch-samples.ts'
import { batchCsvRows } from './batch-csv.ts'
import { csvOf } from './csv.ts'
import { reportFileName } from './report-file-name.ts'

const items = [
  itemOf({
    invoices: ['62636', '62637'].map((id, at) => ({ id, due: date(`2026-0${at + 7}-25`), cents: 617_28 })),
    cents: 1_234_56,
    state: 'sent',
    protocol: '000123456',
    endedAt: '2026-11-25T13:02:00.000Z',
  }),
  itemOf({
    position: 2,
    name: '=HYPERLINK("http://x.example";"JOSÉ")',
    document: '04718253000156',
    state: 'refused',
    problem: refusal('inclusion-refused', { code: '017', message: '@CEP' }),
  }),
  itemOf({ position: 3, document: 'sem documento', cents: 5, state: 'unknown' }),
]

test('every debt with who, what, how much, where it stands, why and what to do', () => {
  const [head, ...rows] = batchCsvRows(items, texts('pt-BR'))
  expect(head).toEqual([
    'Nº',
    'Pessoa',
    'Documento',
    'Código no ERP',
    'Faturas',
    'Vencimentos',
    'Valor (R$)',
    'Situação',
    'Código do birô',
    'Motivo',
    'O que fazer',
    'Protocolo',
    'Horário',
  ])
  expect(rows[0]).toEqual([
    '1',
    'MARIA EXEMPLO',
    '731.640.258-07',
    '1162',
    '62636 · 62637',
    '25/07/2026 · 25/08/2026',
    '1234,56',
    'enviada',
    '',
    'O Connect aceitou.',
    'O Serasa manda a carta; quando a fatura for paga, a baixa é automática.',
    '000123456',
    '25/11/2026 10:02',
  ])
  expect(rows.map((row) => row[6])).toEqual(['1234,56', '79,90', '0,05'])
  expect(rows[2]?.slice(2, 3)).toEqual(['sem documento'])
  expect(rows[2]?.[10]).toBe('O serviço consulta o birô; nunca é reenviada.')
})

test('as a file it comes back whole: accents, figures with zeros in front, and no formula', () => {
  const back = papa.parse<string[]>(csvOf(batchCsvRows(items, texts('pt-BR'))), { delimiter: ';' }).data
  expect(back).toHaveLength(4)
  expect(new Set(back.map((row) => row.length))).toEqual(new Set([13]))
  expect(back[1]?.[11]).toBe("'000123456")
  expect(back[2]?.slice(1, 3)).toEqual([`'=HYPERLINK("http://x.example";"JOSÉ")`, '04.718.253/0001-56'])
  expect(back[2]?.[8]).toBe("'017")
})

test('the file is named by the moment of the confirmation in Brazil, and by nobody', () => {
  const batch = { createdAt: '2026-11-25T12:58:00.000Z', confirmedAt: '2026-11-26T01:02:00.000Z' }
  expect(reportFileName(batch, 'csv')).toBe('lote-2026-11-25-2202.csv')
  expect(reportFileName({ ...batch, confirmedAt: null }, 'pdf')).toBe('lote-2026-11-25-0958.pdf')
})
