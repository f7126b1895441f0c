/** Puts the focus where a person goes on: on the tab, or else on the first thing in the panel that does something. */
export const focusPanel = (panel: ParentNode | null): void => {
  const next =
    panel?.querySelector<HTMLElement>('.tab, .main:enabled') ??
    panel?.querySelector<HTMLElement>('input, button:not(.corner)')
  next?.focus({ preventScroll: true })
}
