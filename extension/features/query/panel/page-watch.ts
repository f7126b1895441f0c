/** Somebody who has something of ours in the page. */
export interface PageListener {
  signal: AbortSignal
  /** True while something of ours is not where it belongs. Asked at every change of the page: it looks at a few nodes and no more. */
  isLost?: () => boolean
  /** Called once after a burst of changes. */
  changed: () => void
}

export interface PageWatch {
  /** Tells this listener too, until its signal ends. */
  listen: (listener: PageListener) => void
}

interface PageWatchParts {
  page: Document
  signal: AbortSignal
  now?: () => number
}

/** Long enough for a burst of a digest, short enough to be back within 300 ms (case G65). */
const calmMs = 120
const longestMs = 2000
/** So often in a row what was just put back may be taken away: two scripts must not undo each other's work forever at full speed. */
const patience = 5
/** A look is followed by a pause so many times as long: a storm of changes costs the page a hundredth of its time. */
const pauseTimesCost = 100

/** Angular Material's transient furniture: backdrops, toasts, ripples, menus. */
const noise = 'md-toast, md-backdrop, .md-scroll-mask, .md-ripple-container, [class*="md-select-menu"]'

const isNoise = (node: Node): boolean => node instanceof Element && node.matches(noise)

const matters = ({ target, addedNodes, removedNodes }: MutationRecord): boolean =>
  !(target instanceof Element && target.closest(noise)) && ![...addedNodes, ...removedNodes].every(isNoise)

/**
 * Watches the page for all who listen: one observer on the root, which no view change replaces. A burst of changes is one call, and
 * nothing is read before it. Who has lost something is called within `calmMs`, unless the page takes it away again at once.
 */
export const createPageWatch = ({
  page,
  signal,
  now = () => performance.now(),
}: PageWatchParts): PageWatch => {
  const listeners = new Set<PageListener>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isUrgent = false
  let looked = -Infinity
  let pause = calmMs
  let quickLosses = 0

  const look = (): void => {
    timer = undefined
    isUrgent = false
    const begun = now()
    for (const { changed } of listeners) changed()
    // What we have just changed ourselves is no news.
    observer.takeRecords()
    looked = now()
    pause = Math.min(longestMs, Math.max(calmMs, (looked - begun) * pauseTimesCost))
  }

  const lookAfter = (milliseconds: number): void => {
    clearTimeout(timer)
    timer = setTimeout(look, milliseconds)
  }

  const observer = new MutationObserver((records) => {
    if (!isUrgent && [...listeners].some(({ isLost }) => isLost?.())) {
      isUrgent = true
      quickLosses = now() - looked < calmMs ? quickLosses + 1 : 0
      lookAfter(Math.min(longestMs, calmMs * 2 ** Math.max(0, quickLosses - patience)))
    } else if (timer === undefined && records.some(matters)) {
      lookAfter(pause)
    }
  })
  observer.observe(page.documentElement, { childList: true, subtree: true })
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(timer)
  })
  return {
    listen: (listener) => {
      listeners.add(listener)
      listener.signal.addEventListener('abort', () => listeners.delete(listener))
    },
  }
}
