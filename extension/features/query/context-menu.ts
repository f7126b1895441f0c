import type { Menus } from 'webextension-polyfill'

const itemId = 'query-selection'

export interface ContextMenu {
  /** Makes the one item, hidden; for `onInstalled`, since the browser keeps it across restarts (case G64). */
  install(): Promise<void>
  setTitle(title: string): Promise<void>
  /** The pages where the item shows; none hides it. Makes the item where a browser has lost it. */
  setPatterns(patterns: string[]): Promise<void>
  isOurs(info: Menus.OnClickData): boolean
}

interface ContextMenuParts {
  menus: Pick<Menus.Static, 'create' | 'update' | 'removeAll'>
  /** The title before anything is selected. */
  title: () => Promise<string>
}

// Without any pattern a menu item shows everywhere; an enabled list that is empty must mean nowhere.
const where = (patterns: string[]) =>
  patterns.length > 0 ? { visible: true, documentUrlPatterns: patterns } : { visible: false }

/** The menu item on selections. Every change waits for the one before, so that two events at once make one item. */
export const createContextMenu = ({ menus, title }: ContextMenuParts): ContextMenu => {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = (work: () => Promise<unknown>): Promise<void> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn.then(() => undefined)
  }

  const create = async (patterns: string[]): Promise<void> => {
    const item = {
      id: itemId,
      title: await title(),
      contexts: ['selection'] as Menus.ContextType[],
      ...where(patterns),
    }
    await new Promise<void>((resolve) => {
      menus.create(item, () => resolve())
    })
  }

  return {
    install: () =>
      inTurn(async () => {
        await menus.removeAll()
        await create([])
      }),
    // The general title serves as well, should the item be missing.
    setTitle: (title) => inTurn(() => menus.update(itemId, { title }).catch(() => undefined)),
    setPatterns: (patterns) =>
      inTurn(() => menus.update(itemId, where(patterns)).catch(() => create(patterns))),
    isOurs: (info) => info.menuItemId === itemId,
  }
}
