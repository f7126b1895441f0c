import { offScreenFrame, reportSource } from '../report/off-screen-frame.ts'
import { measureExtents } from './hide-outside.ts'
import { writeListMarkers } from './list-markers.ts'
import { renderWidth } from './layout.ts'

/** A copy of the report that is laid out for paper: what is drawn and measured, never the frame that the user sees. */
export interface RenderCopy {
  document: Document
  /** CSS pixels; wider than the page when the report is. */
  width: number
  /** Where every element stands; measured once. */
  extents: () => ReturnType<typeof measureExtents>
  close: () => void
}

/** A window height, only for reports that ask for one; the drawing goes beyond it. */
export const copyHeight = 1000

/** A malformed picture must not hold up the export (CVE-2025-57810). */
const decodeLimit = 4000

/** Nothing moves; and html2canvas would draw the triangle of a summary as "1.". */
const stillStyle =
  'summary{list-style:none!important}*,*::before,*::after{animation:none!important;transition:none!important;caret-color:transparent!important}'

/** What a box with scroll bars hides belongs to the report (G6). */
const unclip = (document: Document): void => {
  const view = document.defaultView
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    const style = view?.getComputedStyle(element)
    if (!style || !/auto|scroll/.test(`${style.overflowX} ${style.overflowY}`)) continue
    for (const [name, value] of [
      ['overflow', 'visible'],
      ['max-height', 'none'],
      ['height', 'auto'],
    ] as const)
      element.style.setProperty(name, value, 'important')
  }
}

const withinLimit = (work: Promise<void>): Promise<boolean> =>
  Promise.race([
    work.then(
      () => true,
      () => false,
    ),
    new Promise<boolean>((resolve) => {
      setTimeout(() => {
        resolve(false)
      }, decodeLimit)
    }),
  ])

/** A picture that cannot be decoded in time leaves its alternative text. */
const decodePictures = async (document: Document): Promise<void> => {
  await Promise.all(
    Array.from(document.images, async (image) => {
      if (!(await withinLimit(image.decode()))) image.replaceWith(image.alt)
    }),
  )
}

const contentWidth = (document: Document): number =>
  Math.ceil(Math.max(document.documentElement.scrollWidth, document.body.scrollWidth))

/** Widens the frame until nothing sticks out (G14). Relative widths may grow along, hence more than one step. */
const widen = (frame: HTMLIFrameElement, document: Document): number => {
  let width = renderWidth
  for (let step = 0; step < 4 && contentWidth(document) > width; step += 1) {
    width = contentWidth(document)
    frame.style.width = `${width}px`
  }
  return width
}

/**
 * Opens the copy: fixed width, nothing scrolled, `<details>` open, pictures decoded. Independent of the window's size,
 * zoom and device pixels (G13). Close it afterwards.
 */
export const openRenderCopy = async (
  source: HTMLIFrameElement,
  signal?: AbortSignal,
): Promise<RenderCopy> => {
  const frame = await offScreenFrame(reportSource(source), { width: renderWidth, height: copyHeight, signal })
  const document = frame.contentDocument
  if (!document) throw new RangeError('frame without a document')
  for (const details of document.querySelectorAll('details')) details.open = true
  const style = document.createElement('style')
  style.textContent = stillStyle
  document.head.append(style)
  unclip(document)
  writeListMarkers(document)
  await decodePictures(document)
  const width = widen(frame, document)
  let extents: ReturnType<typeof measureExtents> | undefined
  return {
    document,
    width,
    extents: () => (extents ??= measureExtents(document.body)),
    close: () => {
      frame.remove()
    },
  }
}
