import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { buildReport, type ReportPages } from '../../simulators/connect/reports/build-report.ts'
import { exportReport, exportShown, header, many, show, wordsOf } from './export-report.ts'
import type { PdfFacts } from './read-pdf.ts'
import { startHarness, type PdfHarness } from './start-harness.ts'

let harness: PdfHarness
let page: Page

beforeAll(async () => {
  harness = await startHarness(inject('pdfHarness'))
  page = await harness.open()
})
afterAll(() => harness.close())

const cpf = '73164025807'
const line = 'Consulta nº 12 – Açaí Provedor • Não consta débito — R$ 79,90 → página 1'

/** What a browser shows of the untouched source, without running or loading anything. */
const textAsReceived = (html: string) =>
  page.evaluate(async (source) => {
    const frame = document.createElement('iframe')
    frame.setAttribute('sandbox', 'allow-same-origin')
    frame.srcdoc = source
    await new Promise((resolve) => {
      frame.addEventListener('load', resolve)
      document.body.append(frame)
    })
    const text = frame.contentDocument?.body.innerText ?? ''
    frame.remove()
    return text
  }, html)

const openDetails = () =>
  page.evaluate(() => {
    const shown = window.harness.frame().contentDocument
    for (const details of shown?.querySelectorAll('details') ?? []) details.open = true
    return window.harness.visibleText()
  })

test('G10 · accents and signs in the report and in our header survive, as wide as they are drawn', async () => {
  const facts = { ...header, product: line, operator: 'Ő · Ž · β · Ж · ✓ · ≥' }
  const pdf = await exportReport(
    page,
    `<!doctype html><body><p>${line}</p><p>ő → ≥ ✓ € ½ “Ação” Ž</p></body>`,
    facts,
  )
  expect(pdf.words.join(' ')).toBe(`${line} ő → ≥ ✓ € ½ “Ação” Ž`)
  expect(pdf.texts[0]).toContain(`Consulta de crédito – ${line}`)
  expect(pdf.texts[0]).toContain('Consultado por Ő · Ž · β · Ж · ✓ · ≥')
  const title = pdf.boxes.filter(({ top }) => top < 36)
  const [left, right] = [
    Math.min(...title.map((box) => box.left)),
    Math.max(...title.map((box) => box.right)),
  ]
  const dpi = 144
  const { width, grey } = pdf.draw(1, dpi)
  const inked: number[] = []
  for (let y = Math.floor((22 * dpi) / 72); y < (37 * dpi) / 72; y += 1)
    for (let x = 0; x < width; x += 1) if ((grey[y * width + x] ?? 255) < 128) inked.push(x)
  const drawn = ((inked.reduce((a, b) => Math.max(a, b)) - inked.reduce((a, b) => Math.min(a, b))) * 72) / dpi
  expect(Math.abs(drawn - (right - left)) / drawn).toBeLessThan(0.05)
})

test('G10 · a sign that no font of ours has leaves a mark, never a gap', async () => {
  const pdf = await exportReport(page, '<!doctype html><body><p>antes 漢字 depois</p></body>')
  expect(pdf.words).toEqual(['antes', '\uFFFD\uFFFD', 'depois'])
})

const exported = new Map<ReportPages, { pdf: PdfFacts; words: string[] }>()

/** The PDF of a report and the words that stood on the screen; made once for all who look at it. */
const madeReport = async (pages: ReportPages) => {
  const made = exported.get(pages)
  if (made) return made
  await show(page, buildReport({ document: cpf, name: 'MARIA DA CONCEIÇÃO EXEMPLO', pages, seed: 4 }))
  const pdf = await exportShown(page)
  const fresh = { pdf, words: wordsOf(await openDetails()) }
  exported.set(pages, fresh)
  return fresh
}

test.each([1, 6, 12] as const)(
  'pdftotext reads the words of a report of %i pages in order',
  async (pages) => {
    const { pdf, words } = await madeReport(pages)
    expect(pdf.words).toEqual(words)
  },
)

test('every word lies on its picture', async () => {
  await show(page, buildReport({ document: cpf, name: 'MARIA EXEMPLO', pages: 1, seed: 4 }))
  const { layout, words, slices } = await page.evaluate(() => window.harness.plan())
  const pdf = await exportShown(page)
  const first = words.filter(({ top }) => top < (slices[0]?.bottom ?? 0))
  const boxes = pdf.boxes.filter(({ page: number, top, bottom }) => number === 1 && top > 56 && bottom < 570)
  let matched = 0
  for (const word of first) {
    const left = layout.left + word.left * layout.pointsPerPixel
    const top = layout.top + word.top * layout.pointsPerPixel
    const box = boxes.find(
      (candidate) =>
        candidate.text.startsWith(word.text) &&
        Math.abs(candidate.left - left) < 1 &&
        Math.abs(candidate.top - top) < 4,
    )
    if (box) matched += 1
  }
  // The last word of a cell and the first of the next are one "word" to poppler: these are found by neither name.
  expect(matched / first.length).toBeGreaterThan(0.6)
})

test('G11 · six pages: each picture once, at most 150 KB a page, 144 dpi or more', async () => {
  const { pdf } = await madeReport(6)
  expect(pdf.pages).toBeGreaterThanOrEqual(6)
  expect(pdf.bytes / pdf.pages).toBeLessThanOrEqual(150 * 1024)
  expect(pdf.bytes).toBeLessThanOrEqual(3 * 1024 * 1024)
  expect(pdf.images).toHaveLength(pdf.pages)
  expect(new Set(pdf.images.map(({ object }) => object)).size).toBe(pdf.pages)
  for (const image of pdf.images) expect(image.dpi).toBeGreaterThanOrEqual(144)
})

test('G11 · one page costs at most 150 KB, its font included', async () => {
  const pdf = await exportReport(
    page,
    `<!doctype html><body>${many(25, (i) => `<p>Linha ${i} – ção</p>`)}</body>`,
  )
  expect(pdf.pages).toBe(1)
  expect(pdf.bytes).toBeLessThanOrEqual(150 * 1024)
})

test('G11 · a sheet full of small print still costs at most 150 KB', async () => {
  const word = ['pendência', 'credor', 'situação', 'R$ 79,90', 'título']
  const html = `<!doctype html><body style="font:10px/1.25 Arial"><p>${many(800, (i) => `${word[i % 5]} ${i}`)}</p></body>`
  const pdf = await exportReport(page, html)
  expect(pdf.pages).toBe(1)
  expect(pdf.bytes).toBeLessThanOrEqual(150 * 1024)
  expect(pdf.images[0]?.dpi).toBeGreaterThanOrEqual(144)
})

test('G11 · few colours never turn a green bar grey', async () => {
  const bar = '<div style="width:300px;height:30px;background:linear-gradient(90deg,#c00,#fc0,#0a0)"></div>'
  const html = `<!doctype html><body style="margin:0">${bar}${many(40, (i) => `<p>Linha ${i} do relatório</p>`)}</body>`
  const pdf = await exportReport(page, html)
  const { width, rgb } = pdf.drawColour(1, 72)
  // 72 dots are an inch as 96 pixels are: the bar begins at 36, 68 points and is 225 points long.
  const at = (x: number): number[] => [
    ...rgb.subarray((78 * width + 36 + x) * 3, (78 * width + 36 + x) * 3 + 3),
  ]
  const [red, , green] = [at(4), at(112), at(221)]
  expect(red?.[0]).toBeGreaterThan(150)
  expect(red?.[1]).toBeLessThan(80)
  expect(green?.[1]).toBeGreaterThan(130)
  expect(green?.[0]).toBeLessThan(80)
})

test('numbers of a list stand on the line of their item', async () => {
  const pdf = await exportReport(
    page,
    '<!doctype html><body><ol start="3"><li>um</li><li>dois</li></ol><ul><li>ponto</li></ul></body>',
  )
  expect(pdf.words).toEqual(['3.', 'um', '4.', 'dois', '•', 'ponto'])
  // On one line, a number and its item are one word to poppler.
  for (const line of [/^3\.\s+um$/, /^4\.\s+dois$/, /^•\s+ponto$/])
    expect(pdf.boxes.filter((box) => line.test(box.text))).toHaveLength(1)
})

test('G12 · text stands inside its cell, whatever style our own page has', async () => {
  await show(
    page,
    '<!doctype html><body style="margin:0"><table cellspacing="0" style="border-collapse:collapse"><tr><td style="border:2px solid #f00;height:20px;padding:0;font:14px/20px Arial">Ápgj</td></tr></table></body>',
  )
  const without = await page.evaluate(() => window.harness.drawn(0, 40, 4))
  await page.addStyleTag({
    content: 'img{display:block;max-width:100%} *{box-sizing:border-box} body{line-height:2}',
  })
  expect(await page.evaluate(() => window.harness.drawn(0, 40, 4))).toBe(without)
  const ink = await page.evaluate(async () => {
    const image = new Image()
    image.src = await window.harness.drawn(0, 40, 4)
    await image.decode()
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: image.width, height: image.height })
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0)
    const { data = [], width = 1 } = context?.getImageData(0, 0, image.width, image.height) ?? {}
    const rows = { red: [] as number[], dark: [] as number[] }
    for (let i = 0; i < data.length; i += 4) {
      const [r = 255, g = 255, b = 255] = [data[i], data[i + 1], data[i + 2]]
      const [x, y] = [(i / 4) % width, Math.floor(i / 4 / width)]
      // Off the side borders, which run through every row.
      if (r > 200 && g < 60 && b < 60 && x > 20 && x < 60) rows.red.push(y)
      if (r < 100 && g < 100 && b < 100) rows.dark.push(y)
    }
    return rows
  })
  expect(ink.dark.length).toBeGreaterThan(50)
  const inside = ink.red.filter((y) => y < 48).reduce((a, b) => Math.max(a, b), 0)
  const below = ink.red.filter((y) => y > 48).reduce((a, b) => Math.min(a, b), Infinity)
  expect(ink.dark.reduce((a, b) => Math.min(a, b))).toBeGreaterThan(inside)
  expect(ink.dark.reduce((a, b) => Math.max(a, b))).toBeLessThan(below)
})

test('G19 · a fragment with its own style, nested tables, details and print-only text keeps every visible word', async () => {
  const html = `<style>.card{border:1px solid;padding:4px}.btn{text-transform:uppercase}.so-impressao{display:none}
<!-- .x{color:red} --></style>
<div class="card"><center><font size="4" color="#003366">Resultado&nbsp;da&nbsp;consulta</font></center>
<table bgcolor="#eeeeee" width="100%"><tr><td><table border="1"><tr><td>Valor</td><td>R$&nbsp;79,90</td></tr></table></td><td class="btn">não consta</td></tr></table>
<details><summary>Observações</summary><p>Texto recolhido da observação.</p></details>
<div class="so-impressao">Somente na impressão</div><form action="/x"><label>Nome</label> <button>Ok</button></form></div>`
  const received = wordsOf(await textAsReceived(html))
  const cleaned = await show(page, html)
  const screen = wordsOf(await page.evaluate(() => window.harness.visibleText()))
  expect(received.length).toBeGreaterThan(8)
  expect(screen).toEqual(received)
  expect(cleaned.html).toContain('bgcolor="#eeeeee"')
  const pdf = await exportShown(page)
  expect(pdf.words.join(' ')).toContain('Texto recolhido da observação.')
  expect(pdf.words.join(' ')).not.toContain('Somente')
  expect(pdf.words).toEqual(wordsOf(await openDetails()))
})

test.each([1, 6] as const)('G19 · cleaning a report of %i pages changes no visible word', async (pages) => {
  const html = buildReport({ document: cpf, name: 'MARIA DA CONCEIÇÃO EXEMPLO', pages, seed: 8 })
  const { omitted } = await show(page, html)
  const screen = wordsOf(await page.evaluate(() => window.harness.visibleText())).join(' ')
  const received = wordsOf(await textAsReceived(html)).join(' ')
  // The seal is an image from outside: its alternative text, in its place, is all that was added.
  expect(omitted.images).toBeGreaterThan(0)
  expect(screen.replace('Selo de segurança ', '')).toBe(received.replace('Selo de segurança ', ''))
})
