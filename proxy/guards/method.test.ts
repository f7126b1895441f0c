import { expect, test } from 'vitest'
import { probeGuards } from './guard-probe.ts'
import { methodGuard } from './method.ts'

const ask = probeGuards(methodGuard)

test.each(['GET', 'POST'])('%s', async (method) => {
  expect(await ask({ method })).toBe('passed')
})

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'QUERY'])('%s is refused', async (method) => {
  expect(await ask({ method })).toBe('method-refused')
})

test('a method override changes nothing', async () => {
  expect(await ask({ method: 'PUT', headers: { 'x-http-method-override': 'GET' } })).toBe('method-refused')
})
