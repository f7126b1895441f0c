import { expect, test } from 'vitest'
import { formatDocument } from './document.ts'
import { suggestDocument } from './suggest-document.ts'

const suggest = (cell: string | number): string | null => {
  const suggestion = suggestDocument(cell)
  return suggestion && [formatDocument(suggestion.value), ...suggestion.doubts].join(' ')
}

test('G21 · a spreadsheet cell gets its zeros back, marked, and shorter numbers get none', () => {
  expect(suggest('482193719')).toBe('004.821.937-19 zeros-completed')
  expect(suggest(482193719)).toBe('004.821.937-19 zeros-completed')
  expect(suggest('0482193719')).toBe('004.821.937-19 zeros-completed')
  expect(suggest('11382864')).toBeNull()
  expect(suggest(11382864)).toBeNull()
})

test('G24 · a bare number that is also a phone asks', () => {
  expect(suggest('11987004329')).toBe('119.870.043-29 maybe-phone')
  expect(suggest(11987004329)).toBe('119.870.043-29 maybe-phone')
  expect(suggest('119.870.043-29')).toBe('119.870.043-29')
})

test('G27 · look-alike digits ask', () => {
  expect(suggest('７３１．６４０．２５８－０７')).toBe('731.640.258-07 normalised')
})

test('G30 · thirteen digits are a CNPJ without its zero, never a CPF', () => {
  expect(suggest(4718253000156)).toBe('04.718.253/0001-56 zeros-completed')
  expect(suggest('4718253000156')).toBe('04.718.253/0001-56 zeros-completed')
})

test('a whole document needs nothing', () => {
  expect(suggest('731.640.258-07')).toBe('731.640.258-07')
  expect(suggest(73164025807)).toBe('731.640.258-07')
  expect(suggest('0K7M2Q9R000105')).toBe('0K.7M2.Q9R/0001-05')
})

test('what is no document stays none', () => {
  for (const cell of [
    '',
    'Ana',
    '482193718',
    '4,71825E+12',
    '482193719.0',
    '718253000156',
    4.5,
    -482193719,
    Number.NaN,
    1e20,
  ]) {
    expect(suggest(cell)).toBeNull()
  }
})
