/** A queue that gives its smallest item first; putting and taking cost the logarithm of its length. */
export interface Heap<Item> {
  push(item: Item): void
  peek(): Item | undefined
  pop(): Item | undefined
}

export const heap = <Item>(isBefore: (one: Item, other: Item) => boolean): Heap<Item> => {
  const items: Item[] = []
  const before = (one: number, other: number): boolean => isBefore(items[one] as Item, items[other] as Item)
  const swap = (one: number, other: number): void => {
    const kept = items[one] as Item
    items[one] = items[other] as Item
    items[other] = kept
  }
  const rise = (from: number): void => {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1
      if (!before(at, parent)) return
      swap(at, parent)
      at = parent
    }
  }
  const sink = (): void => {
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      const smaller = right < items.length && before(right, left) ? right : left
      if (smaller >= items.length || !before(smaller, at)) return
      swap(smaller, at)
      at = smaller
    }
  }
  return {
    push: (item) => {
      items.push(item)
      rise(items.length - 1)
    },
    peek: () => items[0],
    pop: () => {
      const first = items[0]
      const last = items.pop()
      if (items.length > 0) {
        items[0] = last as Item
        sink()
      }
      return first
    },
  }
}
