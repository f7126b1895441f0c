/**
 * Finds items by a key, fast enough for a provider with a hundred thousand customers. Items that came or went are noticed, and a key
 * that was changed in place is looked up anew.
 */
export const lookup = <Item>(items: readonly Item[], keyOf: (item: Item) => string) => {
  let found = new Map<string, Item[]>()
  let size = -1
  let last: Item | undefined

  const build = (): void => {
    found = new Map()
    for (const item of items) {
      const known = found.get(keyOf(item))
      if (known) known.push(item)
      else found.set(keyOf(item), [item])
    }
    size = items.length
    last = items.at(-1)
  }

  /** In the order of the items. */
  return (key: string): readonly Item[] => {
    if (items.length !== size || items.at(-1) !== last) build()
    const known = found.get(key)
    if (known?.every((item) => keyOf(item) === key)) return known
    build()
    return found.get(key) ?? []
  }
}
