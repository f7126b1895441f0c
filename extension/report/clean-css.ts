/** A `data:` image below this size stays; 1 MB of base64 is a logo twenty times over. */
export const largestImage = 1_000_000

/** Raster and vector pictures only; an SVG used as an image runs no script and loads nothing. */
const keptImage = /^data:image\/(?:png|jpe?g|gif|webp|bmp|svg\+xml)[;,]/i

/** Whether an address is an image that carries its own bytes and is not too large. */
export const isOwnImage = (address: string): boolean =>
  address.length <= largestImage && keptImage.test(address.trim())

/** What a style sheet loses: how many addresses it would have loaded. */
export interface CleanCss {
  css: string
  removed: number
}

/** `\75rl(` and `u\rl(` mean `url(` to a browser: letters lose their escape before anything is looked for. */
const withoutEscapedLetters = (css: string): string =>
  css
    .replace(/\\([0-9a-f]{1,6})[ \t\r\n\f]?/gi, (whole, hex: string) => {
      const letter = String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff))
      return /[a-z@:(-]/i.test(letter) ? letter : whole
    })
    .replace(/\\([g-z])/gi, '$1')

const importRule = /@import\b[^;{}]*(?:;|$)/gi
const address = /\burl\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)/gi
/** Functions that take an address as a plain string. */
const stringAddress =
  /(?:-webkit-)?\b(?:image-set|cross-fade|image|src|element)\([^;{}]*?\)(?=\s*(?:[;,}!]|$))/gi
/** Old browsers ran these; they are inert today and go all the same. */
const scripted = /(?:\bexpression\s*\(|-moz-binding\s*:|\bbehaviou?r\s*:)/gi

/**
 * A style sheet or style attribute that loads nothing: no `@import`, no `url()` but own images and `#fragments`, no
 * scripted value. `position: fixed` becomes `static`: on paper it would come back on every page and cover it.
 */
export const cleanCss = (source: string): CleanCss => {
  let removed = 0
  const gone = (replacement: string) => () => {
    removed += 1
    return replacement
  }
  const css = withoutEscapedLetters(source.replace(/<!--|-->/g, ''))
    .replace(importRule, gone(''))
    .replace(address, (whole, double?: string, single?: string, bare?: string) => {
      const target = (double ?? single ?? bare ?? '').trim()
      return target.startsWith('#') || isOwnImage(target) ? whole : gone('none')()
    })
    .replace(stringAddress, gone('none'))
    .replace(scripted, gone('-omitted:'))
    .replace(/position\s*:\s*(?:fixed|-webkit-sticky|sticky)/gi, 'position:static')
    .replaceAll('<', '')
  return { css, removed }
}
