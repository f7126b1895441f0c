import {
  documentPattern,
  isDigits,
  isHidden,
  isMask,
  isWholeMask,
  lookAt,
  oneCutAtMost,
} from './document-shapes.ts'
import { documentOf } from './document.ts'
import type { Document } from './document.ts'
import { spellingDoubts } from './doubt.ts'
import type { Doubt } from './doubt.ts'
import { asItStands, traceText, upperAscii } from './normalise-text.ts'

interface Place {
  /** As it stood in the text, and where (UTF-16 units, `end` exclusive). */
  text: string
  start: number
  end: number
}

/** A checked document; with a doubt it needs a person's confirmation first. */
export interface FoundDocument extends Place {
  kind: 'document'
  value: Document
  doubts: Doubt[]
}

/** A document whose digits the page hides (`***.640.258-**`): it is explained, never guessed (case G28). */
export interface HiddenDocument extends Place {
  kind: 'masked'
}

export type Finding = FoundDocument | HiddenDocument

interface FindOptions {
  /** The text comes from a field or column whose label says CPF or CNPJ: bare numbers anywhere in it count. */
  labelled?: boolean
  /** The provider's own CNPJs: they stand on every invoice and are never the customer. */
  own?: readonly Document[]
}

/** A label right before the number; without `\b`, which fails on `cnpj_cpf`. The word "documento" alone is no label. */
const labelBefore = /(?:CPF|CNPJ|TX_?ID)(?: D[AEO] \p{L}+)?[^\p{L}\p{N}]{0,6}(?:N[O°.]*[^\p{L}\p{N}]{0,3})?$/u

/** Long enough for a label with "do beneficiário nº", so that a long text costs no more than its length. */
const labelReach = 48

/** Bare numbers need a label, or a person who highlighted exactly them; with letters only a label will do. */
const isTrusted = (token: string, at: number, text: string): boolean =>
  isMask(token) ||
  (isDigits(token) && token === text.trim()) ||
  labelBefore.test(text.slice(Math.max(0, at - labelReach), at))

const finding = (token: string, { text, start, end }: Place): Finding | null => {
  const isCut = isMask(token) && /\s/.test(token)
  if (isCut && !oneCutAtMost(token)) return null
  const characters = isCut ? token.replace(/\s/g, '') : token
  if (isHidden(characters)) return { kind: 'masked', text, start, end }
  const value = documentOf(characters)
  // A mask that needed no normalising raises no doubt.
  const doubts = value && !(isMask(token) && text === token) ? spellingDoubts(text) : []
  return value && { kind: 'document', value, doubts, text, start, end }
}

const surest = (one: Finding, other: Finding): Finding =>
  one.kind === 'document' && other.kind === 'document' && other.doubts.length < one.doubts.length
    ? other
    : one

/** One finding per document, the one with the fewest doubts. */
const distinct = (findings: Finding[]): Finding[] => {
  if (findings.length < 2) return findings
  const known = new Map<string, Finding>()
  for (const found of findings) {
    const key = found.kind === 'document' ? found.value : found.text
    const earlier = known.get(key)
    known.set(key, earlier ? surest(earlier, found) : found)
  }
  return [...known.values()]
}

/** Most documents of a page stand alone in their cell: nothing has to be looked for. */
const findWhole = (text: string, own: readonly Document[]): Finding[] => {
  const value = documentOf(text)
  return value && !own.includes(value)
    ? [{ kind: 'document', value, doubts: [], text, start: 0, end: text.length }]
    : []
}

/**
 * The documents in a text, in the order of the text, each once (cases G20 to G29).
 * The text is a person's selection or, with `labelled`, the content of a field for CPF or CNPJ. Masked spellings count anywhere;
 * a bare number counts when it is labelled or is the whole text. Numbers inside longer numbers never do.
 * Several findings: let the person choose. None: let the person type it.
 */
export const findDocuments = (
  original: string,
  { labelled = false, own = [] }: FindOptions = {},
): Finding[] => {
  if (isWholeMask(original)) return findWhole(original, own)
  const look = lookAt(original)
  if (look === 'nothing') return []
  const traced = look === 'ordinary' ? asItStands(original) : traceText(original)
  const text = upperAscii(traced.text)
  const findings: Finding[] = []
  // `matchAll` makes a new pattern each time, which costs more than the search in a cell.
  documentPattern.lastIndex = 0
  for (let match = documentPattern.exec(text); match; match = documentPattern.exec(text)) {
    const [token] = match
    const found =
      labelled || isTrusted(token, match.index, text)
        ? finding(token, traced.original(match.index, match.index + token.length))
        : null
    if (found && (found.kind === 'masked' || !own.includes(found.value))) findings.push(found)
  }
  return distinct(findings)
}
