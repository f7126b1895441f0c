import { assert, nat, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDocument, parseDocument } from '../../shared/document.ts'
import { documentEntry, maskCnpj, maskDocument } from './mask-document.ts'

describe('the mask of a typed document', () => {
  test.each([
    ['', ''],
    ['731', '731'],
    ['7316', '731.6'],
    ['73164025807', '731.640.258-07'],
    ['731640258071', '73.164.025/8071'],
    ['04718253000156', '04.718.253/0001-56'],
    ['731.640.258-07', '731.640.258-07'],
  ])('%s → %s', (typed, shown) => {
    expect(maskDocument(typed)).toBe(shown)
  })

  test('G22 · letters of an alphanumeric CNPJ stay, in upper case', () => {
    expect(maskDocument('a1b2c3d401de40')).toBe('A1.B2C.3D4/01DE-40')
    expect(maskCnpj('12abc34501de35')).toBe('12.ABC.345/01DE-35')
  })

  test.each(['abc731.640.258-07xyz1', '64.637.abc009/0001-901', '731_640', '731640258071234567'])(
    'G23 · %s is not turned into a document by masking',
    (pasted) => {
      expect(maskDocument(pasted)).toBe(pasted)
      expect(maskCnpj(pasted)).toBe(pasted)
      expect(documentEntry(pasted)).toEqual({ state: 'invalid' })
    },
  )

  test('what is typed one by one is what is pasted at once', () => {
    assert(
      property(nat(99_999_999_999_999), (number) => {
        const digits = String(number)
        const oneByOne = Array.from(digits).reduce((shown, digit) => maskDocument(shown + digit), '')
        expect(oneByOne).toBe(maskDocument(digits))
      }),
    )
  })

  test('masking changes no document', () => {
    const samples = ['73164025807', '0K7M2Q9R000105', 'A1B2C3D401DE40', '00482193719']
    for (const sample of samples) {
      const document = parseDocument(sample)
      expect(document && formatDocument(document)).toBe(maskDocument(sample))
      expect(parseDocument(maskDocument(sample))).toBe(document)
    }
  })
})

describe('a document entry', () => {
  test.each([
    ['', 'empty'],
    ['731.640', 'short'],
    ['731.640.258-08', 'invalid'],
    ['04.718.253/0001-57', 'invalid'],
    ['731640258', 'short'],
  ])('%s is %s', (text, state) => {
    expect(documentEntry(text)).toEqual({ state })
  })

  test('a valid one tells its kind', () => {
    expect(documentEntry('0k.7m2.q9r/0001-05')).toEqual({
      state: 'valid',
      document: '0K7M2Q9R000105',
      kind: 'CNPJ',
    })
  })
})
