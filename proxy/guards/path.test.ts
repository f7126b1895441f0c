import { expect, test } from 'vitest'
import { probeGuards } from './guard-probe.ts'
import { pathGuard } from './path.ts'

const ask = probeGuards(pathGuard)

test.each(['/v1/status', '/v1/clients/a-B_9/revoke', '/v1/hello?challenge=abc&client=x'])(
  '%s',
  async (path) => {
    expect(await ask({ path })).toBe('passed')
  },
)

test.each([
  '/',
  '//v1/status',
  '/v1/status/',
  '/v1/%73tatus',
  '/v1/a;b',
  '/v1/status?a=%00',
  '/v1/a.json',
  '/v1/á',
])('%s is refused', async (path) => {
  expect(await ask({ path })).toBe('route-unknown')
})
