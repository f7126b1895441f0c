import { rm } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { buildHarness } from '../e2e/pdf/build-harness.ts'
import { exportShown, header, show, wordsOf } from '../e2e/pdf/export-report.ts'
import { readPdf } from '../e2e/pdf/read-pdf.ts'
import { startHarness } from '../e2e/pdf/start-harness.ts'
import { buildReport, type ReportPages } from '../simulators/connect/reports/build-report.ts'

/** One line of the table: a report made into a PDF in one way. */
interface Measured {
  report: string
  way: string
  /** Milliseconds. */
  time: number
  pages: number
  kilobytes: number
  /** Words of the report that pdftotext finds, of how many. */
  words: string
}

/** How many of `expected` occur in `found`, each as often as it is there. */
const countFound = (expected: readonly string[], found: readonly string[]): number => {
  const left = new Map<string, number>()
  for (const word of found) left.set(word, (left.get(word) ?? 0) + 1)
  return expected.filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count > 0
  }).length
}

const ours = async (page: Page, report: string, expected: string[]): Promise<Measured> => {
  const started = performance.now()
  const pdf = await exportShown(page)
  const time = performance.now() - started
  const words = `${countFound(expected, pdf.words)}/${expected.length}`
  return { report, way: 'Nada Consta', time, pages: pdf.pages, kilobytes: pdf.bytes / 1024, words }
}

/** Chromium's own print of the very document that our print button prints. */
const chromiums = async (page: Page, paper: Page, report: string, expected: string[]): Promise<Measured> => {
  const html = await page.evaluate((head) => window.harness.printCopy(head), header)
  await paper.setContent(`<!doctype html>${html}`)
  const started = performance.now()
  const bytes = await paper.pdf({ preferCSSPageSize: true, printBackground: true })
  const time = performance.now() - started
  const pdf = readPdf(bytes.toString('base64'))
  const found = pdf.texts.flatMap(wordsOf)
  const words = `${countFound(expected, found)}/${expected.length}`
  return { report, way: 'Chromium print', time, pages: pdf.pages, kilobytes: pdf.bytes / 1024, words }
}

/**
 * Measures the PDF of a 6-page and of a 40-page report beside Chromium's own print of the same page, in one browser.
 * The time is what the user waits for the finished file.
 */
export const measurePdf = async (sizes: readonly ReportPages[] = [6, 40]): Promise<Measured[]> => {
  const folder = await buildHarness()
  const harness = await startHarness(folder)
  try {
    const [page, paper] = [await harness.open(), await harness.open()]
    const rows: Measured[] = []
    for (const pages of sizes) {
      const report = `${pages} pages`
      await show(page, buildReport({ document: '73164025807', name: 'MARIA EXEMPLO', pages, seed: 1 }))
      const expected = wordsOf(await page.evaluate(() => window.harness.visibleText()))
      rows.push(await ours(page, report, expected), await chromiums(page, paper, report, expected))
    }
    return rows
  } finally {
    await harness.close()
    await harness.browser.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const columns = ['report', 'way', 'time', 'pages', 'KB', 'KB/page', 'words found'] as const

/** Measures and prints the table. */
export const benchPdf = async (): Promise<void> => {
  const rows = (await measurePdf()).map(({ report, way, time, pages, kilobytes, words }) => [
    report,
    way,
    `${(time / 1000).toFixed(2)} s`,
    String(pages),
    kilobytes.toFixed(0),
    (kilobytes / pages).toFixed(1),
    words,
  ])
  const widths = columns.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)))
  console.log('PDF of a report, beside Chromium’s own print of the same page')
  for (const row of [[...columns], ...rows])
    console.log(
      row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    )
}
