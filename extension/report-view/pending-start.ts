import browser from 'webextension-polyfill'
import type { OperationInput } from '../../shared/api.ts'

export type StartInput = OperationInput<'queryStart'>

/**
 * The request of a query whose answer has not come yet, kept in the browser's session memory before the first call: whatever
 * happens to the message or the page, the same key can be asked again and is never a second query (case G58).
 */
const place = (draftId: string): string => `pending-start:${draftId}`

export const keepPendingStart = async (draftId: string, input: StartInput): Promise<void> => {
  await browser.storage.session.set({ [place(draftId)]: input })
}

export const readPendingStart = async (draftId: string): Promise<StartInput | null> => {
  const found = await browser.storage.session.get(place(draftId))
  return (found[place(draftId)] as StartInput | undefined) ?? null
}

export const dropPendingStart = async (draftId: string): Promise<void> => {
  await browser.storage.session.remove(place(draftId))
}
