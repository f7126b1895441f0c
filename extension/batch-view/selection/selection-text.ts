import { z } from 'zod'
import type { Chosen } from './select.ts'

const entries = z.array(z.tuple([z.string(), z.array(z.string()).min(1)]))

/** Chosen invoices as they are kept: one text is handed over to the browser far faster than ten thousand objects. */
export const selectionText = (chosen: Chosen): string => JSON.stringify([...chosen])

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What was kept; nothing, when it is not understood. */
export const readSelectionText = (text: string): Chosen => {
  const read = entries.safeParse(parsed(text))
  return new Map(read.success ? read.data : [])
}
