import type { Anchor } from '../erp.ts'
import { creditLabel, selectors } from './selectors.ts'
import { shownView } from './shown-view.ts'

/** The first visible one that fits. */
const anchorAt = (
  root: ParentNode,
  selector: string,
  side: Anchor['side'],
  fits: (element: Element) => boolean = () => true,
): Anchor | null => {
  const element = [...root.querySelectorAll(selector)].find(
    (each) => fits(each) && each.checkVisibility({ visibilityProperty: true }),
  )
  return element ? { element, side } : null
}

/** The entry's place in the top toolbar: beside the ERP's shortcuts, or at its end. */
export const toolbarAnchor = (page: ParentNode): Anchor | null =>
  anchorAt(page, selectors.shortcuts, 'after') ??
  anchorAt(page, selectors.toolbarRow, 'inside') ??
  anchorAt(page, selectors.toolbar, 'inside')

/** The place of the way to the panel in the visible record: beside the credit icon, in the header, or before the record's first part. */
export const recordAnchor = (page: ParentNode): Anchor | null => {
  const view = shownView(page)
  if (!view) return null
  const isHere = (element: Element): boolean => {
    const foreign = element.closest(selectors.foreign)
    // An open ERP dialog puts `aria-hidden` on everything around the view.
    return !(foreign && view.contains(foreign))
  }
  const isCredit = (button: Element): boolean =>
    creditLabel.test(button.getAttribute('aria-label') ?? '') && isHere(button)
  return (
    anchorAt(view, selectors.labelledButton, 'after', isCredit) ??
    anchorAt(view, selectors.recordBar, 'inside', isHere) ??
    anchorAt(view, selectors.recordPart, 'before', isHere)
  )
}
