/** Characters that screens put in the place of hidden digits (case G28); `_` is an empty field's placeholder and no mask. */
const hidden = '*•●'
const glue = `\\p{L}\\p{N}\\p{M}_@${hidden}`
const leftBorder = `(?<![${glue}.\\/+-]|\\d,)`
/** A full stop that ends a sentence is no glue. */
const rightBorder = `(?![${glue}\\/-]|[.,][\\p{L}\\p{N}])`

/**
 * A mask may be cut by the border of a cell beside a separator (case G29), which the browser's context menu tells as a space;
 * `oneCutAtMost` counts the cuts.
 */
const cut = '(?: ?(?:\\r?\\n|\\t) ?| )?'
const masked = (...parts: string[]): string => parts.join(cut)

const d = `[\\dX${hidden}]`
const c = `[\\dA-Z${hidden}]`

const masks = [
  masked(`${d}{3}`, '\\.', `${d}{3}`, '\\.', `${d}{3}`, '-', `${d}{2}`),
  masked(`${c}{2}`, '\\.', `${c}{3}`, '\\.', `${c}{3}`, '\\/', `${c}{4}`, '-', `${d}{2}`),
].join('|')

const bares = [
  '\\d{3} \\d{3} \\d{3} \\d{2}',
  '\\d{2} \\d{3} \\d{3} \\d{4} \\d{2}',
  `[\\d${hidden}]{14}`,
  `[\\d${hidden}]{11}`,
  // Serial numbers and logins look like an alphanumeric CNPJ.
  '[\\dA-Z]{12}\\d{2}',
].join('|')

/**
 * How a document stands in a text, in every spelling, with its borders. Matched on normalised, upper-case text; a match is
 * a candidate, its check digits are not looked at here. A bare number beside another number is one group of a boleto line, a phone
 * or a card (cases G24, G25).
 */
export const documentPattern = new RegExp(
  `(?=${c})${leftBorder}(?:${masks}|(?<!\\p{N} +)(?:${bares})(?! +\\p{N}))${rightBorder}`,
  'gu',
)

/** A text that is one masked document and shows all of it; an X may hide a character. */
export const isWholeMask = (text: string): boolean =>
  (text.length === 14 || text.length === 18) &&
  /^(?:\d{3}\.\d{3}\.\d{3}-\d{2}|[\dA-WYZ]{2}\.[\dA-WYZ]{3}\.[\dA-WYZ]{3}\/[\dA-WYZ]{4}-\d{2})$/.test(text)

/** Dots, slash and dash: the only spelling that needs no label. */
export const isMask = (token: string): boolean => token.includes('.')

/** Characters alone, or with spaces for separators, and no letter among them. */
export const isDigits = (token: string): boolean => !isMask(token) && !/[A-Z]/.test(token)

/** Digits, hidden ones, and characters of which some become one when they are normalised: simple ranges, because every text is tested. */
const anyDigit = /[\d*•²³¹¼-¾]|[^\0-\u206f]/
/** A text that is shorter than any document holds one only when it is written in characters that stand for several. */
const anyStrange = /[²³¹¼-¾]|[^\0-\u206f]/
const shortest = 11
/** A run that starts here does not become long in any text. */
const never = -(2 ** 30)

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
/** ASCII and the letters of Portuguese, which normalising leaves alone. */
const isOrdinary = (code: number): boolean => code < 127 || (code >= 0xc0 && code <= 0xff)

/**
 * What a text may hold, by counting, at a small part of the cost of a search: nearly all texts of a page hold nothing. A candidate is
 * a long run of digits and letters, not right behind another number; or has two dots and a dash; or two groups of three digits.
 * `strange` texts have to be normalised first.
 */
export const lookAt = (text: string): 'nothing' | 'ordinary' | 'strange' => {
  if (!(text.length < shortest ? anyStrange : anyDigit).test(text)) return 'nothing'
  let run = 0
  let digitsOfRun = 0
  let hasLongRun = false
  let dots = 0
  let dashes = 0
  let groups = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (isDigit(code) || code === 42) {
      run += 1
      digitsOfRun += 1
      if (run >= shortest && digitsOfRun > 1) hasLongRun = true
    } else if (isLetter(code)) run += 1
    else if (isOrdinary(code)) {
      if (code === 32 && digitsOfRun === 3) groups += 1
      else if (code === 46) dots += 1
      else if (code === 45) dashes += 1
      // What follows is one group of a longer number.
      run = code === 32 && isDigit(text.charCodeAt(index - 1)) ? never : 0
      digitsOfRun = 0
    } else return 'strange'
  }
  return hasLongRun || (dots > 1 && dashes > 0) || groups > 1 ? 'ordinary' : 'nothing'
}

export const oneCutAtMost = (token: string): boolean => (token.match(/\s+/g) ?? []).length <= 1

/** In a CPF every X hides a digit. In a CNPJ it may be a letter of the number: only a whole group, or a check digit, is hidden. */
const hiddenByX = [/^.{3}\..*X/, /^X+\./, /^.{2}\..*[./]X+[/-]/, /^.{2}\.[^.]*X{3}\./, /^.{2}\..*-.?X/]

/** True when the token is a document with hidden characters (case G28); `XXX.XXX.XXX-XX`, which shows none, is the hint of a field. */
export const isHidden = (token: string): boolean => {
  if (!/[*•●X]/.test(token)) return false
  const masked = token.includes('.')
  if (/[*•●]/.test(token)) return masked || /\d/.test(token)
  return /\d/.test(token) && hiddenByX.some((pattern) => pattern.test(token))
}
