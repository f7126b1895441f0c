import { expect, test } from 'vitest'
import { headers, requestText } from '../../shared/signing.ts'
import { bodySizeGuard } from './body-size.ts'
import { probeGuards } from './guard-probe.ts'
import { hmacText, secretKey, sha256Hex } from './hmac.ts'
import { signatureGuard } from './signature.ts'

const start = Date.UTC(2026, 10, 25)
let now = start
const key = secretKey('x'.repeat(43))
const seen: [string, number][] = []
const guard = signatureGuard({
  identities: { find: (id) => (id === 'one' ? { id, key, client: null } : undefined) },
  clock: () => now,
  onSeen: (id, at) => seen.push([id, at]),
})
const ask = probeGuards(bodySizeGuard(), guard)

let count = 0
const signed = (
  over: Partial<{ method: string; path: string; time: number; body: string; client: string }> = {},
) => {
  const { method = 'POST', path = '/v1/x', time = now, body = '{}', client = 'one' } = over
  count += 1
  const nonce = `nonce-${String(count).padStart(18, '0')}`
  const text = requestText({ method, path, time: String(time), bodyHash: sha256Hex(body), nonce, client })
  return {
    method,
    path,
    headers: {
      [headers.client]: client,
      [headers.time]: String(time),
      [headers.nonce]: nonce,
      [headers.signature]: hmacText(key, text),
    },
    ...(body !== '' && { body }),
  }
}

test('a right signature is let through once', async () => {
  const request = signed()
  expect(await ask(request)).toBe('passed')
  expect(seen.at(-1)).toEqual(['one', now])
  expect(await ask(request)).toBe('signature-refused')
})

test('what is signed is what is read', async () => {
  const request = signed()
  expect(await ask({ ...request, body: '{ }' })).toBe('signature-refused')
  expect(await ask({ ...request, path: '/v1/y' })).toBe('signature-refused')
  expect(await ask({ ...request, path: '/v1/x?a=1' })).toBe('signature-refused')
  expect(await ask({ ...request, method: 'PUT' })).toBe('signature-refused')
  expect(await ask(request)).toBe('passed')
})

test('the wrong client, and missing parts', async () => {
  expect(await ask(signed({ client: 'two' }))).toBe('signature-refused')
  expect(await ask()).toBe('signature-refused')
  for (const name of [headers.client, headers.time, headers.nonce, headers.signature]) {
    const request = signed()
    const { [name]: _, ...rest } = request.headers
    expect(await ask({ ...request, headers: rest })).toBe('signature-refused')
  }
})

test('a minute early or late is the limit, and is told only to who holds the key', async () => {
  now = start + 600_000
  expect(await ask(signed({ time: now - 60_000 }))).toBe('passed')
  expect(await ask(signed({ time: now + 60_000 }))).toBe('passed')
  expect(await ask(signed({ time: now - 60_001 }))).toBe('clock-skew')
  expect(await ask(signed({ time: now + 60_001 }))).toBe('clock-skew')
  const forged = signed({ time: now - 60_001 })
  expect(await ask({ ...forged, body: '[]' })).toBe('signature-refused')
})

test('nothing from before the start', async () => {
  now = start + 10
  expect(await ask(signed({ time: start - 1 }))).toBe('clock-skew')
  expect(await ask(signed({ time: start }))).toBe('passed')
})

test('a request from a page by the console, which has no Origin', async () => {
  const request = signed()
  expect(await ask({ ...request, headers: { ...request.headers, origin: 'null' } })).toBe('origin-refused')
})
