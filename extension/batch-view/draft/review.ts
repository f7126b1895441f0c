import type { Storage } from 'webextension-polyfill'
import type { EligibilityCode, OperationInput } from '../../../shared/api.ts'

/** A press of the confirming button, with everything that it says. */
export type ConfirmAct = Omit<OperationInput<'batchConfirm'>, 'id'>

/** What a person has chosen and typed about one batch. */
export interface Review {
  accepted: readonly EligibilityCode[]
  written: string
  typed: string
  /** The confirmation is open, not the simulation. */
  isConfirming: boolean
  /** Noted before its first call, so that a reload or a lost answer leads to the same act (cases G43, G58). */
  act: ConfirmAct | null
}

/** Nothing is accepted before a person does it. */
export const untouched: Review = { accepted: [], written: '', typed: '', isConfirming: false, act: null }

/** Reviews in the browser's session memory: a popup that closes loses none (case G67), the browser's end takes them all. */
export interface Reviews {
  read(id: string): Promise<Review>
  keep(id: string, review: Review): Promise<void>
  drop(id: string): Promise<void>
}

const keyOf = (id: string): string => `batch-review:${id}`

export const sessionReviews = (area: Storage.StorageArea): Reviews => ({
  read: async (id) => ({ ...untouched, ...((await area.get(keyOf(id)))[keyOf(id)] as Partial<Review>) }),
  keep: (id, review) => area.set({ [keyOf(id)]: review }),
  drop: (id) => area.remove(keyOf(id)),
})

/** The accepted warnings in one order, so that the same choice is the same text. */
export const acceptedKey = (accepted: readonly EligibilityCode[]): string => accepted.toSorted().join(' ')

/** The same content, pressed again, is the same act and keeps its key; anything else is a new one. */
export const actWith = (
  content: Omit<ConfirmAct, 'key'>,
  noted: ConfirmAct | null,
  newKey: () => string,
): ConfirmAct => {
  const isSame =
    noted !== null &&
    noted.seal === content.seal &&
    noted.people === content.people &&
    noted.written === content.written &&
    acceptedKey(noted.accepted) === acceptedKey(content.accepted)
  return { ...content, key: isSame ? noted.key : newKey() }
}
