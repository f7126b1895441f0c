import type { Slice } from './choose-cuts.ts'

type Extents = ReadonlyMap<Element, Slice>

/** Borders and shadows reach beyond a box. */
const reach = 8

/** Top and bottom of every element with all that is inside it, wherever it was moved to. At scroll 0. */
export const measureExtents = (root: Element): Extents => {
  const extents = new Map<Element, Slice>()
  const measure = (element: Element): Slice => {
    let { top, bottom } = element.getBoundingClientRect()
    for (const child of element.children) {
      const inside = measure(child)
      top = Math.min(top, inside.top)
      bottom = Math.max(bottom, inside.bottom)
    }
    extents.set(element, { top, bottom })
    return { top, bottom }
  }
  measure(root)
  return extents
}

/**
 * Makes everything outside `part` invisible without moving anything, so that a drawing costs as much as its part and not
 * as the whole report: html2canvas skips what is inside an invisible element. Returns how to make it visible again.
 */
export const hideOutside = (root: Element, extents: Extents, part: Slice): (() => void) => {
  const hidden: { style: CSSStyleDeclaration; value: string; priority: string }[] = []
  const visit = (element: Element) => {
    for (const child of element.children) {
      const { top, bottom } = extents.get(child) ?? part
      if (bottom < part.top - reach || top > part.bottom + reach) {
        const { style } = child as HTMLElement
        hidden.push({
          style,
          value: style.getPropertyValue('visibility'),
          priority: style.getPropertyPriority('visibility'),
        })
        style.setProperty('visibility', 'hidden', 'important')
      } else if (top < part.top || bottom > part.bottom) visit(child)
    }
  }
  visit(root)
  return () => {
    for (const { style, value, priority } of hidden) style.setProperty('visibility', value, priority)
  }
}
