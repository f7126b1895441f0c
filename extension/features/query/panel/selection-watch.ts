interface SelectionWatchParts {
  page: Document
  signal: AbortSignal
  /** Told only when the text is another one. */
  changed: (text: string) => void
}

const calmMs = 150
const longest = 5000

/** `getSelection` is empty inside fields (case G29). A password is none of our business. */
const fieldSelection = (field: Element | null): string => {
  const isField =
    field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== 'password')
  if (!isField || field.selectionStart === null || field.selectionEnd === null) return ''
  return field.value.slice(field.selectionStart, field.selectionEnd)
}

/** What is selected now, in the page or in the focused field. */
export const selectedText = (page: Document): string =>
  (page.getSelection()?.toString() || fieldSelection(page.activeElement)).slice(0, longest)

/** Tells the selection when it has come to rest, and at once on a right click, before the menu opens. */
export const watchSelection = ({ page, signal, changed }: SelectionWatchParts): void => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let told: string | null = ''
  const tell = (): void => {
    clearTimeout(timer)
    const text = selectedText(page)
    if (text === told) return
    told = text
    changed(text)
  }
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(tell, calmMs)
  }
  // Another tab may have put its own document into the menu's title meanwhile.
  const again = (): void => {
    told = null
    soon()
  }
  const options = { signal, capture: true }
  page.addEventListener('selectionchange', soon, options)
  page.addEventListener('select', soon, options)
  page.addEventListener('contextmenu', tell, options)
  page.defaultView?.addEventListener('focus', again, { signal })
  signal.addEventListener('abort', () => clearTimeout(timer))
}
