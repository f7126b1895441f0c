import type { CredentialPair, Product, SyncResult } from '../../shared/api.ts'
import type { ListedProduct } from '../bureaus/bureau.ts'

export interface MergedProducts extends Pick<SyncResult, 'added' | 'changed' | 'gone'> {
  products: Product[]
}

const keyOf = ({ kind, code }: Pick<Product, 'kind' | 'code'>): string => `${kind} ${code}`

/** Which pair's list a product comes from: the query pair lists what can be asked, the PEFIN pair the rest. */
export const pairOf = ({ kind }: Pick<Product, 'kind'>): CredentialPair =>
  kind === 'query' ? 'query' : 'pefin'

const sameToConnect = (a: Product, b: Product): boolean =>
  a.name === b.name &&
  a.persons.join() === b.persons.join() &&
  JSON.stringify(a.reasons) === JSON.stringify(b.reasons)

/**
 * The products after a synchronisation of one pair's list, and what it changed. Products of the other pair stay. The administrator's
 * prices and the products typed by hand survive; a hand-typed one that Connect now lists becomes Connect's, with its price.
 */
export const mergeProducts = (
  before: readonly Product[],
  listed: readonly ListedProduct[],
  pair: CredentialPair,
): MergedProducts => {
  const known = new Map(before.map((product) => [keyOf(product), product]))
  const ours = new Map(
    listed.filter((product) => pairOf(product) === pair).map((each) => [keyOf(each), each]),
  )
  const now = [...ours.values()].map((product): Product => ({
    ...product,
    priceCents: known.get(keyOf(product))?.priceCents ?? null,
    origin: 'sync',
  }))
  const isGone = (product: Product): boolean =>
    pairOf(product) === pair && product.origin === 'sync' && !ours.has(keyOf(product))
  const stays = before.filter((product) => !ours.has(keyOf(product)) && !isGone(product))
  return {
    products: [...stays, ...now].toSorted((a, b) => a.name.localeCompare(b.name, 'pt-BR')),
    added: now.filter((product) => !known.has(keyOf(product))),
    changed: now.flatMap((after) => {
      const old = known.get(keyOf(after))
      return old && !sameToConnect(old, after) ? [{ before: old, after }] : []
    }),
    gone: before.filter(isGone),
  }
}
