/**
 * The second way to paper: the browser's own printing. The shown frame may not open a dialog (no `allow-modals`), so a
 * copy of it is printed, with header, page numbers and margins.
 */
import { fill } from '../../shared/errors.ts'
import { texts as allTexts, type Texts } from '../../shared/locales/texts.ts'
import type { PdfHeader } from '../pdf/pdf-header.ts'
import { headerFacts, headerTitle } from '../pdf/pdf-header.ts'
import { offScreenFrame, reportSource } from './off-screen-frame.ts'
import { printStyle } from './print-style.ts'

const addHeader = (target: Document, header: PdfHeader, words: Texts['pdf']): void => {
  const block = target.createElement('div')
  block.dataset['printHeader'] = ''
  const title = target.createElement('strong')
  title.textContent = headerTitle(header, words)
  block.append(title, headerFacts(header, words).join(' · '))
  target.body.prepend(block)
}

/** CSS pixels between the margins of the print style, upright and lying. */
const printWidth = { portrait: 704, landscape: 1032 }

const addStyle = (target: Document, header: PdfHeader, words: Texts['pdf']): void => {
  const style = target.createElement('style')
  const [page = '', of = ''] = fill(words.page, { page: '|', pages: '' }).split('|')
  const width = Math.max(target.documentElement.scrollWidth, target.body.scrollWidth)
  const landscape = width > printWidth.portrait
  style.textContent = printStyle({
    landscape,
    zoom: Math.min(1, (landscape ? printWidth.landscape : printWidth.portrait) / width),
    top: [header.document, headerTitle(header, words)].join(' · '),
    page: page.trim(),
    of: of.trim(),
  })
  target.head.append(style)
}

/**
 * The copy of the report that is printed, ready in a frame outside the window.
 * @param frame the shown frame, loaded
 */
export const openPrintCopy = async (
  frame: HTMLIFrameElement,
  header: PdfHeader,
  words: Texts['pdf'] = allTexts('pt-BR').pdf,
): Promise<HTMLIFrameElement> => {
  const copy = await offScreenFrame(reportSource(frame), {
    width: printWidth.portrait,
    height: 1000,
    allow: 'allow-modals',
  })
  const target = copy.contentDocument
  if (target) {
    for (const details of target.querySelectorAll('details')) details.open = true
    addHeader(target, header, words)
    addStyle(target, header, words)
  }
  return copy
}

/** The copy of the last printing: not every browser says when its dialog is closed. */
let lastCopy: HTMLIFrameElement | undefined

/** Opens the browser's print dialog for the report in `frame`. Resolves once the dialog was asked for. */
export const printReport = async (
  frame: HTMLIFrameElement,
  header: PdfHeader,
  words: Texts['pdf'] = allTexts('pt-BR').pdf,
): Promise<void> => {
  const copy = await openPrintCopy(frame, header, words)
  lastCopy?.remove()
  lastCopy = copy
  const view = copy.contentWindow
  view?.addEventListener('afterprint', () => {
    copy.remove()
  })
  view?.focus()
  view?.print()
}
