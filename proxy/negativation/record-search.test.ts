import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../shared/document.ts'
import { recordIn } from './machine.samples.ts'
import { searcher, searchTextOf } from './record-search.ts'

const record = recordIn('active')
const antonia = searchTextOf({ ...record, debtor: { ...record.debtor, name: 'ANTÔNIA FICTÍCIA CONCEIÇÃO' } })
const company = searchTextOf({
  ...record,
  debtor: { ...record.debtor, document: parseDocument('12.ABC.345/01DE-35')!, name: 'OFICINA LETRA LTDA' },
})
const finds = (typed: string, text = antonia): boolean => searcher(typed)(text)

describe('what a person types finds', () => {
  test.each(['', '  ', 'antonia', 'ANTÔNIA', 'conceição antônia', 'fict'])('by name: %j', (typed) =>
    expect(finds(typed)).toBe(true),
  )
  test.each(['731.640.258-07', '73164025807', '731.640', '731640258', '731'])('by document: %j', (typed) =>
    expect(finds(typed)).toBe(true),
  )
  test.each(['12.ABC.345/01DE-35', '12abc34501de35', '12abc'])('by a CNPJ with letters: %j', (typed) =>
    expect(finds(typed, company)).toBe(true),
  )
  test('by invoice number, whole', () => {
    expect(finds('62636')).toBe(true)
    expect(finds(' 62636 ')).toBe(true)
  })
})

test.each(['maria', 'antonia souza', '6263', '640258', '73', '731.640.258-08', '99', 'antonia 731'])(
  'finds nobody: %j',
  (typed) => expect(finds(typed)).toBe(false),
)
