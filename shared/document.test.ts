import { cnpj, cpf } from 'cpf-cnpj-validator'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyDocument, checkDigits, digits } from './document.arbitraries.ts'
import { documentKind, formatDocument, parseCnpj, parseCpf, parseDocument, personType } from './document.ts'

const parsed = (text: string): string => {
  const document = parseDocument(text)
  if (!document) throw new Error(`not a document: ${text}`)
  return formatDocument(document)
}

test('G20 · repeated digits are refused, a CNPJ of many zeros is not', () => {
  for (const digit of '0123456789') {
    expect(
      parseDocument(`${digit.repeat(3)}.${digit.repeat(3)}.${digit.repeat(3)}-${digit.repeat(2)}`),
    ).toBeNull()
    expect(parseDocument(digit.repeat(11))).toBeNull()
    expect(parseDocument(digit.repeat(14))).toBeNull()
  }
  expect(parseDocument('00.000.000/0000-00')).toBeNull()
  expect(parsed('00000000000191')).toBe('00.000.000/0001-91')
})

describe('G22 · alphanumeric CNPJ', () => {
  test('the first three are valid, keep their letters and get the mask', () => {
    expect(parsed('0K.7M2.Q9R/0001-05')).toBe('0K.7M2.Q9R/0001-05')
    expect(parsed('12.ABC.345/01DE-35')).toBe('12.ABC.345/01DE-35')
    expect(parsed('00000000E08G12')).toBe('00.000.000/E08G-12')
    expect(parseCnpj('0K.7M2.Q9R/0001-05')).toBe('0K7M2Q9R000105')
  })

  test('a wrong offset and a letter as check digit are refused', () => {
    expect(parseCnpj('0K.7M2.Q9R/0001-75')).toBeNull()
    expect(parseCnpj('0K.7M2.Q9R/0001-0A')).toBeNull()
  })

  // Published vectors (Receita Federal, the first one issued) and computed ones.
  test.each([
    '12ABC34501DE35',
    '12ABC345000188',
    'AA345678000A29',
    '1345C3A5000106',
    'R55231B3000757',
    'ZZZZZZZZZZZZ62',
    'B0CDFGHJ000175',
    '00ABCDEF000157',
    '11222333000181',
    '00000000000191',
    '00000000E08G12',
    '93ZB0VRYV6KA67',
    '04718253000156',
    'A1B2C3D401DE40',
  ])('%s is valid', (text) => {
    expect(parseCnpj(text)).toBe(text)
    expect(parseCnpj(text.toLowerCase())).toBe(text)
  })

  test.each(['12ABC34501DE45', '93ZB0VRYV6KA66', '12ABC34501DE36', 'ZZZZZZZZZZZZ26'])('%s is not', (text) => {
    expect(parseDocument(text)).toBeNull()
  })

  test('only ASCII letters become upper case', () => {
    expect(parseCnpj('12i345670001ID'.replace('ID', checkDigits('12I345670001')))).not.toBeNull()
    expect(parseCnpj('12ı345670001ID'.replace('ID', checkDigits('12I345670001')))).toBeNull()
  })
})

test('G23 · what is validated is the exact token', () => {
  for (const text of [
    'CPF: 731.640.258-07 - cliente desde 2019 (3 faturas)',
    '73164025807599999',
    '64.637.abc009/0001-90',
    '7316402580\n7',
  ]) {
    expect(parseDocument(text)).toBeNull()
  }
  expect(parseCpf(' 731.640.258-07 ')).toBe('73164025807')
})

test('separators are all there or none is', () => {
  for (const text of [
    '731640258-07',
    '731.640258-07',
    '731.640.25807',
    '731-640-258-07',
    '04718253/0001-56',
    '04.718.253.0001-56',
    '04.718.253/000156',
  ]) {
    expect(parseDocument(text)).toBeNull()
  }
})

test('G26 · invisible characters, other spaces and dashes give ASCII', () => {
  for (const text of [
    '731.640.258\u200b-07',
    '731\u00a0640\u00a0258\u00a007',
    '731.640.258\u201107',
    '\u202a731.640.258-07\u202c',
    '731.640.25\u00ad8-07',
  ]) {
    expect(parseDocument(text)).toBe('73164025807')
  }
})

test('G27 · full-width digits are read, digits of other scripts are not', () => {
  expect(parseDocument('７３１．６４０．２５８－０７')).toBe('73164025807')
  expect(parseDocument('٧٣١٦٤٠٢٥٨٠٧')).toBeNull()
})

test('G30 · the kind comes from the check, not from the length', () => {
  expect(parseDocument('4718253000156')).toBeNull()
  const cnpj = parseDocument('04.718.253/0001-56')
  expect(cnpj && [documentKind(cnpj), personType(cnpj)]).toEqual(['CNPJ', 'J'])
  const cpf = parseDocument('004.821.937-19')
  expect(cpf && [documentKind(cpf), personType(cpf)]).toEqual(['CPF', 'F'])
})

test('parsing a formatted document gives it back; one changed check digit is refused', () => {
  fc.assert(
    fc.property(anyDocument, fc.integer({ min: 1, max: 9 }), (document, shift) => {
      expect(parseDocument(formatDocument(document))).toBe(document)
      expect(parseDocument(document)).toBe(document)
      expect(parseDocument(formatDocument(document).toLowerCase())).toBe(document)
      const last = (Number(document.at(-1)) + shift) % 10
      expect(parseDocument(`${document.slice(0, -1)}${last}`)).toBeNull()
    }),
  )
})

test('our verdict is that of the library that knows nothing but documents', () => {
  const documentLike = fc.oneof(
    digits(11),
    digits(14),
    fc
      .tuple(anyDocument, fc.nat(10), digits(1))
      .map(([document, at, digit]) => document.slice(0, at) + digit + document.slice(at + 1)),
    fc.constantFrom('12345678909', '11111111111', '22222222222222'),
    anyDocument,
  )
  fc.assert(
    fc.property(documentLike, (text) => {
      expect(parseCpf(text) !== null).toBe(cpf.isValid(text, true))
      expect(parseCnpj(text) !== null).toBe(cnpj.isValid(text, true))
    }),
    { numRuns: 2000 },
  )
})
