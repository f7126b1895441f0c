import type { Box, Line } from './choose-cuts.ts'

const pictures = 'img, svg, canvas, hr, button, progress, meter'

const isBlock = (style: CSSStyleDeclaration): boolean =>
  style.display !== 'contents' && !style.display.startsWith('inline') && style.display !== 'none'

/** The blocks inside `element`, seen through inline wrappers: `<font><table>` is usual in old reports. */
const blockChildren = (element: Element, view: Window): Box[] =>
  [...element.children].flatMap((child) => {
    const style = view.getComputedStyle(child)
    if (style.display === 'none') return []
    if (child.namespaceURI?.endsWith('/svg')) return []
    if (!isBlock(style)) return blockChildren(child, view)
    const box = measureBox(child, style, view)
    return box ? [box] : []
  })

/** The first row of a table names what follows, whether or not its cells are `<th>`. */
const isHeadRow = (element: Element): boolean =>
  element.localName === 'tr' && element.previousElementSibling === null && element.nextElementSibling !== null

const staysWithNext = (element: Element, style: CSSStyleDeclaration): boolean =>
  /^(?:h[1-6]|caption|thead|legend|summary|dt)$/.test(element.localName) ||
  isHeadRow(element) ||
  style.breakAfter === 'avoid'

/** A row of plain cells is one thing; a row of a layout table, with tables in its cells, is a container. */
const isPlainRow = (element: Element, children: readonly Box[]): boolean =>
  element.localName === 'tr' && children.every((cell) => cell.children.length === 0)

const measureBox = (element: Element, style: CSSStyleDeclaration, view: Window): Box | undefined => {
  const { top, bottom, height } = element.getBoundingClientRect()
  const children = blockChildren(element, view)
  if (height === 0 && children.length === 0) return undefined
  return {
    top: Math.min(top, ...children.map((child) => child.top)),
    bottom: Math.max(bottom, ...children.map((child) => child.bottom)),
    whole: children.length === 0 || style.breakInside.startsWith('avoid') || isPlainRow(element, children),
    withNext: staysWithNext(element, style),
    children,
  }
}

/** The blocks of a laid-out document at scroll 0, as `chooseCuts` wants them. */
export const measureBoxes = (document: Document): Box[] => {
  const view = document.defaultView
  return view ? blockChildren(document.body, view) : []
}

/** Pictures and other things that are drawn whole. */
export const measurePictures = (document: Document): Line[] =>
  [...document.querySelectorAll(pictures)]
    .filter((element) => element.parentElement?.closest('svg') === null)
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0)
    .map(({ top, bottom }) => ({ top, bottom }))

/** The bottom of everything that is to be seen: a body as high as the window has an empty end. */
export const contentBottom = (document: Document, lines: readonly Line[]): number => {
  const cells = [...document.querySelectorAll('table, fieldset')].map(
    (element) => element.getBoundingClientRect().bottom,
  )
  return Math.ceil([...cells, ...lines.map(({ bottom }) => bottom)].reduce((a, b) => Math.max(a, b), 0))
}
