import { chromium } from 'playwright-core'
import type { findDocuments } from '../../shared/find-documents.ts'
import { bundleForPage } from '../setup/bundle-for-page.ts'
import { findChromium } from '../setup/find-chromium.ts'
import { threadClock } from './thread-clock.ts'

export interface DetectionResult {
  /** Median milliseconds of the page's thread for one reading of the whole table. */
  detection: number
  bare: number
  ratio: number
  cells: number
  found: number
}

const rows = 1000
const rounds = 15
const walksARound = 10
const mostRatio = 3

/** A row of a customers' list: one document, and numbers, dates and money that only look like one. */
const cellsOf = (index: number): string[] => [
  String(11_000 + index),
  ['MARIA EXEMPLO DA SILVA', 'José Modelo de Souza', 'EMPRESA FICTÍCIA LTDA – Matriz'][index % 3]!,
  ['731.640.258-07', '907.315.826-59', '0K.7M2.Q9R/0001-05'][index % 3]!,
  '(37) 99001-0003',
  'Centro, Lavras – MG',
  'Plano Fibra 500 Mega 2026',
  '10/05/2026',
  `R$ ${100 + (index % 900)},90`,
  ['Habilitado', 'Suspenso', 'Cancelado'][index % 3]!,
  'Ações',
]

const table = `<table>${Array.from(
  { length: rows },
  (_, index) =>
    `<tr>${cellsOf(index)
      .map((cell) => `<td>${cell}</td>`)
      .join('')}</tr>`,
).join('')}</table>`

type Way = 'bare' | 'detection'

interface Walk {
  way: Way
  times: number
}

interface PageGlobals {
  detection: { findDocuments: typeof findDocuments }
}

/** Walks over all texts of the page so many times; `detection` looks for documents in each, `bare` does nothing with it. */
const walk = ({ way, times }: Walk): { cells: number; found: number } => {
  const { detection } = globalThis as unknown as PageGlobals
  const counted = { cells: 0, found: 0 }
  for (let time = 0; time < times; time += 1) {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue ?? ''
      counted.found += way === 'detection' ? detection.findDocuments(text).length : Math.sign(text.length)
      counted.cells += 1
    }
  }
  return counted
}

const median = (times: number[]): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN

/** Looks for documents in ten thousand cells of a real page, beside a walk over the same text that does nothing with it, and prints both. */
export const benchDetection = async (print: (line: string) => void): Promise<DetectionResult> => {
  const script = await bundleForPage('shared/find-documents.ts', 'detection')
  const browser = await chromium.launch({
    executablePath: findChromium(),
    headless: true,
    chromiumSandbox: false,
  })
  try {
    const page = await browser.newPage()
    await page.setContent(table)
    await page.addScriptTag({ content: script })
    const clock = await threadClock(page)
    const ways: Way[] = ['bare', 'detection']
    const times: Record<Way, number[]> = { bare: [], detection: [] }
    // Both ways in turn, so that both see the same machine; the first rounds warm up and do not count.
    for (let round = -3; round < rounds; round += 1) {
      for (const way of ways) {
        const begun = await clock()
        await page.evaluate(walk, { way, times: walksARound })
        if (round >= 0) times[way].push(((await clock()) - begun) / walksARound)
      }
    }
    const once: Walk = { way: 'detection', times: 1 }
    const { cells, found } = await page.evaluate(walk, once)
    const [detection, bare] = [median(times.detection), median(times.bare)]
    const ratio = detection / bare
    print(
      `detection over ${cells} cells (${found} documents found) ${detection.toFixed(1)} ms at the median, a bare TreeWalker over the same text ${bare.toFixed(1)} ms: ${ratio.toFixed(2)} × (to reach: ≤ ${mostRatio.toFixed(2)} ×)`,
    )
    return { detection, bare, ratio, cells, found }
  } finally {
    await browser.close()
  }
}
