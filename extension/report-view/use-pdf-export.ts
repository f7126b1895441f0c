import { useEffect, useRef, useState } from 'preact/hooks'
import type { AppError } from '../../shared/errors.ts'
import { asAppError } from '../../shared/errors.ts'
import type { PdfHeader } from '../pdf/export-pdf.ts'
import { exportPdf } from '../pdf/export-pdf.ts'
import { pdfFileName } from '../pdf/pdf-file-name.ts'
import { printReport } from '../report/print-report.ts'
import { useTexts } from '../ui/texts-context.tsx'
import { saveFile } from '../ui/save-file.ts'

export type PdfState =
  | { at: 'idle' }
  | { at: 'working'; done: number; total: number }
  | { at: 'saved' }
  /** The PDF failed; printing was opened instead. */
  | { at: 'printed'; error: AppError }

export interface PdfExport {
  state: PdfState
  start: (frame: HTMLIFrameElement) => void
  cancel: () => void
}

/** Exports the shown report. Where that fails, the browser's printing takes its place, with a word of explanation. */
export const usePdfExport = (header: PdfHeader): PdfExport => {
  const texts = useTexts()
  const [state, setState] = useState<PdfState>({ at: 'idle' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const run = async (frame: HTMLIFrameElement) => {
    if (running.current) return
    const controller = new AbortController()
    running.current = controller
    setState({ at: 'working', done: 0, total: 0 })
    try {
      const blob = await exportPdf(frame, header, {
        signal: controller.signal,
        texts: texts.pdf,
        onProgress: (done, total) => {
          setState({ at: 'working', done, total })
        },
      })
      if (controller.signal.aborted) return
      saveFile(blob, pdfFileName(header))
      setState({ at: 'saved' })
    } catch (thrown) {
      if (controller.signal.aborted) return
      setState({ at: 'printed', error: asAppError(thrown) })
      await printReport(frame, header, texts.pdf)
    } finally {
      running.current = null
    }
  }

  return {
    state,
    start: (frame) => void run(frame),
    cancel: () => {
      running.current?.abort()
      setState({ at: 'idle' })
    },
  }
}
