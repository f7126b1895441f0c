import { describe, expect, test } from 'vitest'
import { fromBase64url, toBase64url } from './base64url.ts'
import { importKey, sha256Hex, signText, verifyText } from './signing.ts'

const secret = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'

describe('attack 28 · the key', () => {
  test('cannot be exported in any form', async () => {
    const key = (await importKey(secret))!
    expect(key.extractable).toBe(false)
    for (const format of ['raw', 'jwk'] as const)
      await expect(crypto.subtle.exportKey(format, key)).rejects.toMatchObject({ name: 'InvalidAccessError' })
  })

  test('only signs and verifies', async () => {
    expect([...(await importKey(secret))!.usages].toSorted()).toEqual(['sign', 'verify'])
  })

  test.each(['', 'AAAA', `${secret}AA`, 'not base64url!', secret.replace('A', '+')])(
    '%j is no secret',
    async (text) => {
      expect(await importKey(text)).toBeNull()
    },
  )
})

describe('signatures', () => {
  test('HMAC-SHA-256 in base64url, as any other program computes it', async () => {
    // node -e "crypto.createHmac('sha256', Buffer.from([...Array(32).keys()])).update('olá\n1').digest('base64url')"
    expect(await signText((await importKey(secret))!, 'olá\n1')).toBe(
      'lZpq3dt3l3cKUItG0473JeoOTk0q-Xh4oyAWyDkbhyY',
    )
  })

  test('verify what was signed and nothing else', async () => {
    const key = (await importKey(secret))!
    const signature = await signText(key, 'text')
    expect(await verifyText(key, 'text', signature)).toBe(true)
    expect(await verifyText(key, 'text2', signature)).toBe(false)
    for (const wrong of ['', signature.slice(1), 'ção', `${signature}=`])
      expect(await verifyText(key, 'text', wrong)).toBe(false)
  })

  test('SHA-256 of nothing', async () => {
    expect(await sha256Hex(new Uint8Array())).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
  })

  test('base64url takes every byte there and back', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
    expect(fromBase64url(toBase64url(bytes))).toEqual(bytes)
    expect(toBase64url(bytes)).not.toMatch(/[+/=]/)
  })
})
