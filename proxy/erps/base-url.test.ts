import { expect, test } from 'vitest'
import { parseBaseUrl } from './base-url.ts'

test.each([
  ['https://api.empresa.hubsoft.com.br', 'https://api.empresa.hubsoft.com.br'],
  [' https://API.empresa.hubsoft.com.br/ ', 'https://api.empresa.hubsoft.com.br'],
  ['https://erp.interno:8443', 'https://erp.interno:8443'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['http://localhost:8080/', 'http://localhost:8080'],
])('%s is an address', (typed, origin) => {
  expect(parseBaseUrl(typed)).toBe(origin)
})

test.each([
  'http://api.empresa.hubsoft.com.br',
  'http://127.0.0.1.evil.com',
  'https://user@api.empresa.hubsoft.com.br',
  'https://:senha@api.empresa.hubsoft.com.br',
  'https://api.empresa.hubsoft.com.br/api',
  'https://api.empresa.hubsoft.com.br/?a=1',
  'https://api.empresa.hubsoft.com.br/#a',
  'https:api.empresa.hubsoft.com.br',
  'ftp://api.empresa.hubsoft.com.br',
  'file:///etc/passwd',
  'api.empresa.hubsoft.com.br',
  'https://',
  '',
])('%j is none', (typed) => {
  expect(() => parseBaseUrl(typed)).toThrow(expect.objectContaining({ code: 'address-invalid' }))
})
