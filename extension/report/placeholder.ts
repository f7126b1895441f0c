import type { Omitted } from './omitted.ts'

/** Words that stand where something was left out. */
export interface PlaceholderTexts {
  omittedImage: string
  omittedContent: string
}

const mark = (document: Document, kind: keyof Omitted, text: string): HTMLElement => {
  const element = document.createElement('span')
  element.dataset['omitted'] = kind
  element.textContent = text
  return element
}

const pixels = (value: string | null): number =>
  value !== null && /^\d+(px)?$/.test(value) ? Number.parseInt(value, 10) : 0

/** A tracking pixel or a spacer: nothing was to be seen. */
const isInvisible = (image: Element): boolean => {
  const sides = [image.getAttribute('width'), image.getAttribute('height')]
  return sides.some((side) => side !== null && pixels(side) <= 2) && !image.getAttribute('alt')
}

/**
 * What stands in place of an image that would have been loaded: its alternative text in its size (G8).
 * A tracking pixel leaves nothing.
 */
export const imagePlaceholder = (image: Element, texts: PlaceholderTexts): Node => {
  const document = image.ownerDocument
  if (isInvisible(image)) return document.createTextNode('')
  const element = mark(document, 'images', image.getAttribute('alt')?.trim() || texts.omittedImage)
  const [width, height] = [pixels(image.getAttribute('width')), pixels(image.getAttribute('height'))]
  if (width > 0) element.style.minWidth = `${width}px`
  if (height > 0) element.style.minHeight = `${height}px`
  return element
}

/** What stands in place of a frame: asking its address again could be a second paid query (G9). */
export const framePlaceholder = (frame: Element, texts: PlaceholderTexts): Node =>
  mark(frame.ownerDocument, 'frames', texts.omittedContent)

const fieldValue = (field: Element): string => {
  if (field.localName === 'textarea') return field.textContent
  if (field.localName === 'select')
    return (field.querySelector('option[selected]') ?? field.querySelector('option'))?.textContent ?? ''
  return field.getAttribute('value') ?? ''
}

/** A form field becomes the text that was to be read in it; without a form there is nothing to fill in. */
export const fieldText = (field: Element): Node => {
  const document = field.ownerDocument
  const kind = (field.getAttribute('type') ?? 'text').toLowerCase()
  if (['hidden', 'image', 'file', 'password'].includes(kind)) return document.createTextNode('')
  if (kind === 'checkbox' || kind === 'radio')
    return document.createTextNode(field.hasAttribute('checked') ? '[x]' : '[ ]')
  const element = document.createElement('span')
  element.textContent = fieldValue(field)
  for (const name of ['class', 'style']) {
    const value = field.getAttribute(name)
    if (value !== null) element.setAttribute(name, value)
  }
  return element
}
