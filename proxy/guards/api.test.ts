import { expect, test } from 'vitest'
import { apiVersion, operations } from '../../shared/api.ts'
import { apiGuard } from './api.ts'
import { probeGuards } from './guard-probe.ts'

const ask = probeGuards(apiGuard('1.0.0'))
const told = (api: string) => ({ headers: { 'x-proxy-api': api } })

test('our number passes, and none', async () => {
  expect(await ask()).toBe('passed')
  expect(await ask(told(String(apiVersion)))).toBe('passed')
})

test.each([
  [apiVersion + 1, 'service-older'],
  [apiVersion + 41, 'service-older'],
])('a higher number: we are the older one (%i)', async (api, code) =>
  expect(await ask(told(String(api)))).toBe(code),
)

test.each(['0', '-1', '1.5', 'x', '', '01', '12345678'])('%j is no number: not ours to refuse', async (api) =>
  expect(await ask(told(api))).toBe('passed'),
)

test('whoever asks who we are is told, whatever he speaks', async () => {
  expect(await ask({ path: operations.hello.path, ...told('7') })).toBe('passed')
})
