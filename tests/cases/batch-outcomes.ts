import type { BatchWorld } from '../properties/batch-world.ts'

/** Where each item is, in the order of the selection, with the code of its problem where it has one. */
export const verdictsOfAll = async (
  { book, states }: Pick<BatchWorld, 'book' | 'states'>,
  batchId: string,
): Promise<string[]> => {
  const live = await states.of(batchId)
  const items = await book.items(batchId)
  return items.map(({ position, end }) =>
    [live.stateAt(position), end?.problem?.code].filter(Boolean).join(' '),
  )
}
