/** A list that stays in order: one item more or less costs a search by halves. */
export interface SortedList<Item> {
  readonly items: readonly Item[]
  /** How many items stand before this one, which need not be in the list. */
  placeOf(item: Item): number
  add(item: Item): void
  /** Takes an item out that stands where its order says. */
  remove(item: Item): void
}

/** @param compare a total order: never 0 for two different items */
export const sortedList = <Item>(
  items: Iterable<Item>,
  compare: (one: Item, other: Item) => number,
): SortedList<Item> => {
  const sorted = [...items].toSorted(compare)
  const placeOf = (item: Item): number => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (compare(sorted[middle]!, item) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    items: sorted,
    placeOf,
    add: (item) => void sorted.splice(placeOf(item), 0, item),
    remove: (item) => {
      const place = placeOf(item)
      if (sorted[place] === item) sorted.splice(place, 1)
    },
  }
}
