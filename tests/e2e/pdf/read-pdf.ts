/** What poppler, an independent reader, finds in a PDF. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Points from the left top of the page. */
export interface PdfWord {
  page: number
  text: string
  left: number
  top: number
  right: number
  bottom: number
}

export interface PdfFacts {
  bytes: number
  info: Record<string, string>
  pages: number
  /** Without page headers and footers, in the order of the file. */
  words: string[]
  /** As read by `pdftotext -raw`, page by page. */
  texts: string[]
  boxes: PdfWord[]
  images: { page: number; width: number; height: number; dpi: number; object: string; bytes: string }[]
  /** Pages as grey pixels, drawn at `dpi`. */
  draw: (page: number, dpi: number) => { width: number; height: number; grey: Uint8Array }
  drawColour: (page: number, dpi: number) => { width: number; height: number; rgb: Uint8Array }
}

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

const readBoxes = (html: string): PdfWord[] =>
  html
    .split('<page ')
    .slice(1)
    .flatMap((part, i) =>
      [
        ...part.matchAll(
          /<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">([^<]*)<\/word>/g,
        ),
      ].map(([, left, top, right, bottom, text = '']) => ({
        page: i + 1,
        text: text.replace(/&\w+;|&#39;/g, (entity) => entities[entity] ?? entity),
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      })),
    )

const readImages = (table: string) =>
  table
    .split('\n')
    .slice(2)
    .filter(Boolean)
    .map((line) => {
      const field = line.trim().split(/\s+/)
      return {
        page: Number(field[0]),
        width: Number(field[3]),
        height: Number(field[4]),
        dpi: Math.min(Number(field[12]), Number(field[13])),
        object: field[10] ?? '',
        bytes: field[14] ?? '',
      }
    })

/** A binary grey map or colour map, as pdftoppm writes it. */
const readMap = (bytes: Buffer) => {
  const [head = '', width, height] =
    /^P[56]\s+(\d+)\s+(\d+)\s+\d+\s/.exec(bytes.subarray(0, 40).toString('latin1')) ?? []
  return { width: Number(width), height: Number(height), pixels: bytes.subarray(head.length) }
}

/** Two header lines and the footer are ours; the rest is the report. */
const withoutFurniture = (text: string): string =>
  text
    .split('\n')
    .slice(2)
    .filter((line) => !/^Página \d+ de \d+$/.test(line))
    .join('\n')

/** Runs one of poppler's programs on `bytes`; `file` in `args` becomes their place. */
const poppler = (bytes: Buffer, tool: string, ...args: string[]): Buffer => {
  const folder = mkdtempSync(join(tmpdir(), 'nada-consta-read-'))
  const file = join(folder, 'report.pdf')
  try {
    writeFileSync(file, bytes)
    const real = args.map((argument) => (argument === 'file' ? file : argument))
    return execFileSync(tool, real, { maxBuffer: 64 << 20, stdio: ['ignore', 'pipe', 'ignore'] })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const drawPage = (bytes: Buffer, page: number, dpi: number, ...more: string[]): Buffer =>
  poppler(bytes, 'pdftoppm', ...more, '-r', String(dpi), '-f', String(page), '-l', String(page), 'file')

/** Reads a PDF with poppler. `base64` as the harness hands it over. */
export const readPdf = (base64: string): PdfFacts => {
  const bytes = Buffer.from(base64, 'base64')
  const lines = poppler(bytes, 'pdfinfo', 'file').toString().split('\n')
  const info = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  )
  const pages = Number(info['Pages'])
  const texts = poppler(bytes, 'pdftotext', '-raw', 'file', '-').toString().split('\f').slice(0, pages)
  let boxes: PdfWord[] | undefined
  let images: PdfFacts['images'] | undefined
  return {
    bytes: bytes.length,
    info,
    pages,
    texts,
    words: texts.flatMap((text) => withoutFurniture(text).split(/\s+/).filter(Boolean)),
    // Read when they are asked for: most tests look at neither.
    get boxes() {
      return (boxes ??= readBoxes(poppler(bytes, 'pdftotext', '-bbox', 'file', '-').toString()))
    },
    get images() {
      return (images ??= readImages(poppler(bytes, 'pdfimages', '-list', 'file').toString()))
    },
    draw: (page, dpi) => {
      const { pixels: grey, ...size } = readMap(drawPage(bytes, page, dpi, '-gray'))
      return { ...size, grey }
    },
    drawColour: (page, dpi) => {
      const { pixels: rgb, ...size } = readMap(drawPage(bytes, page, dpi))
      return { ...size, rgb }
    },
  }
}
