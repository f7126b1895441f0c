import { describe, expect, test } from 'vitest'
import { operations } from '../../shared/api.ts'
import { probeGuards } from './guard-probe.ts'
import { originGuard } from './origin.ts'

const paired = `chrome-extension://${'a'.repeat(32)}`
const other = `chrome-extension://${'b'.repeat(32)}`
const firefox = 'moz-extension://1b2c3d4e-0000-4000-8000-0123456789ab'
const guard = (isOpen: boolean) =>
  probeGuards(originGuard({ knowsOrigin: (origin) => origin === paired, pairingOpen: () => isOpen }))
const closed = guard(false)
const open = guard(true)

describe('outside pairing', () => {
  test('a paired Origin, and none at all', async () => {
    expect(await closed({ headers: { origin: paired } })).toBe('passed')
    expect(await closed()).toBe('passed')
  })

  test.each([other, firefox, 'https://evil.example', 'null', `${paired}/`])(
    '%s is refused',
    async (origin) => {
      expect(await closed({ headers: { origin } })).toBe('origin-refused')
      expect(await open({ headers: { origin } })).toBe('origin-refused')
    },
  )

  test.each(['cross-site', 'same-site'])(
    'a page that sends no Origin is known by Sec-Fetch-Site: %s',
    async (site) => {
      expect(await closed({ headers: { 'sec-fetch-site': site } })).toBe('origin-refused')
      expect(await closed({ headers: { 'sec-fetch-site': site, origin: paired } })).toBe('passed')
    },
  )

  test.each(['none', 'same-origin'])('the background of an extension: %s', async (site) => {
    expect(await closed({ headers: { 'sec-fetch-site': site } })).toBe('passed')
  })

  test('a preflight', async () => {
    expect(await open({ method: 'OPTIONS', headers: { origin: paired } })).toBe('origin-refused')
  })
})

describe('pairing', () => {
  const { path } = operations.pair

  test.each([other, firefox])('%s may try while the window is open', async (origin) => {
    expect(await open({ path, headers: { origin } })).toBe('passed')
    expect(await closed({ path, headers: { origin } })).toBe('pairing-closed')
  })

  test.each([
    'https://evil.example',
    'null',
    'moz-extension://x',
    'chrome-extension://short',
    `chrome-extension://${'z'.repeat(32)}`,
    `${firefox}.evil.example`,
    `https://evil.example#${firefox}`,
  ])('%s never may', async (origin) => {
    expect(await open({ path, headers: { origin } })).toBe('origin-refused')
  })
})
