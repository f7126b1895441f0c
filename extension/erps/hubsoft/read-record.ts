import type { Document } from '../../../shared/document.ts'
import type { Finding } from '../../../shared/find-documents.ts'
import { findDocuments } from '../../../shared/find-documents.ts'
import type { CustomerRecord } from '../erp.ts'
import { codeBeforeName, documentLabel, selectors } from './selectors.ts'

const longestName = 120

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
    // innerText parts the blocks and joins a number that is split over spans.
    .flatMap((header) => findDocuments(header.innerText))

const fieldFindings = (view: Element): Finding[] =>
  all(view, selectors.field)
    .filter((field) => isShown(field, view))
    .flatMap((field) => {
      const input = field.querySelector('input')
      const label = `${field.querySelector('label')?.textContent ?? ''} ${input?.name ?? ''} ${input?.ariaLabel ?? ''}`
      // The value lives in the property alone; the field's mask leaves no attribute and no event.
      return input && documentLabel.test(label) ? findDocuments(input.value, { labelled: true }) : []
    })

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
  const views = all(page, selectors.view).filter((view) => view.checkVisibility())
  const [view] = views
  if (!view || views.length > 1) return null
  const findings = [...headerFindings(view), ...fieldFindings(view)]
  return {
    root: view,
    name: readName(view),
    documents: distinctDocuments(findings),
    masked: findings.some(({ kind }) => kind === 'masked'),
  }
}
