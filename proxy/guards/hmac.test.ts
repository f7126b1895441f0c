import { createHmac, randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hmacEquals, hmacText, secretKey, sha256Hex } from './hmac.ts'

const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes))
const right = (secret: Buffer, text: string) => createHmac('sha256', secret).update(text).digest('base64url')

describe('HMAC-SHA-256', () => {
  test('is what node:crypto says, for every key and text, also when calls are mixed', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ minLength: 900, maxLength: 1500 }),
    )
    fc.assert(
      fc.property(secrets, secrets, texts, texts, (one, two, first, second) => {
        const [a, b] = [secretKey(one.toString('base64url')), secretKey(two.toString('base64url'))]
        expect(hmacText(a, first)).toBe(right(one, first.toWellFormed()))
        expect(hmacText(b, second)).toBe(right(two, second.toWellFormed()))
        expect(hmacText(a, second)).toBe(right(one, second.toWellFormed()))
      }),
    )
  })

  test('the longest text that fits, and the shortest that does not', () => {
    const secret = randomBytes(32)
    const key = secretKey(secret.toString('base64url'))
    for (const length of [1023, 1024, 1025, 20_000]) {
      const text = '€'.repeat(length)
      expect(hmacText(key, text)).toBe(right(secret, text))
      expect(hmacText(key, `${text}x`)).not.toBe(hmacText(key, text))
    }
  })

  test('RFC 4231, test case 2, does not apply: a key of another length is refused', () => {
    expect(() => secretKey(Buffer.from('Jefe').toString('base64url'))).toThrow('32 bytes')
  })
})

describe('comparison', () => {
  const key = secretKey('x'.repeat(43))
  const signature = hmacText(key, 'text')

  test('the right one', () => expect(hmacEquals(key, 'text', signature)).toBe(true))

  test('a changed letter at any place, a shorter, a longer, an empty one', () => {
    for (let at = 0; at < signature.length; at += 1) {
      const letter = signature[at] === 'A' ? 'B' : 'A'
      expect(hmacEquals(key, 'text', `${signature.slice(0, at)}${letter}${signature.slice(at + 1)}`)).toBe(
        false,
      )
    }
    for (const other of [
      '',
      signature.slice(1),
      signature.slice(0, -1),
      `${signature}A`,
      `${signature}=`,
      '\u{1f4a9}'.repeat(43),
    ])
      expect(hmacEquals(key, 'text', other)).toBe(false)
  })

  test('another text, another key', () => {
    expect(hmacEquals(key, 'text ', signature)).toBe(false)
    expect(hmacEquals(secretKey('y'.repeat(43)), 'text', signature)).toBe(false)
  })
})

test('SHA-256 of nothing', () => {
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})
