import { render } from 'preact'
import type { ComponentChild } from 'preact'
import { keepFocusRing } from './focus-ring.ts'
import styles from './panel.css?inline'

const tag = 'nada-consta-panel'

export interface PanelHost {
  /** Shows the content, putting the host back into the page where somebody took it out. */
  show: (content: ComponentChild) => void
  /** Takes the host out of the page and forgets it. */
  remove: () => void
  isInPage: () => boolean
  /** The page has taken out what `show` put in. */
  isLost: () => boolean
  element: HTMLElement
}

/** What a style sheet of the page must not change; the rest is decided inside the shadow root. */
const fixed: Record<string, string> = {
  all: 'initial',
  position: 'fixed',
  right: '12px',
  bottom: '12px',
  // Above the ERP's toasts (105), far below "over everything".
  'z-index': '900',
  display: 'block',
}

/**
 * What happens in the panel is no business of the page: Escape would close the ERP's dialog, a letter be its hotkey, a focus be taken
 * back by its trap, a press count as one beside its menu, a chosen document make its form unsaved.
 */
const ownEvents = [
  'keydown',
  'keyup',
  'keypress',
  'focusin',
  'focusout',
  'input',
  'change',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
]

/**
 * The element that carries the panel: a tag of our own, because customers' robots count the `div`s of the body;
 * `aria-live`, because an ERP dialog hides from screen readers whatever has none (1.8); closed to scripts of the page (attack 26).
 */
const createElement = (page: Document): { element: HTMLElement; mount: HTMLElement } => {
  const element = page.createElement(tag)
  element.setAttribute('aria-live', 'off')
  for (const [property, value] of Object.entries(fixed))
    element.style.setProperty(property, value, 'important')
  const root = element.attachShadow({ mode: 'closed' })
  const style = page.createElement('style')
  style.textContent = styles
  const mount = page.createElement('div')
  mount.className = 'root'
  root.append(style, mount)
  for (const type of ownEvents) element.addEventListener(type, (event) => event.stopPropagation())
  element.addEventListener('keydown', (event) => keepFocusRing(root, event))
  return { element, mount }
}

/** Makes the host; nothing is in the page before the first `show`. An older copy of ours in the page is removed. */
export const createPanelHost = (page: Document): PanelHost => {
  const { element, mount } = createElement(page)
  let isShown = false
  return {
    element,
    isInPage: () => element.isConnected,
    isLost: () => isShown && !element.isConnected,
    show: (content) => {
      isShown = true
      for (const older of page.querySelectorAll(tag)) if (older !== element) older.remove()
      if (!element.isConnected) page.body.append(element)
      render(content, mount)
    },
    remove: () => {
      isShown = false
      render(null, mount)
      element.remove()
    },
  }
}
