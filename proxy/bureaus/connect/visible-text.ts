const named: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  aacute: 'á',
  atilde: 'ã',
  acirc: 'â',
  ccedil: 'ç',
  eacute: 'é',
  ecirc: 'ê',
  iacute: 'í',
  oacute: 'ó',
  otilde: 'õ',
  ocirc: 'ô',
  uacute: 'ú',
}

const character = (whole: string, code: string): string => {
  if (!code.startsWith('#')) return named[code.toLowerCase()] ?? whole
  const point = /^#x/i.test(code) ? Number.parseInt(code.slice(2), 16) : Number.parseInt(code.slice(1), 10)
  return point > 0 && point <= 0x10_ffff ? String.fromCodePoint(point) : whole
}

/**
 * Roughly what a reader of the HTML sees: no tags, comments, styles or scripts; white space folded. For looking something up in a page,
 * never for showing it.
 */
export const visibleText = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?(-->|$)/g, ' ')
    .replace(/<(script|style|title|template|noscript)\b[\s\S]*?(<\/\1\s*>|$)/gi, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(#x?[\da-f]+|[a-z]+);/gi, character)
    .replace(/\s+/g, ' ')
    .trim()

/** For comparing words: lower case, without accents, white space folded. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
