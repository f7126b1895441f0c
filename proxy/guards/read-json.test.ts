import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJson } from './read-json.ts'

const read = (text: string) => readJson(Buffer.from(text))

test('every unambiguous object is read as JSON.parse reads it', () => {
  const objects = fc.dictionary(
    fc.string({ unit: 'binary' }).filter((key) => key !== '__proto__' && key.isWellFormed()),
    fc.jsonValue({ maxDepth: 5, noUnicodeString: false }),
  )
  fc.assert(
    fc.property(objects, fc.constantFrom(undefined, 2), (object, indent) => {
      const text = JSON.stringify(object, null, indent)
      fc.pre(!text.includes('__proto__'))
      expect(read(text)).toEqual(JSON.parse(text))
    }),
  )
})

test('a key that stands twice is found at any place', () => {
  const keys = fc.uniqueArray(
    fc.string({ unit: 'binary' }).filter((key) => key.isWellFormed()),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(keys, fc.nat(), fc.boolean(), (names, pick, isNested) => {
      const again = names[pick % names.length]!
      const fields = [...names, again].map((name) => `${JSON.stringify(name)}: ["}", {"a": "\\""}]`).join(',')
      expect(() => read(isNested ? `{"x":[{${fields}}]}` : `{${fields}}`)).toThrow('input-invalid')
    }),
  )
})

describe('refused', () => {
  test.each([
    '[]',
    'null',
    '1',
    '"a"',
    '{',
    '{"a":1,}',
    '{"a":1,"a":1}',
    '{"a":1,"\\u0061":1}',
    '{"a":{"b":[{"c":1,"c":2}]}}',
    '{"__proto__":{}}',
    '{"a":{"__proto__":1}}',
    '{"\\u005f_proto__":1}',
    `{"a":${'['.repeat(20)}${']'.repeat(20)}}`,
  ])('%s', (text) => expect(() => read(text)).toThrow('input-invalid'))

  test('bytes that are no UTF-8', () => {
    expect(() => readJson(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).toThrow('input-invalid')
  })
})

describe('accepted', () => {
  test('no body is an empty object', () => expect(read('')).toEqual({}))

  test.each([
    '{"a":{"a":{"a":1}}}',
    '{"a":[{"b":1},{"b":2}],"b":"{\\"a\\":1,\\"a\\":2}"}',
    '{"a\\\\":1,"a":2}',
    '{"":"\\\\","b":"a,b:c"}',
    ' { "a" : [ 1 , "b" , { } ] } ',
  ])('%s', (text) => expect(read(text)).toEqual(JSON.parse(text)))
})
