interface Identified {
  id: string
}

/** The list with `item` in the place of the one with its id, or at the end. */
export const putById = <Item extends Identified>(list: readonly Item[], item: Item): Item[] =>
  list.some((known) => known.id === item.id)
    ? list.map((known) => (known.id === item.id ? item : known))
    : [...list, item]

/** The list without the item of that id. */
export const dropById = <Item extends Identified>(list: readonly Item[], id: string): Item[] =>
  list.filter((known) => known.id !== id)
