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

/** What a listener has lost: the page that swaps its header all day must not hold up another one's return. */
interface Losses {
  isLost: boolean
  /** When what it had lost was put back last. */
  backAt: number
  /** So many times in a row it went again right away. */
  quick: number
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
  const listeners = new Map<PageListener, Losses>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let dueAt = Infinity
  let pause = calmMs

  const look = (): void => {
    timer = undefined
    dueAt = Infinity
    const begun = now()
    for (const { changed } of listeners.keys()) changed()
    // What we have just changed ourselves is no news.
    observer.takeRecords()
    const looked = now()
    for (const losses of listeners.values()) {
      if (losses.isLost) losses.backAt = looked
      losses.isLost = false
    }
    pause = Math.min(longestMs, Math.max(calmMs, (looked - begun) * pauseTimesCost))
  }

  /** An earlier look stands. */
  const lookAfter = (milliseconds: number): void => {
    const at = now() + milliseconds
    if (at >= dueAt) return
    clearTimeout(timer)
    dueAt = at
    timer = setTimeout(look, milliseconds)
  }

  const noteLosses = (): void => {
    for (const [{ isLost }, losses] of listeners) {
      if (losses.isLost || !isLost?.()) continue
      losses.isLost = true
      losses.quick = now() - losses.backAt < calmMs ? losses.quick + 1 : 0
      lookAfter(Math.min(longestMs, calmMs * 2 ** Math.max(0, losses.quick - patience)))
    }
  }

  const observer = new MutationObserver((records) => {
    noteLosses()
    if (timer === undefined && records.some(matters)) lookAfter(pause)
  })
  observer.observe(page.documentElement, { childList: true, subtree: true })
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(timer)
  })
  return {
    listen: (listener) => {
      listeners.set(listener, { isLost: false, backAt: -Infinity, quick: 0 })
      listener.signal.addEventListener('abort', () => listeners.delete(listener))
    },
  }
}
