import type { Page } from 'playwright-core'
import { afterAll, beforeEach, beforeAll, expect, inject, test } from 'vitest'
import { exportShown, header, many, show } from './export-report.ts'
import { startHarness, type PdfHarness } from './start-harness.ts'

let harness: PdfHarness
let page: Page

beforeAll(async () => {
  harness = await startHarness(inject('pdfHarness'))
  page = await harness.open()
})
beforeEach(() => harness.reopen(page))
afterAll(() => harness.close())

const report = (paragraphs: number) =>
  `<!doctype html><body>${many(paragraphs, (i) => `<p style="height:40px;margin:0">Parágrafo ${i + 1} do relatório</p>`)}</body>`

/** Makes the canvas fail as browsers do: silently, white. `calls` readings fail, later ones work. */
const whiten = (calls: number, part = 1) =>
  page.evaluate(
    ({ calls, part }) => {
      const { getImageData: original } = Object.getOwnPropertyDescriptors(CanvasRenderingContext2D.prototype)
      let left = calls
      const scales: number[] = []
      Object.assign(window, { scales })
      CanvasRenderingContext2D.prototype.getImageData = function read(...args) {
        const data = (original.value as (...given: typeof args) => ImageData).apply(this, args)
        scales.push(data.width)
        left -= 1
        if (left >= 0) data.data.fill(255, 0, Math.floor(data.data.length * part))
        return data
      }
    },
    { calls, part },
  )

const exportedNow = () => page.evaluate((head) => window.harness.exported(head), header)

test('G2 · 25 pages are all drawn', async () => {
  await show(page, report(25 * 24))
  const pdf = await exportShown(page)
  expect(pdf.pages).toBeGreaterThanOrEqual(24)
  expect(pdf.words).toHaveLength(25 * 24 * 4)
  for (let number = 1; number <= pdf.pages; number += 8) {
    const { width, height, grey } = pdf.draw(number, 40)
    const body = grey.subarray(width * Math.floor(height * 0.1), width * Math.floor(height * 0.9))
    expect(body.some((value) => value < 128)).toBe(true)
  }
})

test('G2 · a white canvas never becomes a file', async () => {
  await show(page, report(30))
  await whiten(Infinity)
  const result = await exportedNow()
  expect(result.error).toBe('pdf-blank')
  expect(result.pdf).toBeUndefined()
  expect(result.frames).toBe(1)
})

test('G2 · half a white page never becomes a file', async () => {
  await show(page, report(20))
  await whiten(Infinity, 0.5)
  expect((await exportedNow()).error).toBe('pdf-blank')
})

test('G2 · a canvas that fails once is drawn again, never below 144 dpi', async () => {
  await show(page, report(60))
  await whiten(1)
  const pdf = await exportShown(page)
  expect(pdf.words).toHaveLength(240)
  for (const image of pdf.images) expect(image.dpi).toBeGreaterThanOrEqual(144)
})

test('G2 · a canvas that fails twice is drawn less dense, never below 144 dpi', async () => {
  await show(page, report(60))
  await whiten(2)
  const pdf = await exportShown(page)
  expect(pdf.words).toHaveLength(240)
  expect(Math.min(...pdf.images.map(({ dpi }) => dpi))).toBeGreaterThanOrEqual(144)
  const widths = await page.evaluate(() => (window as unknown as { scales: number[] }).scales)
  expect(new Set(widths).size).toBe(2)
})

test('G2 · a canvas without data URLs still makes the file', async () => {
  await show(page, report(30))
  await page.evaluate(() => {
    HTMLCanvasElement.prototype.toDataURL = () => 'data:,'
    HTMLCanvasElement.prototype.toBlob = (done) => {
      done(null)
    }
  })
  expect((await exportShown(page)).words).toHaveLength(120)
})

test('G2 · a report without a word is no report', async () => {
  await show(page, '<!doctype html><body><div style="height:500px;background:#eee"></div></body>')
  expect((await exportedNow()).error).toBe('pdf-blank')
})

test('an export can be abandoned, and says how far it is', async () => {
  await show(page, report(100))
  const whole = await exportedNow()
  const total = whole.progress[0]?.[1] ?? 0
  expect(total).toBeGreaterThan(2)
  expect(whole.progress).toEqual(Array.from({ length: total }, (_, i) => [i + 1, total]))
  const abandoned = await page.evaluate((head) => window.harness.exported(head, 2), header)
  expect(abandoned.error).toBe('AbortError')
  expect(abandoned.progress).toHaveLength(2)
  expect(abandoned.frames).toBe(1)
})

test('a canvas that throws is told as pdf-failed', async () => {
  await show(page, report(5))
  await page.evaluate(() => {
    CanvasRenderingContext2D.prototype.getImageData = () => {
      throw new DOMException('no memory')
    }
  })
  expect((await exportedNow()).error).toBe('pdf-failed')
})
