/**
 * The bureau's HTML is untrusted (G15, attack 29). It is cleaned with DOMPurify, gets a policy that loads nothing, and is
 * shown only in a frame without scripts: three walls, because each of them has fallen somewhere before.
 * Facts stay: the visible text is the same before and after (G19).
 */
import createPurifier from 'dompurify'
import { texts as allTexts } from '../../shared/locales/texts.ts'
import { addCleaningHooks } from './cleaning-hooks.ts'
import { nothingOmitted, type Omitted } from './omitted.ts'
import type { PlaceholderTexts } from './placeholder.ts'
import { isQuirks, reportDocument } from './report-document.ts'

/** Presentation of twenty years ago that DOMPurify does not know. */
const oldAttributes = 'text bordercolor hspace vspace frame rules char charoff axis'.split(' ')
const forbiddenTags = 'template form input image feimage video audio track source canvas use'.split(' ')
/** Removed with everything inside, since a browser shows none of it. */
const silentTags =
  'script style noscript noembed noframes template iframe object audio video canvas title xmp plaintext math desc foreignobject annotation-xml'.split(
    ' ',
  )

export interface CleanedReport {
  /** A whole document for `srcdoc`. */
  html: string
  omitted: Omitted
}

/**
 * A report that can be shown.
 * @param html the answer as it came, already decoded to text: a whole document or a fragment
 * @param texts the words that stand in place of what is left out; Portuguese unless told
 */
export const cleanReport = (html: string, texts: PlaceholderTexts = allTexts('pt-BR').pdf): CleanedReport => {
  const omitted = nothingOmitted()
  // An instance of its own, so that its hooks touch nobody else.
  const purify = createPurifier(window)
  addCleaningHooks(purify, omitted, texts)
  const cleaned = purify.sanitize(html, {
    WHOLE_DOCUMENT: true,
    USE_PROFILES: { html: true, svg: true, svgFilters: true },
    ADD_ATTR: oldAttributes,
    FORBID_TAGS: forbiddenTags,
    FORBID_CONTENTS: silentTags,
    ALLOW_UNKNOWN_PROTOCOLS: false,
    SANITIZE_DOM: true,
  })
  const inner = cleaned.replace(/^[\s\S]*?<html\b[^>]*>/i, '').replace(/<\/html>\s*$/i, '')
  return { html: reportDocument(inner, isQuirks(html)), omitted }
}
