import type { Storage } from 'webextension-polyfill'
import { z } from 'zod'

const place = 'batch-draft-key'
const noted = z.object({ key: z.uuid(), of: z.string() })

export interface DraftKeys {
  /** The key under which exactly this is drafted; the same as before when the answer to it never came (case G58). */
  keyOf: (content: unknown) => Promise<string>
  /** The draft was made: the next one, even of the same debts, reads everybody anew. */
  forget: () => Promise<void>
}

const digest = async (content: unknown): Promise<string> => {
  const bytes = new TextEncoder().encode(JSON.stringify(content))
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Keys of drafts, noted in the browser's session memory before anything leaves, so that a repetition is the same draft. */
export const draftKeys = (area: Storage.StorageArea, newKey: () => string): DraftKeys => ({
  keyOf: async (content) => {
    const of = await digest(content)
    const known = noted.safeParse((await area.get(place))[place])
    if (known.success && known.data.of === of) return known.data.key
    const key = newKey()
    await area.set({ [place]: { key, of } })
    return key
  },
  forget: () => area.remove(place),
})
