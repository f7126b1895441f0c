import { expect, test } from 'vitest'
import { probeGuards } from './guard-probe.ts'
import { hostGuard } from './host.ts'

const ask = probeGuards(hostGuard(() => 41417))

test('exactly 127.0.0.1 and the port', async () => {
  expect(await ask({ headers: { host: '127.0.0.1:41417' } })).toBe('passed')
})

test.each([
  '',
  'localhost:41417',
  '127.0.0.1',
  '127.0.0.1:41418',
  '127.0.0.1:41417.',
  '127.0.0.1:41417, evil.com',
])('Host %j is refused', async (host) => {
  expect(await ask({ headers: { host } })).toBe('host-refused')
})

test('no Host is refused', async () => {
  expect(await ask()).toBe('host-refused')
})

test('a target for another host is refused though the header is right', async () => {
  const other = probeGuards(hostGuard(() => 41418))
  expect(await other({ headers: { host: '127.0.0.1:41418' } })).toBe('host-refused')
})
