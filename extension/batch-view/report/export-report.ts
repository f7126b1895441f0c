import type { Batch } from '../../../shared/api.ts'
import type { Clock } from '../../../shared/clock.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import { saveFile } from '../../ui/save-file.ts'
import { readItems } from '../run/read-items.ts'
import { batchCsvRows } from './batch-csv.ts'
import { reportFileName } from './report-file-name.ts'
import { saveCsv } from './save-csv.ts'

export type ReportKind = 'csv' | 'pdf'

interface ReportParts {
  batch: Batch
  texts: Texts
  clock: Clock
  signal: AbortSignal
  onProgress: (step: 'reading' | 'writing', done: number, total: number) => void
}

/**
 * Reads every debt of a batch and saves its report; gives the name of the file.
 * @throws what reading throws, `pdf-failed`, the signal's reason on abort
 */
export const exportReport = async (kind: ReportKind, parts: ReportParts): Promise<string> => {
  const { batch, texts, clock, signal, onProgress } = parts
  const items = await readItems(batch.id, {
    signal,
    onProgress: (done, total) => onProgress('reading', done, total),
  })
  const name = reportFileName(batch, kind)
  if (kind === 'csv') {
    saveCsv(batchCsvRows(items, texts), name)
    return name
  }
  // Half a megabyte of code that only this button wants
  const { batchPdf } = await import('./batch-pdf.ts')
  const blob = await batchPdf({
    batch,
    items,
    texts,
    now: clock(),
    signal,
    onProgress: (done, total) => onProgress('writing', done, total),
  })
  signal.throwIfAborted()
  saveFile(blob, name)
  return name
}
