import type { DOMPurify as Purifier } from 'dompurify'
import { cleanCss, isOwnImage } from './clean-css.ts'
import { omittedTags, type Omitted } from './omitted.ts'
import { fieldText, framePlaceholder, imagePlaceholder, type PlaceholderTexts } from './placeholder.ts'

/** Attributes that load, send or go somewhere; `src` of an own image is the one exception. */
const addresses = new Set(
  'src srcset href xlink:href action formaction background poster ping longdesc cite data usemap manifest target srcdoc profile classid codebase archive'.split(
    ' ',
  ),
)

const nameOf = (node: Node): string => node.nodeName.toLowerCase()

/** Puts another node in the place of `element`. DOMPurify sees that it is gone and goes on. */
const replace = (element: Element, substitute: Node): void => element.replaceWith(substitute)

const cleanElement = (element: Element, omitted: Omitted, texts: PlaceholderTexts): void => {
  const name = nameOf(element)
  const kind = omittedTags[name]
  if (kind && !(name === 'meta' && !/refresh/i.test(element.getAttribute('http-equiv') ?? '')))
    omitted[kind] += 1
  if (kind === 'frames' && name !== 'frameset') replace(element, framePlaceholder(element, texts))
  else if (name === 'img' && !isOwnImage(element.getAttribute('src') ?? '')) {
    omitted.images += 1
    replace(element, imagePlaceholder(element, texts))
  } else if (name === 'form') {
    omitted.forms += 1
    const box = element.ownerDocument.createElement('div')
    for (const { name: attribute, value } of element.attributes)
      if (attribute === 'class' || attribute === 'style' || attribute === 'align')
        box.setAttribute(attribute, value)
    box.append(...element.childNodes)
    replace(element, box)
  } else if (name === 'input' || name === 'select' || name === 'textarea')
    replace(element, fieldText(element))
  else if (name === 'style') {
    const { css, removed } = cleanCss(element.textContent)
    omitted.styles += removed
    element.textContent = css
  }
}

/** `fill="url(https://…)"`: in a drawing, attributes are style. */
const isLoadingPaint = (element: Element, value: string): boolean =>
  element.namespaceURI === 'http://www.w3.org/2000/svg' && /\burl\(\s*(?!["']?#)/i.test(value)

/** Keeps, cleans or drops one attribute: returns the value to keep, or `null`. */
const keptValue = (element: Element, name: string, value: string, omitted: Omitted): string | null => {
  if (name.startsWith('on')) {
    omitted.scripts += 1
    return null
  }
  if (name === 'style') {
    const { css, removed } = cleanCss(value)
    omitted.styles += removed
    return css
  }
  if (!addresses.has(name)) return isLoadingPaint(element, value) ? null : value
  if (name === 'src' && nameOf(element) === 'img') return value
  if (name === 'background' && isOwnImage(value)) return value
  if ((name === 'href' || name === 'xlink:href') && nameOf(element) === 'a') {
    omitted.links += 1
    // The mark keeps the look of a link; the address is gone, so that nothing can be opened.
    element.setAttribute('data-link', '')
  }
  return (name === 'href' || name === 'xlink:href') && nameOf(element) !== 'a' && value.startsWith('#')
    ? value
    : null
}

/** Teaches a DOMPurify instance to clean a bureau's report, counting into `omitted`. */
export const addCleaningHooks = (purify: Purifier, omitted: Omitted, texts: PlaceholderTexts): void => {
  purify.addHook('beforeSanitizeElements', (node) => {
    // By number, not by class: the node belongs to another window.
    if (node.nodeType === 1) cleanElement(node as Element, omitted, texts)
  })
  purify.addHook('uponSanitizeAttribute', (element, data) => {
    const value = keptValue(element, data.attrName, data.attrValue, omitted)
    if (value === null) data.keepAttr = false
    else data.attrValue = value
  })
}
