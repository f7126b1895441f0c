import type { CredentialPair, OperationParsed, Product, SyncResult } from '../../shared/api.ts'
import { credentialPairs } from '../../shared/api.ts'
import { errorBody } from '../../shared/error-body.ts'
import { AppError, asAppError } from '../../shared/errors.ts'
import { pairName } from '../bureaus/connect/pair-name.ts'
import type { ListedProduct } from '../bureaus/bureau.ts'
import type { IntegrationRecord } from '../store/records.ts'
import { readCredentials } from './credentials.ts'
import type { MergedProducts } from './merge-products.ts'
import { mergeProducts } from './merge-products.ts'
import type { PairsDeps } from './pairs.ts'
import { noteFailure } from './pairs.ts'
import { integrationView } from './registry.ts'

type Listing = { pair: CredentialPair } & ({ listed: ListedProduct[] } | { error: AppError })

const list = async ({ vault, bureau }: PairsDeps, id: string, pair: CredentialPair): Promise<Listing> => {
  try {
    return { pair, listed: await bureau.listProducts(pair, await readCredentials(vault, id, pair)) }
  } catch (thrown) {
    return { pair, error: asAppError(thrown) }
  }
}

const mergeAll = (before: readonly Product[], listings: readonly Listing[]): MergedProducts => {
  let merged: MergedProducts = { products: [...before], added: [], changed: [], gone: [] }
  for (const listing of listings) {
    if (!('listed' in listing)) continue
    const next = mergeProducts(merged.products, listing.listed, listing.pair)
    merged = {
      products: next.products,
      added: [...merged.added, ...next.added],
      changed: [...merged.changed, ...next.changed],
      gone: [...merged.gone, ...next.gone],
    }
  }
  return merged
}

/**
 * Reads the product list of every pair that has credentials. A pair whose list cannot be read keeps its products, and its refusal is
 * shown beside the pair: a wrong `senha_pefin` must not keep the queries from working.
 * @throws the first failure when no list could be read, `credentials-missing` without any pair
 */
export const syncProducts = async (deps: PairsDeps, id: string): Promise<SyncResult> => {
  const { registry, clock } = deps
  const record = await registry.get(id)
  const pairs = credentialPairs.filter((pair) => record[pair].savedAt !== null)
  if (pairs.length === 0) throw new AppError('credentials-missing', { params: { pair: pairName.query } })

  const listings: Listing[] = []
  for (const pair of pairs) listings.push(await list(deps, id, pair))
  const failures = listings.flatMap((listing) => ('error' in listing ? [listing] : []))
  for (const { pair, error } of failures)
    if (error.code === 'connect-credentials-refused') await noteFailure(deps, record, pair, error)
  if (failures[0] && failures.length === listings.length) throw failures[0].error

  let merged = mergeAll(record.products, listings)
  const saved = await registry.change(id, (before) => {
    merged = mergeAll(before.products, listings)
    return { ...before, products: merged.products, syncedAt: new Date(clock()).toISOString() }
  })
  const { added, changed, gone } = merged
  const failed = failures.map(({ pair, error }) => ({ pair, error: errorBody(error) }))
  return { integration: integrationView(saved), added, changed, gone, failed }
}

type Saved = OperationParsed<'productSave'>

const priced = (known: Product | undefined, { code, name, kind, persons, priceCents }: Saved): Product => {
  if (known?.origin === 'sync') return { ...known, priceCents }
  // What nobody but Connect can name is not typed by hand: an inclusion without its product would look possible.
  if (kind !== 'query') throw new AppError('product-unknown', { params: { product: code } })
  return { code, name, kind, persons, reasons: [], priceCents, origin: 'manual' }
}

/**
 * Adds a query product by hand, or sets the price of a known one; what Connect says about its own product is not overwritten.
 * @throws `product-unknown` for an inclusion product that Connect did not list
 */
export const saveProduct = ({ registry }: PairsDeps, input: Saved): Promise<IntegrationRecord> =>
  registry.change(input.id, (before) => {
    const known = before.products.find(({ kind, code }) => kind === input.kind && code === input.code)
    const next = priced(known, input)
    const products = known
      ? before.products.map((product) => (product === known ? next : product))
      : [...before.products, next]
    return { ...before, products }
  })
