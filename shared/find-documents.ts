import { documentShapes, isHidden, oneCutAtMost } from './document-shapes.ts'
import type { DocumentShape } from './document-shapes.ts'
import { parseDocument } from './document.ts'
import type { Document } from './document.ts'
import { spellingDoubts } from './doubt.ts'
import type { Doubt } from './doubt.ts'
import { traceText, upperAscii } from './normalise-text.ts'

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

interface Candidate extends Place {
  token: string
  shape: DocumentShape
  labelled: boolean
  whole: boolean
}

/** A label right before the number; without `\b`, which fails on `cnpj_cpf`. The word "documento" alone is no label. */
const labelBefore = /(?:CPF|CNPJ|TX_?ID)(?: D[AEO] \p{L}+)?[^\p{L}\p{N}]{0,6}(?:N[O°.]*[^\p{L}\p{N}]{0,3})?$/u

/** Long enough for a label with "do beneficiário nº", so that a long text costs no more than its length. */
const labelReach = 48

const candidates = (original: string): Candidate[] => {
  const traced = traceText(original)
  const text = upperAscii(traced.text)
  const trimmed = text.trim()
  return documentShapes.flatMap((shape) =>
    [...text.matchAll(shape.pattern)].map(({ 0: token, index }) => ({
      ...traced.original(index, index + token.length),
      token,
      shape,
      labelled: labelBefore.test(text.slice(Math.max(0, index - labelReach), index)),
      whole: token === trimmed,
    })),
  )
}

/** Bare numbers need a label, or a person who highlighted exactly them; with letters only a label will do. */
const isTrusted = ({ shape, labelled, whole }: Candidate): boolean =>
  shape.spelling === 'mask' || labelled || (whole && shape.spelling === 'bare')

const finding = ({ token, shape, text, start, end }: Candidate): Finding | null => {
  const isMask = shape.spelling === 'mask'
  if (isMask && !oneCutAtMost(token)) return null
  const characters = isMask ? token.replace(/\s/g, '') : token
  if (isHidden(characters)) return { kind: 'masked', text, start, end }
  const value = parseDocument(characters)
  return value && { kind: 'document', value, doubts: spellingDoubts(text), text, start, end }
}

const surest = (one: Finding, other: Finding): Finding =>
  one.kind === 'document' && other.kind === 'document' && other.doubts.length < one.doubts.length
    ? other
    : one

/** One finding per document, the one with the fewest doubts. */
const distinct = (findings: Finding[]): Finding[] => {
  const known = new Map<string, Finding>()
  for (const found of findings) {
    const key = found.kind === 'document' ? found.value : found.text
    const earlier = known.get(key)
    known.set(key, earlier ? surest(earlier, found) : found)
  }
  return [...known.values()]
}

/**
 * The documents in a text, in the order of the text, each once (cases G20 to G29).
 * The text is a person's selection or, with `labelled`, the content of a field for CPF or CNPJ. Masked spellings count anywhere;
 * a bare number counts when it is labelled or is the whole text. Numbers inside longer numbers never do.
 * Several findings: let the person choose. None: let the person type it.
 */
export const findDocuments = (text: string, { labelled = false, own = [] }: FindOptions = {}): Finding[] =>
  distinct(
    candidates(text)
      .filter((candidate) => labelled || isTrusted(candidate))
      .map(finding)
      .filter((found) => found !== null)
      .filter((found) => found.kind === 'masked' || !own.includes(found.value))
      .toSorted((one, other) => one.start - other.start),
  )
