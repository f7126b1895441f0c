/** What a key asks of the table. */
export type GridAct =
  | { act: 'move'; to: number; isRange: boolean }
  | { act: 'toggle' }
  | { act: 'flip' }
  | { act: 'open' }
  | { act: 'close' }
  | { act: 'all' }

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

interface Place {
  /** The line with the focus. */
  at: number
  count: number
  /** Lines that are seen at once. */
  page: number
}

const target = (key: string, { at, count, page }: Place): number | null => {
  if (key === 'ArrowDown') return at + 1
  if (key === 'ArrowUp') return at - 1
  if (key === 'PageDown') return at + page
  if (key === 'PageUp') return at - page
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

const acts: Record<string, GridAct> = {
  ' ': { act: 'toggle' },
  Enter: { act: 'flip' },
  ArrowRight: { act: 'open' },
  ArrowLeft: { act: 'close' },
}

/** The meaning of a key in the table, or null when it has none there. */
export const gridAct = (event: Key, place: Place): GridAct | null => {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event
  if (altKey) return null
  if (ctrlKey || metaKey) return key === 'a' || key === 'A' ? { act: 'all' } : null
  const to = target(key, place)
  if (to === null) return acts[key] ?? null
  return { act: 'move', to: Math.max(0, Math.min(to, place.count - 1)), isRange: shiftKey }
}
