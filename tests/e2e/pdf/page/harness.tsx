/** The report and PDF code of the extension on a page of its own, for the browser tests to call. */
import { render } from 'preact'
import { chooseCuts } from '../../../../extension/pdf/choose-cuts.ts'
import { drawBand } from '../../../../extension/pdf/draw-band.ts'
import { exportPdf, planPdf } from '../../../../extension/pdf/export-pdf.ts'
import { measureBoxes } from '../../../../extension/pdf/measure-boxes.ts'
import type { PdfHeader } from '../../../../extension/pdf/pdf-header.ts'
import { openRenderCopy } from '../../../../extension/pdf/render-copy.ts'
import { cleanReport } from '../../../../extension/report/clean-report.ts'
import { openPrintCopy, printReport } from '../../../../extension/report/print-report.ts'
import { ReportFrame } from '../../../../extension/report/report-frame.tsx'
import { AppError } from '../../../../shared/errors.ts'
import { texts } from '../../../../shared/locales/texts.ts'

const root = document.querySelector('#root') as HTMLElement
const words = texts('pt-BR').pdf
let shown: HTMLIFrameElement | undefined

/** Cleans and shows a report as the report tab does; resolves when it is laid out. */
const show = async (html: string): Promise<ReturnType<typeof cleanReport>> => {
  const cleaned = cleanReport(html)
  render(null, root)
  shown = await new Promise<HTMLIFrameElement>((resolve) => {
    render(<ReportFrame html={cleaned.html} title="Relatório" onReady={resolve} />, root)
  })
  return cleaned
}

const frame = (): HTMLIFrameElement => {
  if (!shown) throw new RangeError('nothing shown')
  return shown
}

const toBase64 = async (blob: Blob): Promise<string> => {
  let binary = ''
  const bytes = new Uint8Array(await blob.arrayBuffer())
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return btoa(binary)
}

/** The PDF of the shown report, or the code of the error. */
const exported = async (header: PdfHeader, abortAfter?: number) => {
  const controller = new AbortController()
  const progress: [number, number][] = []
  const started = performance.now()
  try {
    const blob = await exportPdf(frame(), header, {
      texts: words,
      signal: controller.signal,
      onProgress: (done, total) => {
        progress.push([done, total])
        if (done === abortAfter) controller.abort()
      },
    })
    return {
      pdf: await toBase64(blob),
      type: blob.type,
      progress,
      ms: performance.now() - started,
      frames: frames(),
    }
  } catch (thrown) {
    const error = thrown instanceof AppError ? thrown.code : (thrown as Error).name
    return {
      error,
      cause: String((thrown as Error).cause),
      progress,
      ms: performance.now() - started,
      frames: frames(),
    }
  }
}

const frames = (): number => document.querySelectorAll('iframe').length

/** How the shown report would be cut, with the measured rows, words and the size of the copy. */
const plan = async () => {
  const copy = await openRenderCopy(frame())
  try {
    const { layout, slices, words: seen } = planPdf(copy)
    const rows = [...copy.document.querySelectorAll('tr, [data-block]')].map((row) => {
      const { top, bottom } = row.getBoundingClientRect()
      return { top, bottom, leaf: row.querySelector('table') === null }
    })
    const boxes = measureBoxes(copy.document)
    return { layout, slices, words: seen, rows, width: copy.width, boxes }
  } finally {
    copy.close()
  }
}

/** A part of the shown report as PNG, drawn at `scale`. */
const drawn = async (top: number, bottom: number, scale: number): Promise<string> => {
  const copy = await openRenderCopy(frame())
  try {
    return (await drawBand(copy, { top, bottom }, scale)).toDataURL()
  } finally {
    copy.close()
  }
}

const visibleText = (): string => frame().contentDocument?.body.innerText ?? ''

/** The document that would be printed, as text. */
const printCopy = async (header: PdfHeader): Promise<string> => {
  const copy = await openPrintCopy(frame(), header)
  const html = copy.contentDocument?.documentElement.outerHTML ?? ''
  copy.remove()
  return html
}

/** The text that the browser was about to print; then tells the copy that printing is over, as a real dialog does. */
const printed = async (header: PdfHeader): Promise<string> => {
  const asked = new Promise<string>((resolve) => {
    const watch = ({ target }: Event) => {
      if (!(target instanceof HTMLIFrameElement)) return
      document.removeEventListener('load', watch, { capture: true })
      const { contentWindow: view, contentDocument: copy } = target
      view?.addEventListener('beforeprint', () => {
        resolve(copy?.body.innerText ?? '')
        setTimeout(() => view.dispatchEvent(new Event('afterprint')))
      })
    }
    document.addEventListener('load', watch, { capture: true })
  })
  await printReport(frame(), header)
  return asked
}

const harness = {
  cleanReport,
  show,
  exported,
  plan,
  drawn,
  visibleText,
  printCopy,
  printed,
  chooseCuts,
  frame,
}
export type Harness = typeof harness
Object.assign(window, { harness })
