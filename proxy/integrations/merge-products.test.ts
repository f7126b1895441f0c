import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { productKinds } from '../../shared/api.ts'
import type { Product } from '../../shared/api.ts'
import { mergeProducts, pairOf } from './merge-products.ts'

const listed = fc.record({
  code: fc.constantFrom('A', 'B', 'C', 'D'),
  name: fc.constantFrom('um', 'dois'),
  kind: fc.constantFrom(...productKinds),
  persons: fc.constantFrom<('F' | 'J')[][]>(['F'], ['F', 'J'], []),
  reasons: fc.constantFrom<Product['reasons'][]>([], [{ code: '1', text: 'x' }]),
})
const byKey = <Item extends { kind: string; code: string }>(item: fc.Arbitrary<Item>) =>
  fc.uniqueArray(item, { selector: ({ kind, code }) => `${kind} ${code}`, maxLength: 8 })
const known = fc
  .tuple(listed, fc.constantFrom(null, 490), fc.constantFrom<Product['origin'][]>('sync', 'manual'))
  .map(([product, priceCents, origin]): Product => ({
    ...product,
    priceCents,
    origin: product.kind === 'query' ? origin : 'sync',
  }))
const pair = fc.constantFrom('query', 'pefin')
const key = ({ kind, code }: { kind: string; code: string }): string => `${kind} ${code}`

test('any synchronisation keeps prices, hand-typed products and the other pair’s list, and tells the truth about the rest', () => {
  fc.assert(
    fc.property(byKey(known), byKey(listed), pair, (before, list, side) => {
      const { products, added, changed, gone } = mergeProducts(before, list, side)
      const now = new Map(products.map((product) => [key(product), product]))
      const old = new Map(before.map((product) => [key(product), product]))
      const ours = list.filter((product) => pairOf(product) === side)

      expect(now.size).toBe(products.length)
      const otherSide = before.filter((product) => pairOf(product) !== side)
      expect(products).toEqual(expect.arrayContaining(otherSide))
      const kept = before.filter((product) => now.has(key(product)))
      expect(kept.map((product) => now.get(key(product))?.priceCents)).toEqual(
        kept.map(({ priceCents }) => priceCents),
      )
      expect(gone.every(({ origin }) => origin === 'sync')).toBe(true)
      for (const product of ours) expect(now.get(key(product))).toMatchObject(product)
      expect(added.map(key).toSorted()).toEqual(
        ours
          .filter((each) => !old.has(key(each)))
          .map(key)
          .toSorted(),
      )
      expect(gone.map(key).toSorted()).toEqual([...old.keys()].filter((each) => !now.has(each)).toSorted())
      for (const change of changed) expect(change.before).not.toEqual(change.after)
    }),
  )
})

test('the same list again changes nothing', () => {
  fc.assert(
    fc.property(byKey(listed), pair, (list, side) => {
      const { products } = mergeProducts([], list, side)
      expect(mergeProducts(products, list, side)).toEqual({ products, added: [], changed: [], gone: [] })
    }),
  )
})
