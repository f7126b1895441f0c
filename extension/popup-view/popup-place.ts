import type { Storage } from 'webextension-polyfill'

/** What the popup shows: the day, or the batch page. */
export type PopupPlace = 'home' | 'batch'

const key = 'popup-place'

/** Where the popup stood when it closed: it closes at every click beside it, and nobody decided to leave (case G67). */
export const readPopupPlace = async (area: Pick<Storage.StorageArea, 'get'>): Promise<PopupPlace> => {
  const { [key]: stored } = await area.get(key).catch((): Record<string, unknown> => ({}))
  return stored === 'batch' ? 'batch' : 'home'
}

export const keepPopupPlace = (area: Pick<Storage.StorageArea, 'set'>, place: PopupPlace): Promise<void> =>
  area.set({ [key]: place })
