import type { Integration, Product } from '../../shared/api.ts'
import type { Document } from '../../shared/document.ts'
import { personType } from '../../shared/document.ts'

/** The query products of an integration that serve this kind of person; all of them while no document is known. */
export const productsFor = (integration: Integration | undefined, document: Document | null): Product[] =>
  (integration?.products ?? []).filter(
    ({ kind, persons }) => kind === 'query' && (!document || persons.includes(personType(document))),
  )

/** The integrations that can query at all: credentials saved and at least one product. */
export const readyIntegrations = (integrations: readonly Integration[]): Integration[] =>
  integrations.filter((one) => one.query.savedAt !== null && productsFor(one, null).length > 0)

/** The item with that key, or the first one: a choice that no longer fits never stays. */
export const chosenOr = <Item>(
  items: readonly Item[],
  key: (item: Item) => string,
  chosen: string,
): Item | undefined => items.find((item) => key(item) === chosen) ?? items[0]
