/**
 * The name that the bureau gave for a document, read from the report that a query has kept.
 * INFERRED: a report labels it "Nome", "Nome consultado" or "Razão social"; where none of them stands, no name is known.
 */
import type { Document } from '../../shared/document.ts'
import { folded, visibleText } from '../bureaus/connect/visible-text.ts'
import type { Store } from '../store/store.ts'

const label = /^(?:nome|nome consultado|nome ?\/ ?razao social|razao social)$/
const labelled = /^(?:nome|nome consultado|razão social)\s*:\s*(\S.*)$/i
const hidden = /<(script|style|title|template|noscript)\b[\s\S]*?(<\/\1\s*>|$)/gi

/** The consulted name in a report, or null. */
export const nameInReport = (html: string): string | null => {
  let isNext = false
  // The name stands near the top: the rest of a long report is not looked at.
  for (const between of html.replace(hidden, ' ').split(/<[^<>]*>/)) {
    const piece = visibleText(between)
    if (piece === '') continue
    if (isNext) return piece
    const inside = labelled.exec(piece)?.[1]
    if (inside) return inside.trim()
    isNext = label.test(folded(piece).replace(/\s*:$/, ''))
  }
  return null
}

/** The name in the newest real report about a document that is still kept. A simulated report says nothing about the person (case G56). */
export const consultedName = async (store: Store, document: Document): Promise<string | null> => {
  const queries = await store.query('queries', { document })
  const newest = queries.findLast(
    ({ state, environment, hasAnswer }) => state === 'done' && environment === 'production' && hasAnswer,
  )
  const [answer] = newest ? await store.query('answers', { id: newest.id }) : []
  return answer ? nameInReport(answer.html) : null
}
