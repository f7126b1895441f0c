const bullets: Readonly<Record<string, string>> = { disc: '•', circle: '◦', square: '▪' }

const letter = (index: number): string => String.fromCharCode(97 + ((index - 1) % 26))

/** The marker before item `index` of a list, as a browser writes it; `undefined` for kinds that we leave to others. */
const markerText = (kind: string, index: number): string | undefined => {
  if (kind in bullets) return bullets[kind]
  if (kind === 'decimal') return `${index}.`
  if (kind === 'lower-alpha' || kind === 'lower-latin') return `${letter(index)}.`
  if (kind === 'upper-alpha' || kind === 'upper-latin') return `${letter(index).toUpperCase()}.`
  return undefined
}

/** Items of a list with their numbers: `start` and `value` count. */
const numbered = (list: Element): [HTMLLIElement, number][] => {
  let next = list.localName === 'ol' ? (list as HTMLOListElement).start : 1
  return [...list.children]
    .filter((child): child is HTMLLIElement => child.localName === 'li')
    .map((item) => {
      if (item.hasAttribute('value')) next = item.value
      next += 1
      return [item, next - 1]
    })
}

const writeMarker = (item: HTMLLIElement, text: string, isInside: boolean): void => {
  const marker = item.ownerDocument.createElement('span')
  marker.textContent = text
  marker.style.cssText = isInside
    ? 'margin-right:.5em'
    : 'position:absolute;right:100%;margin-right:.5em;white-space:nowrap'
  item.style.setProperty('list-style', 'none', 'important')
  if (!isInside) item.style.setProperty('position', 'relative', 'important')
  item.prepend(marker)
}

/** Writes list markers as text in the document, in their place: html2canvas draws its own some pixels off the line. */
export const writeListMarkers = (document: Document): void => {
  for (const list of document.querySelectorAll('ol, ul, menu'))
    for (const [item, index] of numbered(list)) {
      const style = document.defaultView?.getComputedStyle(item)
      if (style?.display !== 'list-item' || style.listStyleImage !== 'none') continue
      const text = markerText(style.listStyleType, index)
      if (text) writeMarker(item, text, style.listStylePosition === 'inside')
    }
}
