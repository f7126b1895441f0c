interface PageWatchParts {
  page: Document
  signal: AbortSignal
  /** True for nodes that are our own. */
  isOurs: (node: Node) => boolean
  /** Called once after a burst of changes. */
  changed: () => void
}

/** Long enough for a burst of a digest, short enough to be back within 300 ms (case G65). */
const calmMs = 120

/** Angular Material's transient furniture: backdrops, toasts, ripples, menus. */
const noise = 'md-toast, md-backdrop, .md-scroll-mask, .md-ripple-container, [class*="md-select-menu"]'

const matters = (records: MutationRecord[], isOurs: (node: Node) => boolean): boolean =>
  records.some(({ target, addedNodes, removedNodes }) => {
    if (target instanceof Element && target.closest(noise)) return false
    return [...addedNodes, ...removedNodes].some(
      (node) => !(node instanceof Element && node.matches(noise)) || isOurs(node),
    )
  })

/**
 * Watches the page for changes that may concern the panel: one observer on the root, which no view change replaces; a burst is
 * one call, at the latest `calmMs` after its first change.
 */
export const watchPage = ({ page, signal, isOurs, changed }: PageWatchParts): void => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const observer = new MutationObserver((records) => {
    if (timer !== undefined || !matters(records, isOurs)) return
    timer = setTimeout(() => {
      timer = undefined
      changed()
    }, calmMs)
  })
  observer.observe(page.documentElement, { childList: true, subtree: true })
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(timer)
  })
}
