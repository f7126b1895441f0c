import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode } from './decode.ts'

const sentence = 'SITUAÇÃO: NÃO CONSTA DÉBITO'
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const page = (charset: string): string =>
  `<html><head><meta charset="${charset}"></head><p>${sentence}</p></html>`

describe('G88 · the right text whatever the labels say', () => {
  test('G88 · a: Latin-1, the header says so', () => {
    expect(decode(latin1(sentence), 'text/html; charset=ISO-8859-1')).toBe(sentence)
  })
  test('G88 · b: Latin-1, only the meta tag says so', () => {
    expect(decode(latin1(page('iso-8859-1')), 'text/html')).toBe(page('iso-8859-1'))
  })
  test('G88 · c: Latin-1, nothing says so', () => {
    expect(decode(latin1(sentence), '')).toBe(sentence)
  })
  test('G88 · d: Latin-1, the header says utf-8', () => {
    expect(decode(latin1(sentence), 'text/html; charset=utf-8')).toBe(sentence)
  })
  test('G88 · e: UTF-8, the meta tag says iso-8859-1', () => {
    expect(decode(utf8(page('iso-8859-1')), 'text/html')).toBe(page('iso-8859-1'))
  })
})

test('a label other than Latin-1 is obeyed, an unknown one ignored', () => {
  expect(decode(new Uint8Array([0xa4, 0xe7]), 'text/html; charset=iso-8859-15')).toBe('€ç')
  expect(decode(new Uint8Array([0xe7]), 'text/html; charset=klingon')).toBe('ç')
})

test('Windows-1252 keeps dashes and quotes that ISO-8859-1 has not', () => {
  expect(decode(new Uint8Array([0x93, 0xe0, 0x94, 0x20, 0x96, 0x20, 0x80]), '')).toBe('“à” – €')
})

test('a byte order mark decides and does not show', () => {
  expect(decode(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('não')]), 'text/html; charset=iso-8859-1')).toBe(
    'não',
  )
  expect(decode(new Uint8Array([0xff, 0xfe, ...Buffer.from('não', 'utf16le')]), '')).toBe('não')
})

test('any text comes back from its UTF-8 bytes, whatever the label', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((each) => !/^[\uFEFF\uFFFE]/.test(each))
  const label = fc.constantFrom('', 'text/html', 'text/html; charset=utf-8', 'text/html; charset=iso-8859-1')
  fc.assert(
    fc.property(text, label, (each, type) => {
      expect(decode(utf8(each), type)).toBe(each)
    }),
  )
})

test('any Portuguese text comes back from its Latin-1 bytes, whatever the label', () => {
  const letter = fc.constantFrom(
    ...Array.from('abcdefghijklmnopqrstuvwxyzáâãàéêíóôõúüçABCÁÉÍÓÚÇ 0123456789.,'),
  )
  const text = fc.array(letter, { minLength: 1 }).map((letters) => letters.join(''))
  const label = fc.constantFrom('', 'text/html; charset=utf-8', 'text/html; charset=iso-8859-1')
  fc.assert(
    fc.property(text, label, (each, type) => {
      expect(decode(latin1(each), type)).toBe(each)
    }),
  )
})
