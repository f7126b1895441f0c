import type { Batch, BatchItem } from '../../../shared/api.ts'
import { AppError, fill } from '../../../shared/errors.ts'
import { formatCount } from '../../../shared/format-count.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import { formatMoney } from '../../../shared/money.ts'
import { addFooter, fitted, rule } from '../../pdf/page-furniture.ts'
import { printable } from '../../pdf/printable.ts'
import { itemGroups, stateOrder, totalsOfItems } from '../run/item-groups.ts'
import { itemFacts } from './item-facts.ts'
import type { PdfHead } from './pdf-head.ts'
import { pdfHead } from './pdf-head.ts'
import type { Column, PdfSheet } from './pdf-sheet.ts'
import { inside, margins, paper, pdfSheet } from './pdf-sheet.ts'

interface PdfParts {
  batch: Batch
  items: readonly BatchItem[]
  texts: Texts
  /** Unix milliseconds. */
  now: number
  signal?: AbortSignal
  /** After each part of the debts. */
  onProgress?: (done: number, total: number) => void
}

/** Lines that are laid out in one go, well below the time of a frame on a slow machine. */
const partSize = 25

/** Lets the browser answer the person; a timer would be slowed down in a tab that is not in front. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })

const number = (title: string, width: number): Column => ({ title, width, isNumber: true })

const writeHead = (sheet: PdfSheet, { facts }: PdfHead): void => {
  const half = Math.ceil(facts.length / 2)
  const name: Column = { title: '', width: 90 }
  const value: Column = { title: '' }
  sheet.table({
    columns: [name, value, name, value],
    rows: facts.slice(0, half).map((fact, at) => [...fact, ...(facts[half + at] ?? ['', ''])]),
  })
}

const totalNumbers = (of: readonly BatchItem[]): string[] => {
  const { debts, people, invoices, cents } = totalsOfItems(of)
  return [formatCount(debts), formatCount(people), formatCount(invoices), formatMoney(cents)]
}

const writeTotals = (sheet: PdfSheet, { items, texts }: PdfParts): void => {
  const { report, result, itemStates } = texts.batch
  sheet.table({
    heading: report.totals,
    columns: [
      { title: report.state, width: 120 },
      number(report.debts, 70),
      number(report.people, 70),
      number(report.invoices, 70),
      number(report.value, 100),
    ],
    rows: stateOrder
      .map((state) => ({ state, of: items.filter((item) => item.state === state) }))
      .filter(({ of }) => of.length > 0)
      .map(({ state, of }) => [itemStates[state], ...totalNumbers(of)]),
    total: [report.total, ...totalNumbers(items)],
  })
  sheet.table({
    heading: result.title,
    columns: [
      { title: report.state, width: 80 },
      number(report.debts, 50),
      number(report.value, 90),
      { title: result.what },
      { title: result.next },
    ],
    rows: itemGroups(items, texts).map(({ state, totals, what, next }) => [
      itemStates[state],
      formatCount(totals.debts),
      formatMoney(totals.cents),
      what,
      next,
    ]),
  })
}

const itemColumns = ({ columns }: Texts['batch']['report']): Column[] => [
  number(columns.position, 26),
  { title: columns.person, width: 136 },
  { title: columns.document, width: 84 },
  { title: columns.invoicesDue, width: 168 },
  number(columns.value, 66),
  { title: `${columns.reason} · ${columns.next}` },
  { title: columns.protocol, width: 58 },
  { title: columns.time, width: 52 },
]

const itemRow = (item: BatchItem, texts: Texts): string[] => {
  const facts = itemFacts(item, texts)
  return [
    facts.position,
    facts.person,
    facts.document,
    facts.invoices.map((invoice, at) => `${invoice} (${facts.dues[at]})`).join(', '),
    formatMoney(facts.cents),
    // What holds for all of a state stands once above them
    facts.isOwn ? `${facts.reason}\n${facts.next}` : '',
    facts.protocol,
    facts.time,
  ]
}

const writeItems = async (sheet: PdfSheet, { items, texts, signal, onProgress }: PdfParts): Promise<void> => {
  const { report, itemStates, result } = texts.batch
  const columns = itemColumns(report)
  let done = 0
  for (const state of stateOrder) {
    const meant = items.filter((item) => item.state === state)
    for (let from = 0; from < meant.length; from += partSize) {
      signal?.throwIfAborted()
      const part = meant.slice(from, from + partSize)
      sheet.table({
        ...(from === 0 && {
          heading: fill(report.group, { state: itemStates[state], count: formatCount(meant.length) }),
          note: `${result.why[state]} ${result.nextOf[state]}`,
        }),
        columns,
        rows: part.map((item) => itemRow(item, texts)),
        isContinued: from > 0,
      })
      done += part.length
      onProgress?.(done, items.length)
      await breathe()
    }
  }
}

/** Above and below each page, once all are there. */
const writeFurniture = ({ pdf }: PdfSheet, head: PdfHead, texts: Texts): void => {
  const pages = pdf.getNumberOfPages()
  for (let page = 1; page <= pages; page += 1) {
    pdf.setPage(page)
    pdf.setFontSize(11)
    pdf.setTextColor(0)
    fitted(pdf, printable([head.title, ...head.notes].join('  ·  ')), margins.left, 32, inside)
    pdf.setFontSize(8)
    pdf.setTextColor(90)
    fitted(pdf, printable(head.short), margins.left, 46, inside)
    rule(pdf, 54, paper.width)
    addFooter(pdf, page, pages, texts.pdf, { paper })
  }
}

/**
 * The report of a batch: its facts, totals by state and by reason, and every debt. The page stays usable while it is written.
 * @throws AppError `pdf-failed`, the signal's reason on abort
 */
export const batchPdf = async (parts: PdfParts): Promise<Blob> => {
  const { batch, texts, now, signal } = parts
  try {
    const head = pdfHead(batch, texts, now)
    const sheet = pdfSheet()
    sheet.pdf.setDocumentProperties({ title: head.title, creator: texts.pdf.creator, subject: head.short })
    sheet.pdf.setLanguage('pt-BR')
    sheet.pdf.viewerPreferences({ DisplayDocTitle: true })
    writeHead(sheet, head)
    writeTotals(sheet, parts)
    await writeItems(sheet, parts)
    writeFurniture(sheet, head, texts)
    return sheet.pdf.output('blob')
  } catch (thrown) {
    if (signal?.aborted) throw thrown
    throw new AppError('pdf-failed', { cause: thrown, retry: 'safe' })
  }
}
