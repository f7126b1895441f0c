/**
 * How a document stands in a text: the shape of each spelling with its borders. Matched on normalised,
 * upper-case text; a match is a candidate, its check digits are not looked at here.
 */
export interface DocumentShape {
  pattern: RegExp
  /** `mask`: dots, slash and dash, the only spelling that needs no label. `bare`: characters alone, or spaces for separators. */
  spelling: 'mask' | 'bare' | 'bare-letters'
}

/** Characters that screens put in the place of hidden digits (case G28); `_` is an empty field's placeholder and no mask. */
const hidden = '*•●'
const glue = `\\p{L}\\p{N}\\p{M}_@${hidden}`
const leftBorder = `(?<![${glue}.\\/+-]|\\d,)`
/** A full stop that ends a sentence is no glue. */
const rightBorder = `(?![${glue}\\/-]|[.,][\\p{L}\\p{N}])`
/** A bare number beside another number is one group of a boleto line, a phone or a card (cases G24, G25). */
const alone = (body: string): string => `(?=[\\dA-Z${hidden}])(?<!\\p{N} +)${body}(?! +\\p{N})`

const shape = (spelling: DocumentShape['spelling'], body: string): DocumentShape => ({
  pattern: new RegExp(`${leftBorder}${spelling === 'mask' ? body : alone(body)}${rightBorder}`, 'gu'),
  spelling,
})

/**
 * A mask may be cut by the border of a cell beside a separator (case G29), which the browser's context menu tells as a space;
 * `oneCutAtMost` counts the cuts.
 */
const cut = '(?: ?(?:\\r?\\n|\\t) ?| )?'
const masked = (...parts: string[]): string => parts.join(cut)

const d = `[\\dX${hidden}]`
const c = `[\\dA-Z${hidden}]`

export const documentShapes: readonly DocumentShape[] = [
  shape('mask', masked(`${d}{3}`, '\\.', `${d}{3}`, '\\.', `${d}{3}`, '-', `${d}{2}`)),
  shape('mask', masked(`${c}{2}`, '\\.', `${c}{3}`, '\\.', `${c}{3}`, '\\/', `${c}{4}`, '-', `${d}{2}`)),
  shape('bare', '\\d{3} \\d{3} \\d{3} \\d{2}'),
  shape('bare', '\\d{2} \\d{3} \\d{3} \\d{4} \\d{2}'),
  shape('bare', `[\\d${hidden}]{11}`),
  shape('bare', `[\\d${hidden}]{14}`),
  // Serial numbers and logins look like an alphanumeric CNPJ.
  shape('bare-letters', '(?=\\d*[A-Z])[\\dA-Z]{12}\\d{2}'),
]

export const oneCutAtMost = (token: string): boolean => (token.match(/\s+/g) ?? []).length <= 1

/** In a CPF every X hides a digit. In a CNPJ it may be a letter of the number: only a whole group, or a check digit, is hidden. */
const hiddenByX = [/^.{3}\..*X/, /^X+\./, /^.{2}\..*[./]X+[/-]/, /^.{2}\.[^.]*X{3}\./, /^.{2}\..*-.?X/]

/** True when the token is a document with hidden characters (case G28); `XXX.XXX.XXX-XX`, which shows none, is the hint of a field. */
export const isHidden = (token: string): boolean => {
  const masked = token.includes('.')
  if (/[*•●]/.test(token)) return masked || /\d/.test(token)
  return /\d/.test(token) && hiddenByX.some((pattern) => pattern.test(token))
}
