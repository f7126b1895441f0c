import { render } from 'preact'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon.tsx'
import { TrustedButton } from '../query/panel/trusted-button.tsx'
import styles from './inline.css?inline'

/** The tag of everything of ours inside the page. */
export const markTag = 'nada-consta-mark'

/** What one thing of ours inside the page looks like. */
export interface Drawing {
  /** Classes of the style sheet: a button in a bar, a chip in a row, or a sign in a row. */
  look: string
  icon: IconName
  /** Beside the icon. */
  word?: string
  /** The whole meaning of a button, for screen readers and on hovering. A sign is no button and has none. */
  label?: string
  isOff?: boolean
  /** So many characters to the left of where it would stand. */
  back?: number
}

export interface Mark {
  element: HTMLElement
  /** Draws what differs from the last drawing, else nothing. */
  draw: (drawing: Drawing) => void
}

/** What a style sheet of the page must not change; whoever copies a row copies the page's text alone. */
const fixed =
  'all:initial;display:inline-block;position:relative;flex:none;align-self:center;vertical-align:middle;color:inherit;user-select:none;'

/** The page's rows and hotkeys hear nothing of what is done to a button of ours; Escape would close the ERP's dialog. */
const stopped =
  'keydown keyup keypress focusin focusout click dblclick mousedown mouseup pointerdown pointerup touchstart touchend'

/** Puts the one style sheet of all marks into a shadow root; where a browser shares none with an extension, a copy of it. */
const styling = (page: Document): ((root: ShadowRoot) => void) => {
  let shared: CSSStyleSheet | undefined
  return (root) => {
    try {
      if (!shared) {
        shared = new CSSStyleSheet()
        shared.replaceSync(styles)
      }
      root.adoptedStyleSheets = [shared]
    } catch {
      const style = page.createElement('style')
      style.textContent = styles
      root.append(style)
    }
  }
}

/**
 * Makes things of ours for a page: a tag of our own, because customers' robots count its `div`s; closed to its scripts (attack 26),
 * so that the text of its cells stays what it was; `aria-live`, because an ERP dialog hides from screen readers whatever has none.
 */
export const markMaker = (page: Document) => {
  const style = styling(page)
  return (press: () => void): Mark => {
    const element = page.createElement(markTag)
    element.setAttribute('aria-live', 'off')
    element.style.cssText = fixed.replaceAll(';', '!important;')
    const root = element.attachShadow({ mode: 'closed' })
    const mount = page.createElement('div')
    style(root)
    root.append(mount)
    let drawn = ''
    return {
      element,
      draw: ({ look, icon, word, label, isOff = false, back = 0 }) => {
        const drawing = [look, icon, word, label, isOff, back].join()
        if (drawing === drawn) return
        if (label && !drawn)
          for (const type of stopped.split(' '))
            element.addEventListener(type, (event) => event.stopPropagation())
        drawn = drawing
        mount.className = `root ${look}`
        if (back) mount.style.marginLeft = `${-back}ch`
        const content = [<Icon name={icon} />, word && <span>{word}</span>]
        render(
          label ? (
            <TrustedButton label={label} disabled={isOff} onPress={press}>
              {content}
            </TrustedButton>
          ) : (
            content
          ),
          mount,
        )
      },
    }
  }
}
