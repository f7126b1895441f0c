import type { Place, Size } from './panel-place.ts'
import { home, insideWindow, isAtLeft, isAtTop, moveOfKey, nearestPlace } from './panel-place.ts'

interface PanelMoverParts {
  /** The element that is placed: `position: fixed`. */
  element: HTMLElement
  windowSize: () => Size
  signal: AbortSignal
  /** Where it stands at first. */
  place: Place
  /** A person has put it somewhere else. */
  moved: (place: Place) => void
}

/** What a person moves the panel by; only what a person does counts (attack 26). */
export interface PanelMover {
  /** The attributes of an element by which it is dragged. */
  handle: {
    class: string
    onPointerDown: (event: PointerEvent) => void
    onPointerMove: (event: PointerEvent) => void
    onLostPointerCapture: () => void
    onClickCapture: (event: MouseEvent) => void
  }
  /** The attributes of the button by which the keyboard moves it. */
  keys: {
    onKeyDown: (event: KeyboardEvent) => void
    onKeyUp: () => void
  }
  isAtTop: () => boolean
}

/** A hand is never quite still: less than this is a press. */
const slack = 4

/** The size of the window without its scroll bars. */
export const windowSizeOf = (page: Document): Size => {
  const { clientWidth: width, clientHeight: height } = page.scrollingElement ?? page.documentElement
  return { width, height }
}

/** Places the panel and keeps it inside the window, whatever becomes of either's size. */
export const createPanelMover = (parts: PanelMoverParts): PanelMover => {
  const { element, windowSize, signal, moved } = parts
  let { place } = parts
  let grabbed: { x: number; y: number; box: DOMRect } | null = null
  let isDragged = false
  let isPushed = false

  const box = (): DOMRect => element.getBoundingClientRect()

  const stand = (): void => {
    const { x, y } = insideWindow(place, box(), windowSize())
    const [left, right] = isAtLeft(place) ? [`${x}px`, 'auto'] : ['auto', `${x}px`]
    const [top, bottom] = isAtTop(place) ? [`${y}px`, 'auto'] : ['auto', `${y}px`]
    element.style.setProperty('inset', `${top} ${right} ${bottom} ${left}`, 'important')
  }

  const put = (next: Place): void => {
    place = next
    stand()
  }

  stand()
  const observer = new ResizeObserver(stand)
  observer.observe(element)
  window.addEventListener('resize', stand, { signal })
  signal.addEventListener('abort', () => observer.disconnect())

  return {
    handle: {
      class: 'handle',
      onPointerDown: (event) => {
        if (!event.isTrusted || !event.isPrimary || event.button !== 0) return
        isDragged = false
        grabbed = { x: event.clientX, y: event.clientY, box: box() }
        // Captured by the button itself, so that a press without a drag stays its click.
        const held = (event.target as Element).closest('button') ?? (event.currentTarget as Element)
        held.setPointerCapture(event.pointerId)
      },
      onPointerMove: ({ clientX, clientY, buttons }) => {
        // The page may have taken the panel out meanwhile, and with it the word that the hand let go.
        if (!grabbed || buttons === 0) return
        const [x, y] = [clientX - grabbed.x, clientY - grabbed.y]
        isDragged ||= Math.hypot(x, y) >= slack
        if (isDragged) put(nearestPlace(grabbed.box, { x, y }, windowSize()))
      },
      onLostPointerCapture: () => {
        grabbed = null
        if (isDragged) moved(place)
      },
      // The click with which a drag ends would press what was grabbed; a key's click has no pointer before it.
      onClickCapture: (event) => {
        if (isDragged && event.detail > 0) event.stopPropagation()
      },
    },
    keys: {
      onKeyDown: (event) => {
        // With these keys the browser has its own meaning: Alt and an arrow leave the page.
        const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey
        const move = event.isTrusted && isPlain && moveOfKey(event)
        if (!move) return
        event.preventDefault()
        isPushed = true
        put(move === 'home' ? home : nearestPlace(box(), move, windowSize()))
      },
      // Kept when the key is let go, not with each of its repetitions.
      onKeyUp: () => {
        if (isPushed) moved(place)
        isPushed = false
      },
    },
    isAtTop: () => isAtTop(place),
  }
}
