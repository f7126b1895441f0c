import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Erp } from '../../../extension/erps/erp.ts'
import type { ErpPages } from '../erp-pages.ts'

/** Whether a match pattern of the manifest covers a host. */
const covers = (pattern: string, host: string): boolean => {
  const [, wanted = ''] = /^https?:\/\/([^/]+)\/\*$/.exec(pattern) ?? []
  return wanted.startsWith('*.')
    ? host.toLowerCase().endsWith(wanted.slice(1))
    : host.toLowerCase() === wanted
}

/** Hosts and routes: where the extension may stand, and whose record an address is. */
export const describeAddresses = (erp: Erp, { addresses, panels, strangers }: ErpPages): void => {
  describe(`${erp.kind} · addresses`, () => {
    const route = (address: string) => erp.route(new URL(address, `https://${panels[0]}`))

    test.each(panels)('%s is a panel, and a person may be asked for it', (host) => {
      expect(erp.recognises(host)).toBe(true)
      expect(erp.recognises(host.toUpperCase())).toBe(true)
      expect(erp.hostPatterns.some((pattern) => covers(pattern, host))).toBe(true)
    })

    test.each(strangers)('nothing of ours stands on %s', (host) => expect(erp.recognises(host)).toBe(false))

    test('a host that only begins or ends like a panel is none', () => {
      for (const host of panels)
        for (const other of [`${host}.evil.example`, `evil-${host}.`, `x.${host}`, ` ${host}`, `${host}/x`])
          expect(erp.recognises(other)).toBe(false)
    })

    test.each(addresses.closed)('%s is closed', (address) => expect(route(address).kind).toBe('closed'))
    test.each(addresses.others)('%s is neither', (address) => expect(route(address).kind).toBe('other'))
    test.each(addresses.customers)('$address is a customer', ({ address, id, section }) => {
      expect(route(address)).toEqual({ kind: 'customer', id, section })
      expect(id).toMatch(/^[A-Za-z0-9_-]{1,40}$/)
    })

    test('whatever stands in an address, it leads somewhere', () => {
      const known = fc.constantFrom(...addresses.customers.map(({ address }) => address))
      const noise = fc.webUrl({ withQueryParameters: true, withFragments: true })
      const address = fc
        .oneof(
          noise,
          fc.tuple(known, fc.string()).map((parts) => parts.join('')),
        )
        .map((text) => URL.parse(text, `https://${panels[0]}`))
        .filter((url) => url !== null)
      const kinds = fc.sample(address, 200).map((url) => erp.route(url).kind)
      expect(kinds.filter((kind) => !['closed', 'customer', 'other'].includes(kind))).toEqual([])
    })
  })
}
