/** Numbers that look random and are the same for the same seed. */
export interface Dice {
  /** An integer from 0 to `sides - 1`. */
  roll: (sides: number) => number
  pick: <Item>(items: readonly Item[]) => Item
}

/** mulberry32: small, and equal on every machine. */
export const dice = (seed: number): Dice => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const roll = (sides: number): number => Math.floor(next() * sides)
  return { roll, pick: (items) => items[roll(items.length)]! }
}
