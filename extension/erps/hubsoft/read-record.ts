import type { Document } from '../../../shared/document.ts'
import type { Finding } from '../../../shared/find-documents.ts'
import { findDocuments } from '../../../shared/find-documents.ts'
import type { CustomerRecord } from '../erp.ts'
import { shownText } from '../shown-text.ts'
import { codeBeforeName, documentLabel, otherParty, selectors } from './selectors.ts'
import { shownView } from './shown-view.ts'

const longestName = 120
/** So much text around a label is read, and so many texts after it: a document stands close to its label. */
const reach = 120
const mostFollowing = 2
/** So many nodes of a record are looked at: enough for any record, little enough for any page. */
const mostNodes = 4000

const passedOver = `${selectors.foreign}, ${selectors.noText}`

interface LabelledText {
  element: Element
  text: string
}

const all = (root: ParentNode, selector: string): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(selector),
]

/** Inside the view only: an open ERP dialog puts `aria-hidden` on the whole page around it. */
const isShown = (element: Element, view: Element): boolean => {
  const foreign = element.closest(selectors.foreign)
  return element.checkVisibility({ visibilityProperty: true }) && !(foreign && view.contains(foreign))
}

const headerFindings = (view: Element): Finding[] =>
  all(view, selectors.header)
    .filter((header) => isShown(header, view))
    .flatMap((header) => findDocuments(shownText(header)))

const fieldFindings = (view: Element): Finding[] =>
  all(view, selectors.field).flatMap((field) => {
    const input = field.querySelector('input')
    const label = `${field.querySelector('label')?.textContent ?? ''} ${input?.name ?? ''} ${input?.ariaLabel ?? ''}`
    return input && documentLabel.test(label) && !otherParty.test(label) && isShown(field, view)
      ? // The value lives in the property alone; the field's mask leaves no attribute and no event.
        findDocuments(input.value, { labelled: true })
      : []
  })

/** The labels for documents in the record's texts, outside fields and grids, each with what is written beside it. */
const labelledTexts = (view: Element): LabelledText[] => {
  let left = mostNodes
  const texts = view.ownerDocument.createTreeWalker(
    view,
    NodeFilter.SHOW_ELEMENT + NodeFilter.SHOW_TEXT,
    (node) =>
      (left -= 1) < 0 || (node instanceof Element && node.matches(passedOver))
        ? NodeFilter.FILTER_REJECT
        : node instanceof Element || node.nodeValue?.trim() === ''
          ? NodeFilter.FILTER_SKIP
          : NodeFilter.FILTER_ACCEPT,
  )
  const found: LabelledText[] = []
  let following = 0
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.nodeValue ?? ''
    const at = text.search(documentLabel)
    const last = found.at(-1)
    if (at !== -1 && node.parentElement) {
      found.push({ element: node.parentElement, text: text.slice(Math.max(0, at - reach), at + reach) })
      following = mostFollowing
    } else if (last && following > 0) {
      last.text += `\n${text.slice(0, reach)}`
      following -= 1
    }
  }
  return found
}

/** The words before a document, and of its block, tell whose it is: of a boleto, a Pix code or a credit report nothing is the customer's. */
const isAnothers = (block: Element | null, before: string): boolean =>
  otherParty.test(before) || otherParty.test(block?.textContent ?? '')

const textFindings = (view: Element): Finding[] =>
  labelledTexts(view).flatMap(({ element, text }) =>
    findDocuments(text).filter(
      ({ start }) =>
        isShown(element, view) && !isAnothers(element.closest(selectors.block), text.slice(0, start)),
    ),
  )

const readName = (view: Element): string | null => {
  const title = all(view, `${selectors.header} ${selectors.title}`).find((element) => isShown(element, view))
  const text = title?.textContent
    ?.replace(codeBeforeName, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestName)
  return text || null
}

const distinctDocuments = (findings: Finding[]): Document[] => [
  ...new Set(findings.flatMap((found) => (found.kind === 'document' ? [found.value] : []))),
]

/**
 * The customer of the visible record, from labelled places only. Null while no view, or two views, are shown.
 * The caller has checked that the address is a customer's.
 */
export const readRecord = (page: ParentNode): CustomerRecord | null => {
  const view = shownView(page)
  if (!view) return null
  const findings = [...headerFindings(view), ...fieldFindings(view), ...textFindings(view)]
  return {
    root: view,
    name: readName(view),
    documents: distinctDocuments(findings),
    masked: findings.some(({ kind }) => kind === 'masked'),
  }
}
