import papa from 'papaparse'
import { expect, test } from 'vitest'
import { texts } from '../../../shared/locales/texts.ts'
import { csvOf } from '../../batch-view/report/csv.ts'
import { auditEntry } from '../testing/audit-samples.ts'
import { auditCsvRows } from './audit-csv.ts'

const ptBr = texts('pt-BR')
const row = (over: Parameters<typeof auditEntry>[0]) => auditCsvRows([auditEntry(over)], ptBr)[1]

test('an act is a row: the words of the screen, and the service’s own names', () => {
  expect(row({})).toEqual([
    '25/11/2026 10:02:33',
    'Ana – Cobrança',
    'Consultas',
    'Consulta de crédito',
    '731.***.***-07',
    'Matriz',
    'Venda',
    'Concluído',
    '',
    'queryStart',
    'q1',
  ])
  expect(
    row({
      isProgram: true,
      actor: 'Nada Consta',
      kind: 'removal',
      act: 'removal-failed',
      problem: 'bureau-busy',
    }),
  ).toMatchObject({ 1: 'Nada Consta (programa)', 8: 'bureau-busy' })
})

test('a name, a reason or an act that is a formula stays text in a spreadsheet', () => {
  const evil = '=HYPERLINK("http://x","y")'
  const file = csvOf(
    auditCsvRows([auditEntry({ actor: evil, reason: `+${evil}`, subject: '@SUM(1)', act: '-1' })], ptBr),
  )
  const [, cells = []] = papa.parse<string[]>(file, { delimiter: ';' }).data
  expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([])
  expect(cells[1]).toBe(`'${evil}`)
})
