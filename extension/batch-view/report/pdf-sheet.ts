import { jsPDF } from 'jspdf'
import { autoTable } from 'jspdf-autotable'
import type { CellHookData, HookData, RowInput, UserOptions } from 'jspdf-autotable'
import { fontName, useFont } from '../../pdf/pdf-font.ts'
import { printable } from '../../pdf/printable.ts'

/** A4 lying down, in points; so are all lengths here. */
export const paper = { format: 'a4', orientation: 'landscape', width: 841.89, height: 595.28 } as const
export const margins = { left: 36, right: 36, top: 66, bottom: 42 }
/** Between the margins. */
export const inside = paper.width - margins.left - margins.right

const fontSize = 7.5
const lineHeight = fontSize * 1.15
const padding = { top: 2.5, bottom: 2.5, left: 3, right: 3 }
const headingSize = 11
const grey = 90
const shade: [number, number, number] = [238, 241, 239]

export interface Column {
  title: string
  /** What is left over is shared by the columns without one. */
  width?: number
  isNumber?: boolean
}

interface TableParts {
  /** Above the table, on the same page as its first line. */
  heading?: string
  /** Below the heading: what holds for all lines. */
  note?: string
  columns: readonly Column[]
  rows: readonly (readonly string[])[]
  /** A last line that adds up. */
  total?: readonly string[]
  /** Goes on with a table whose titles stand above already. */
  isContinued?: boolean
}

/** A PDF of tables, written from top to bottom. */
export interface PdfSheet {
  pdf: jsPDF
  table: (parts: TableParts) => void
}

const widthsOf = (columns: readonly Column[]): number[] => {
  const taken = columns.reduce((sum, { width = 0 }) => sum + width, 0)
  const open = columns.filter(({ width }) => width === undefined).length
  return columns.map(({ width }) => width ?? (inside - taken) / open)
}

/** A cell may have lines of its own. */
const cellText = (text: string): string => text.split('\n').map(printable).join('\n')

const lined = (texts: readonly string[], columns: readonly Column[]): RowInput =>
  texts.map((text, at) => ({
    content: cellText(text),
    styles: columns[at]?.isNumber ? { halign: 'right' as const } : {},
  }))

/** The titles repeat on each further page, also where the first page has them from the part before. */
const repeatHead = ({ pageNumber, settings }: HookData): void => {
  if (pageNumber > 1) settings.showHead = 'everyPage'
}

const ruleBelow = ({ doc, column, table, row, cell }: CellHookData): void => {
  if (column.index !== table.columns.length - 1) return
  const y = cell.y + row.height
  const pdf = doc as unknown as jsPDF
  pdf.setDrawColor(205)
  pdf.setLineWidth(0.4)
  pdf.line(margins.left, y, cell.x + cell.width, y)
}

const look: UserOptions = {
  margin: margins,
  theme: 'plain',
  showFoot: 'lastPage',
  rowPageBreak: 'avoid',
  styles: { font: fontName, fontStyle: 'normal', fontSize, cellPadding: padding, textColor: 0 },
  headStyles: { fontStyle: 'normal', textColor: grey, fillColor: shade },
  footStyles: { fontStyle: 'normal', textColor: 0, fillColor: shade },
  willDrawPage: repeatHead,
  didDrawCell: ruleBelow,
}

/** Starts a PDF. Headers and footers are the caller's, once all pages are there. */
export const pdfSheet = (): PdfSheet => {
  const { format, orientation } = paper
  const pdf = new jsPDF({ unit: 'pt', format, orientation, compress: true, putOnlyUsedFonts: true })
  useFont(pdf)
  // Asked for with every cell, and put together anew each time
  const fonts = pdf.getFontList()
  pdf.getFontList = () => fonts
  let y: number = margins.top

  const rowHeight = (texts: readonly string[], widths: readonly number[]): number => {
    pdf.setFontSize(fontSize)
    const lines = texts.map((text, at) => {
      const width = (widths[at] ?? 0) - padding.left - padding.right
      return (pdf.splitTextToSize(cellText(text), width) as string[]).length
    })
    return Math.max(1, ...lines) * lineHeight + padding.top + padding.bottom
  }
  const write = (text: string, size: number, tint: number): void => {
    pdf.setFont(fontName, 'normal')
    pdf.setFontSize(size)
    pdf.setTextColor(tint)
    pdf.text(printable(text), margins.left, y + size)
    y += size * 1.5
  }

  return {
    pdf,
    table: ({ heading, note, columns, rows, total, isContinued = false }) => {
      const titles = columns.map(({ title }) => title)
      const hasTitles = titles.some((title) => title !== '')
      const widths = widthsOf(columns)
      const above = heading === undefined ? 0 : headingSize * 2.4 + (note === undefined ? 0 : 14)
      const least = above + rowHeight(titles, widths) + rowHeight(rows[0] ?? [], widths)
      const isNewPage = y + least > paper.height - margins.bottom
      if (isNewPage) {
        pdf.addPage(format, orientation)
        y = margins.top
      } else if (heading !== undefined && y > margins.top) y += headingSize * 0.9
      if (heading !== undefined) write(heading, headingSize, 0)
      if (note !== undefined) write(note, 8, grey)
      autoTable(pdf, {
        ...look,
        startY: y,
        tableWidth: widths.reduce((sum, width) => sum + width, 0),
        showHead: hasTitles && (!isContinued || isNewPage) ? 'everyPage' : 'never',
        head: [lined(titles, columns)],
        body: rows.map((row) => row.map(cellText)),
        foot: total ? [lined(total, columns)] : [],
        columnStyles: Object.fromEntries(
          columns.map(({ isNumber }, at) => [
            at,
            { cellWidth: widths[at] ?? 0, ...(isNumber && { halign: 'right' as const }) },
          ]),
        ),
      })
      y = (pdf as unknown as { lastAutoTable: { finalY: number } }).lastAutoTable.finalY
    },
  }
}
