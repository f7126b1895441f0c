import type { Storage } from 'webextension-polyfill'

const key = 'selection'

interface Selection {
  tabId: number | undefined
  text: string
}

/**
 * The selection that a content script told last, in session memory: the browser's own text of a click is empty for some
 * inputs (case G29), and the worker may have slept since.
 */
export interface LastSelection {
  note(selection: Selection): Promise<void>
  of(tabId: number | undefined): Promise<string>
}

export const lastSelection = (area: Storage.StorageArea): LastSelection => ({
  note: (selection) => area.set({ [key]: selection }),
  of: async (tabId) => {
    const stored = (await area.get(key))[key] as Selection | undefined
    return stored && stored.tabId === tabId ? stored.text : ''
  },
})
