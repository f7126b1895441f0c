import { knownLabel, knownName, knownTag, knownText } from './known-text.ts'
import { shapeOf } from './shape.ts'

/** Longer than this says nothing more about the structure. */
const longest = 120
const mostAttributes = 24

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}⋯` : text)

/** A form answers with its fields for names like `attributes`; the browser's own answer is read past them. */
export const ownPart = <Name extends keyof Element>(element: Element, name: Name): Element[Name] =>
  Reflect.get(name in Node.prototype ? Node.prototype : Element.prototype, name, element) as Element[Name]

/** Words for people, which the ERP wrote. */
const labels: ReadonlySet<string> = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'hs-label',
  'label',
  'md-floating-label',
  'nav-bar-aria-label',
  'placeholder',
  'title',
])

/** Values that are data, or of no use: a style, an address of an image, a secret. */
const unread: ReadonlySet<string> = new Set(['style', 'src', 'srcset', 'srcdoc', 'nonce', 'integrity', 'd'])

const isData = (name: string): boolean => name.startsWith('data-') || ['value', 'content'].includes(name)

const attributeOf = ({ name, value }: Attr): string => {
  if (unread.has(name) || value === '') return `[${knownName(name)}]`
  const read = labels.has(name) ? knownLabel : isData(name) ? shapeOf : knownName
  return `[${knownName(name)}=${cut(read(value))}]`
}

const secret: ReadonlySet<string> = new Set(['password', 'hidden', 'file'])

/** What a person sees in a field lives in its property alone. Of a password not even the length is told. */
const valueOf = (element: Element): string => {
  const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
  return isField && element.value !== '' && !secret.has(element.type)
    ? ` value="${cut(shapeOf(element.value))}"`
    : ''
}

const isSecret = (element: Element): boolean =>
  element instanceof HTMLInputElement && secret.has(element.type)

/** The stripes of a table's rows and what comes and goes with the mouse tell rows apart that are alike. */
const passing: ReadonlySet<string> = new Set(['odd', 'even', 'md-focused', 'ng-animate'])

const namesOf = (value: string | undefined, sign: string): string =>
  (value ?? '')
    .split(/\s+/)
    .filter((name) => name !== '' && !passing.has(name))
    .map((name) => sign + knownName(name))
    .join('')

/** One element without its children: tag, id, classes, attributes and what its field shows, all without a letter or digit of data. */
export const describeElement = (element: Element): string => {
  const attributes = [...ownPart(element, 'attributes')].slice(0, mostAttributes)
  const valueBy = (wanted: string) => attributes.find(({ name }) => name === wanted)?.value
  const others = attributes.filter(
    ({ name }) => name !== 'id' && name !== 'class' && !(name === 'value' && isSecret(element)),
  )
  const names = cut(namesOf(valueBy('id'), '#') + namesOf(valueBy('class'), '.'))
  return (
    [
      knownTag(ownPart(element, 'localName')) + names,
      ...others.map((attribute) => attributeOf(attribute)),
    ].join(' ') + valueOf(element)
  )
}

const labelled =
  'th, label, legend, caption, button, md-button, md-tab-item, md-dummy-tab, md-nav-item, md-radio-button, md-checkbox, [role="tab"], [role="columnheader"]'

/** A text of the page in the element that holds it. */
export const describeText = (text: string, holder: Element): string =>
  `"${cut(holder.closest(labelled) ? knownLabel(text) : knownText(text))}"`
