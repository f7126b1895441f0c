import type { Storage } from 'webextension-polyfill'
import { AppError } from '../../../shared/errors.ts'
import type { Draft } from './draft.ts'

const keyOf = (id: string): string => `draft:${id}`

/** Drafts in the browser's session memory: gone with the browser, out of reach of content scripts, never in an address. */
export interface Drafts {
  /** Keeps a draft and returns its random id. */
  save(draft: Draft): Promise<string>
  /** Throws `draft-unknown`. */
  read(id: string): Promise<Draft>
  /** Notes the running query, so that a reload of the tab attaches to it. Throws `draft-unknown`. */
  attach(id: string, queryId: string): Promise<Draft>
  /** True once per draft that was opened for the PDF of that query; throws `draft-unknown`. */
  claimPdf(id: string, queryId: string): Promise<boolean>
}

export const sessionDrafts = (area: Storage.StorageArea, newId: () => string): Drafts => {
  const read = async (id: string): Promise<Draft> => {
    const stored = (await area.get(keyOf(id)))[keyOf(id)] as Draft | undefined
    if (!stored) throw new AppError('draft-unknown')
    return stored
  }
  return {
    read,
    save: async (draft) => {
      const id = newId()
      await area.set({ [keyOf(id)]: draft })
      return id
    },
    attach: async (id, queryId) => {
      const { pdf, ...draft } = await read(id)
      // Another query than the one whose PDF was wanted.
      const attached = { ...draft, queryId, ...(pdf && queryId === draft.queryId && { pdf }) }
      await area.set({ [keyOf(id)]: attached })
      return attached
    },
    claimPdf: async (id, queryId) => {
      const draft = await read(id)
      if (draft.pdf !== 'wanted' || draft.queryId !== queryId) return false
      await area.set({ [keyOf(id)]: { ...draft, pdf: 'begun' } satisfies Draft })
      return true
    },
  }
}
