/** Elements that stand inside a line: what they hold goes on where the text before ended. */
const inLine = 'a, b, bdi, em, font, i, label, mark, small, span, strong, u'
const block = `:not(${inLine})`

/**
 * The shown text of an element, a new line for each block and for `<br>`. As `innerText` tells it, but by the names of the elements: that one
 * makes the browser lay out the whole page first, which in a page of thousands of rows takes longer than all our work.
 */
export const shownText = (element: Element): string => {
  let text = ''
  let last: Element | null = null
  const nodes = element.ownerDocument.createTreeWalker(
    element,
    NodeFilter.SHOW_ELEMENT + NodeFilter.SHOW_TEXT,
  )
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const parent = node.parentElement
    if (node instanceof Element) {
      if (node.localName === 'br') text += '\n'
    } else if (node.nodeValue?.trim() && parent?.checkVisibility({ visibilityProperty: true })) {
      const around = parent.closest(block)
      text += around === last ? node.nodeValue : `\n${node.nodeValue}`
      last = around
    } else if (node.nodeValue) text += ' '
  }
  return text.trim()
}
