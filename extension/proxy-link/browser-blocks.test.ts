import { expect, test } from 'vitest'
import { isLocalNetworkDenied } from './browser-blocks.ts'

const knowing = (states: Record<string, PermissionState>) => ({
  query: async ({ name }: PermissionDescriptor) => {
    const state = states[name]
    if (!state) throw new TypeError('unknown permission')
    return { state } as PermissionStatus
  },
})

test.each([
  ['Chrome 145 and later, denied', { 'loopback-network': 'denied' }, true],
  ['Chrome 142, denied', { 'local-network-access': 'denied' }, true],
  ['not asked yet', { 'loopback-network': 'prompt' }, false],
  ['allowed', { 'loopback-network': 'granted', 'local-network': 'granted' }, false],
  ['a browser without the check', {}, false],
] as [string, Record<string, PermissionState>, boolean][])('G61 · %s', async (_who, states, denied) => {
  expect(await isLocalNetworkDenied(knowing(states))).toBe(denied)
})

test('G61 · a browser without any of it', async () =>
  expect(await isLocalNetworkDenied(undefined)).toBe(false))
