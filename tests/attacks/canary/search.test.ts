import { describe, expect, test } from 'vitest'
import { masked, people } from '../../simulators/people.ts'
import { holdsDocument, holdsKey, searcherOf } from './search.ts'

const secret = 'canario-senha-ção-Qz7'
const search = searcherOf({ secret })

const base64 = (before: string, text: string): string => Buffer.from(`${before}${text}yz`).toString('base64')

describe('attack 33 · the search finds a secret', () => {
  test.each<[string, string | Buffer]>([
    ['as it is', `…${secret}…`],
    ['at the very end', secret],
    ['in Latin-1', Buffer.from(secret, 'latin1')],
    ['in UTF-16', Buffer.from(secret, 'utf16le')],
    ['in hex', Buffer.from(secret).toString('hex')],
    ['in an address', `?p=${encodeURIComponent(secret)}&x`],
    ['in JSON with every letter escaped', '\\u0063anario-senha-\\u00e7\\u00e3o-Qz7'.replace('\\u0063', 'c')],
    ['in base64', base64('', secret)],
    ['in base64 after one byte', base64('x', secret)],
    ['in base64 after two bytes', base64('xy', secret)],
    ['in base64url', Buffer.from(`{"p":"${secret}"}`).toString('base64url')],
  ])('%s', (_, content) => {
    expect(search(Buffer.from(content))).toEqual(['secret'])
  })

  test('and nothing where nothing is', () => {
    expect(search(Buffer.from('canario-senha-errada'))).toEqual([])
    expect(search(Buffer.from(secret.slice(0, -1)))).toEqual([])
    expect(search(Buffer.alloc(0))).toEqual([])
  })
})

const { maria, padaria, acme } = people

describe('attack 33 · the search knows a document by its check digits', () => {
  test.each<[string, string | Buffer]>([
    ['bare', `"${maria.document}"`],
    ['with its mask', `CPF ${masked(maria.document)}.`],
    ['a CNPJ', `/v1/${acme.document}?`],
    ['a CNPJ with letters', `cnpj=${masked(padaria.document)}`],
    ['in an address', `cnpj=${encodeURIComponent(masked(padaria.document))}`],
    ['in UTF-16', Buffer.from(`<${maria.document}>`, 'utf16le')],
    ['in base64', `token: ${Buffer.from(`login:${maria.document};`).toString('base64')}`],
    ['in hex', Buffer.from(` ${maria.document} `).toString('hex')],
  ])('%s', (_, content) => {
    expect(holdsDocument(Buffer.from(content))).toBe(true)
  })

  test.each([
    ['a wrong digit', '73164025808'],
    ['part of a longer number', `1${maria.document}`],
    ['a number that nobody has', '111.111.111-11'],
    ['a moment', '1764075600000'],
    ['an id', crypto.randomUUID()],
  ])('%s is none', (_, content) => {
    expect(holdsDocument(Buffer.from(content))).toBe(false)
  })
})

test('attack 33 · the search knows a key of ours by its form', () => {
  const key = Buffer.from('0123456789abcdef0123456789ABCDEF').toString('base64url')
  expect(key).toHaveLength(43)
  expect(holdsKey(Buffer.from(`{"proof":"${key}"}`))).toBe(true)
  expect(holdsKey(Buffer.from(`x${key}`))).toBe(false)
  expect(holdsKey(Buffer.from('a'.repeat(43)))).toBe(false)
})
