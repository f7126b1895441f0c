import type { BatchItem } from '../../../shared/api.ts'
import type { AppError } from '../../../shared/errors.ts'
import { asAppError } from '../../../shared/errors.ts'
import type { ItemPage } from './read-items.ts'
import { itemPageSize } from './read-items.ts'

/** The debts of a batch as far as they are read. */
export interface HeldItems {
  /** Names what they are of. */
  of: string
  /** Null until the first page is read. */
  total: number | null
  pages: ReadonlyMap<number, readonly BatchItem[]>
  /** Why the last reading failed; what was read before stays. */
  error: AppError | null
}

/** What is to be read now. */
export interface ItemWish {
  of: string
  /** Whatever was read of another version is old. */
  version: string
  /** Pages that are in sight. */
  pages: readonly number[]
  read: (from: number) => Promise<ItemPage>
}

export const noItems = (of: string): HeldItems => ({ of, total: null, pages: new Map(), error: null })

/**
 * Reads the pages in sight, one at a time, and again when the version changes. Pages out of sight stay as they were until they come
 * into sight. Tells after each page; what was read for something else is dropped. A wish after a failure tries again.
 */
export const itemReader = (tell: (items: HeldItems) => void): ((wish: ItemWish) => void) => {
  let wish: ItemWish | null = null
  let held = noItems('')
  let versions = new Map<number, string>()
  let isReading = false

  const readPage = async ({ of, version, read }: ItemWish, page: number): Promise<boolean> => {
    try {
      const { items, total } = await read(page * itemPageSize)
      if (wish?.of !== of) return true
      versions.set(page, version)
      held = { of, total, pages: new Map([...held.pages, [page, items]]), error: null }
    } catch (thrown) {
      if (wish?.of !== of) return true
      held = { ...held, error: asAppError(thrown) }
    }
    tell(held)
    return held.error === null
  }
  /** What is to be read next, or null. */
  const oldPage = (): [ItemWish, number] | null => {
    const now = wish
    const page = now?.pages.find((one) => versions.get(one) !== now.version)
    return now && page !== undefined ? [now, page] : null
  }
  const readAll = async () => {
    isReading = true
    for (let next = oldPage(); next && (await readPage(...next));) next = oldPage()
    isReading = false
  }

  return (next) => {
    if (next.of !== held.of) {
      held = noItems(next.of)
      versions = new Map()
    }
    wish = next
    if (!isReading) void readAll()
  }
}
