import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { buildReport } from '../../simulators/connect/reports/build-report.ts'
import { exportReport, exportShown, header, many, show, wordsOf } from './export-report.ts'
import { startHarness, type PdfHarness } from './start-harness.ts'

let harness: PdfHarness
let page: Page

beforeAll(async () => {
  harness = await startHarness(inject('pdfHarness'))
  page = await harness.open()
})
afterAll(() => harness.close())

const cpf = '73164025807'
const rowsTable = (count: number, height: number) =>
  `<table border="1" cellspacing="0" width="600">${many(count, (i) => `<tr style="height:${height}px"><td>Linha ${i + 1} de ${count}</td></tr>`)}</table>`

test('G1 · a report of 36.000 px: first and last row there, no canvas side above 8.192 px', async () => {
  await show(page, `<!doctype html><body>${rowsTable(1200, 30)}</body>`)
  await page.evaluate(() => {
    const sides: number[] = []
    Object.assign(window, { sides })
    for (const side of ['width', 'height'] as const) {
      const original = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, side)
      if (!original?.set || !original.get) throw new Error('no accessor')
      Object.defineProperty(HTMLCanvasElement.prototype, side, {
        get() {
          return original.get?.call(this) as number
        },
        set(value: number) {
          sides.push(value)
          original.set?.call(this, value)
        },
      })
    }
  })
  const pdf = await exportShown(page)
  const sides = await page.evaluate(() => (window as unknown as { sides: number[] }).sides)
  expect(sides.length).toBeGreaterThan(0)
  expect(Math.max(...sides)).toBeLessThanOrEqual(8192)
  expect(pdf.pages).toBeGreaterThan(30)
  expect(pdf.words.slice(0, 4)).toEqual(['Linha', '1', 'de', '1200'])
  expect(pdf.words.slice(-4)).toEqual(['Linha', '1200', 'de', '1200'])
  expect(pdf.words).toHaveLength(4800)
})

test('G3 · every cut stands on a row bottom, a block that fits moves whole', async () => {
  const block =
    '<div data-block style="height:900px;border:1px solid;box-sizing:border-box">Quadro inteiro</div>'
  await show(
    page,
    `<!doctype html><body style="margin:0">${rowsTable(60, 37)}${block}${rowsTable(5, 37)}</body>`,
  )
  const { slices, rows } = await page.evaluate(() => window.harness.plan())
  expect(slices.length).toBeGreaterThan(2)
  for (const { bottom } of slices.slice(0, -1)) {
    const cut = rows.filter((row) => row.leaf && row.top < bottom - 1 && row.bottom > bottom + 1)
    expect(cut).toEqual([])
    expect(rows.some((row) => Math.abs(row.bottom - bottom) <= 1)).toBe(true)
  }
  const pdf = await exportShown(page)
  const withBlock = pdf.texts.filter((text) => text.includes('Quadro inteiro'))
  expect(withBlock).toHaveLength(1)
})

test.each([6, 12] as const)('G3 · no row of a nested report of %i pages is cut', async (pages) => {
  await show(page, buildReport({ document: cpf, name: 'MARIA DA CONCEIÇÃO EXEMPLO', pages, seed: 11 }))
  const { slices, rows, words } = await page.evaluate(() => window.harness.plan())
  expect(slices.length).toBeGreaterThan(pages / 2)
  for (const { bottom } of slices.slice(0, -1)) {
    expect(rows.filter((row) => row.leaf && row.top < bottom - 1 && row.bottom > bottom + 1)).toEqual([])
    expect(words.filter((word) => word.top < bottom - 1 && word.top + word.height > bottom + 1)).toEqual([])
  }
})

test('G6 · scrolled container and scrolled window make the same PDF', async () => {
  const inside = many(80, (i) => `<p>Parágrafo ${i + 1} do resultado</p>`)
  const clipped = `<!doctype html><body><div style="height:400px;overflow:auto">${inside}</div></body>`
  const plain = await exportReport(page, clipped)
  await page.evaluate(() => {
    window.harness.frame().contentDocument?.querySelector('div')?.scrollTo(0, 900)
    document.body.style.minHeight = '4000px'
    window.scrollTo(0, 3000)
  })
  const scrolled = await exportShown(page)
  await page.evaluate(() => {
    document.body.style.minHeight = ''
  })
  expect(plain.words).toHaveLength(320)
  expect(scrolled.pages).toBe(plain.pages)
  expect(scrolled.boxes).toEqual(plain.boxes)
})

test('G7 · a hidden report is exported whole, and the copy is never seen', async () => {
  await show(page, buildReport({ document: cpf, name: 'JOSÉ MODELO', pages: 1, seed: 3 }))
  const shown = await exportShown(page)
  await page.evaluate(() => {
    const panel = document.querySelector<HTMLElement>('#root')
    if (panel) panel.style.display = 'none'
  })
  const hidden = await exportShown(page)
  expect(hidden.words).toEqual(shown.words)
  const result = await page.evaluate(async (head) => {
    const rights: number[] = []
    const watch = new MutationObserver(() => {
      for (const frame of document.querySelectorAll('body > iframe'))
        rights.push(frame.getBoundingClientRect().right)
    })
    watch.observe(document.body, { childList: true })
    const done = await window.harness.exported(head)
    watch.disconnect()
    return { rights, frames: done.frames }
  }, header)
  await page.evaluate(() => {
    const panel = document.querySelector<HTMLElement>('#root')
    if (panel) panel.style.display = ''
  })
  expect(result.rights.length).toBeGreaterThan(0)
  expect(Math.max(...result.rights)).toBeLessThan(0)
  // The shown frame only: the copy is gone.
  expect(result.frames).toBe(1)
})

test('G13 · zoom and device pixels change neither pages nor places', async () => {
  const html = buildReport({ document: cpf, name: 'MARIA EXEMPLO', pages: 2, seed: 5 })
  const markers = ['IDENTIFICAÇÃO', 'PROTESTOS', 'RELATÓRIO']
  const made = []
  for (const zoom of [0.67, 1, 1.5]) {
    const viewport = { width: Math.round(1366 / zoom), height: Math.round(768 / zoom) }
    const zoomed = await harness.open({ viewport, deviceScaleFactor: zoom })
    const pdf = await exportReport(zoomed, html)
    await zoomed.close()
    const found = markers.map((marker) => pdf.boxes.find(({ text }) => text.startsWith(marker)))
    expect(found).not.toContain(undefined)
    made.push({ pages: pdf.pages, places: found.map((box) => [box?.page, box?.left, box?.top]) })
  }
  for (const other of made.slice(1)) {
    expect(other.pages).toBe(made[0]?.pages)
    for (const [i, place] of other.places.entries())
      for (const [k, value] of place.entries())
        expect(value).toBeCloseTo(made[0]?.places[i]?.[k] ?? NaN, -0.3)
  }
})

const row = (cells: string[]) => `<tr>${cells.map((cell) => `<td nowrap>${cell}</td>`).join('')}</tr>`

test('G14 · the last column of a wide table is on the page, in letters of 6 points or more', async () => {
  const columns = ['DATA', 'CARTÓRIO', 'CIDADE', 'UF', 'LIVRO', 'APRESENTANTE', 'VALOR']
  const cells = ['25/11/2026', '1º OFÍCIO', 'NOVA AMOSTRA', 'MG', '12', 'ACME', 'R$ 1.234,56']
  const html = `<!doctype html><body style="font:12px Arial"><table width="1180" border="1">${row(columns)}${many(30, () => row(cells))}</table></body>`
  const pdf = await exportReport(page, html)
  const { layout } = await page.evaluate(() => window.harness.plan())
  expect(layout.pointsPerPixel * 12).toBeGreaterThanOrEqual(6)
  const [width] = (pdf.info['Page size'] ?? '').split(' x ').map(Number.parseFloat)
  for (const text of ['VALOR', '1.234,56']) {
    const box = pdf.boxes.find((word) => word.text.includes(text))
    expect(box?.right).toBeLessThanOrEqual((width ?? 0) - 30)
  }
  expect(pdf.words.filter((word) => word === '1.234,56')).toHaveLength(30)
})

test('the header and the page number stand on every page, title and metadata are set', async () => {
  const pdf = await exportReport(
    page,
    buildReport({ document: cpf, name: 'MARIA EXEMPLO', pages: 2, seed: 2 }),
  )
  expect(pdf.pages).toBeGreaterThan(1)
  for (const [i, text] of pdf.texts.entries()) {
    expect(text).toContain('Consulta de crédito – CREDNET LIGHT')
    expect(wordsOf(text).join(' ')).toContain(
      'CPF 731.640.258-07 · Protocolo 000123456 · 25/11/2026 10:02 · Consultado por Ana – Cobrança',
    )
    expect(text).toContain(`Página ${i + 1} de ${pdf.pages}`)
  }
  expect(pdf.info).toMatchObject({
    Title: 'Consulta de crédito – CREDNET LIGHT',
    Subject: 'Consulta de crédito – CREDNET LIGHT · 000123456 · 25/11/2026 10:02',
    Author: 'Ana – Cobrança',
    Creator: 'Nada Consta',
  })
})
