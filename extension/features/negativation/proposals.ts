import type { Storage } from 'webextension-polyfill'
import { AppError } from '../../../shared/errors.ts'
import type { Act, Proposal } from './proposal.ts'

const keyOf = (id: string): string => `proposal:${id}`

/** Proposals in the browser's session memory: gone with the browser, out of reach of content scripts. */
export interface Proposals {
  /** Keeps a proposal and returns its random id. */
  save(proposal: Proposal): Promise<string>
  /** Throws `draft-unknown`. */
  read(id: string): Promise<Proposal>
  /** Notes the act before its first call, so that a reload attaches to it. Throws `draft-unknown`. */
  note(id: string, act: Act | null): Promise<void>
}

export const sessionProposals = (area: Storage.StorageArea, newId: () => string): Proposals => {
  const read = async (id: string): Promise<Proposal> => {
    const stored = (await area.get(keyOf(id)))[keyOf(id)] as Proposal | undefined
    if (!stored) throw new AppError('draft-unknown')
    return stored
  }
  return {
    read,
    save: async (proposal) => {
      const id = newId()
      await area.set({ [keyOf(id)]: proposal })
      return id
    },
    note: async (id, act) => area.set({ [keyOf(id)]: { ...(await read(id)), act } }),
  }
}
