/** A word of the report where it is seen. CSS pixels from its top left. */
export interface Word {
  text: string
  left: number
  top: number
  width: number
  height: number
  /** Font size, CSS pixels. */
  size: number
}

/** Characters without a picture: soft hyphen, zero-width spaces and joiners, direction marks, byte order mark. */
const unseen = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g

const transformed = (text: string, transform: string): string => {
  if (transform === 'uppercase') return text.toUpperCase()
  if (transform === 'lowercase') return text.toLowerCase()
  if (transform === 'capitalize') return text.replace(/^\P{L}*\p{L}/u, (start) => start.toUpperCase())
  return text
}

/** One piece per line that the characters from `start` to `end` stand on: a long word may be broken. */
const pieces = (range: Range, node: Text, start: number, end: number): { text: string; rect: DOMRect }[] => {
  range.setStart(node, start)
  range.setEnd(node, end)
  const rects = [...range.getClientRects()].filter(({ width }) => width > 0)
  const [first] = rects
  if (!first) return []
  if (rects.every(({ top }) => Math.abs(top - first.top) < 1))
    return [{ text: node.data.slice(start, end), rect: range.getBoundingClientRect() }]
  let middle = start + 1
  for (; middle < end; middle += 1) {
    range.setStart(node, middle)
    range.setEnd(node, middle + 1)
    if (range.getBoundingClientRect().top - first.top >= 1) break
  }
  return middle >= end
    ? [{ text: node.data.slice(start, end), rect: first }]
    : [...pieces(range, node, start, middle), ...pieces(range, node, middle, end)]
}

const isSeen = (style: CSSStyleDeclaration): boolean => style.visibility === 'visible'

/** Every visible word of a laid-out document at scroll 0, in document order, as it is read on the screen. */
export const collectWords = (document: Document): Word[] => {
  const view = document.defaultView
  if (!view) return []
  const words: Word[] = []
  const range = document.createRange()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!parent || parent.localName === 'style' || !/\S/.test(node.nodeValue ?? '')) continue
    const style = view.getComputedStyle(parent)
    if (!isSeen(style)) continue
    const size = Number.parseFloat(style.fontSize)
    for (const { 0: match, index } of (node.nodeValue ?? '').matchAll(/\S+/g)) {
      for (const { text, rect } of pieces(range, node as Text, index, index + match.length)) {
        const seen = transformed(text.replace(unseen, '').normalize('NFC'), style.textTransform)
        const { left, top, width, height } = rect
        if (seen !== '' && height > 0) words.push({ text: seen, left, top, width, height, size })
      }
    }
  }
  return words
}
