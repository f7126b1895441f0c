const modal = 'dialog[open], [role="dialog"], [role="alertdialog"], [aria-modal="true"]'

const hasOpenDialog = (page: Document): boolean =>
  [...page.querySelectorAll(modal)].some((dialog) => dialog.checkVisibility())

/**
 * While the ERP shows a dialog, Tab goes round inside our own root: behind its last button lies the dialog's trap, which would
 * take the focus for good. Out of the ring leads Escape, which puts the panel away.
 */
export const keepFocusRing = (root: ShadowRoot, event: KeyboardEvent): void => {
  if (!event.isTrusted || event.key !== 'Tab' || !hasOpenDialog(root.ownerDocument)) return
  const stops = [...root.querySelectorAll<HTMLElement>('button:not([disabled]), input:not([disabled])')]
  const [last, next] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]]
  if (next === last || root.activeElement !== last) return
  event.preventDefault()
  next?.focus()
}
