import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { buildHostileReport } from '../../simulators/connect/reports/build-hostile-report.ts'
import { exportReport, exportShown, header, show, wordsOf } from './export-report.ts'
import { startHarness, type PdfHarness } from './start-harness.ts'

let harness: PdfHarness
let page: Page
/** Everything the page asked for beside itself. */
const requests: string[] = []

beforeAll(async () => {
  harness = await startHarness(inject('pdfHarness'))
  page = await harness.open()
  page.on('request', (request) => {
    if (!request.url().startsWith('data:') && request.url() !== 'about:srcdoc') requests.push(request.url())
  })
})
beforeEach(async () => {
  await harness.reopen(page)
  requests.length = 0
  harness.hits.length = 0
})
afterAll(() => harness.close())

const hit = () =>
  page.evaluate(() => {
    const frame = window.harness.frame().contentWindow
    return [(window as { __hit?: number }).__hit, (frame as { __hit?: number } | null)?.__hit]
  })

test('attack 29 · G15 · a hostile report runs nothing, asks for nothing and keeps its text', async () => {
  const html = buildHostileReport({
    document: '73164025807',
    name: 'MARIA EXEMPLO',
    trapUrl: harness.trapUrl,
  })
  const { omitted } = await show(page, html)
  const text = await page.evaluate(() => window.harness.visibleText())
  const pdf = await exportShown(page)
  await page.evaluate((head) => window.harness.printCopy(head), header)
  expect(await hit()).toEqual([undefined, undefined])
  expect(harness.hits).toEqual([])
  expect(requests).toEqual([])
  for (const fact of [
    '731.640.258-07',
    'MARIA EXEMPLO',
    '000123456',
    'R$ 1.234,56',
    'Ver detalhes da pendência',
  ])
    for (const place of [text, pdf.words.join(' ')]) expect(wordsOf(place).join(' ')).toContain(fact)
  expect(omitted.frames).toBeGreaterThanOrEqual(4)
  expect(omitted.images).toBeGreaterThanOrEqual(4)
  expect(omitted.scripts).toBeGreaterThanOrEqual(5)
  expect(omitted.forms).toBe(1)
})

/** Puts the hostile report into the shown frame as it came, never cleaned; with our policy in front of it or without. */
const showUncleaned = async (hasPolicy: boolean): Promise<void> => {
  const html = buildHostileReport({
    document: '73164025807',
    name: 'MARIA EXEMPLO',
    trapUrl: harness.trapUrl,
  })
  await show(page, '<p>limpo</p>')
  await page.evaluate(
    async ({ source, keeps }) => {
      const frame = window.harness.frame()
      const [head = ''] = /<meta http-equiv="Content-Security-Policy"[^>]*>/.exec(frame.srcdoc) ?? []
      await new Promise((resolve) => {
        frame.addEventListener('load', resolve, { once: true })
        const rest = source.replace(/<meta http-equiv="refresh"[^>]*>/, '')
        frame.srcdoc = `<!doctype html>${keeps ? head : ''}${rest}`
      })
    },
    { source: html, keeps: hasPolicy },
  )
}

test('attack 29 · even a report that was never cleaned runs nothing and loads nothing in the frame', async () => {
  await showUncleaned(true)
  expect(await hit()).toEqual([undefined, undefined])
  expect(harness.hits).toEqual([])
})

test('attack 29 · without any policy nothing of it runs either: the frame allows no scripts', async () => {
  page = await harness.open({ policy: false })
  await showUncleaned(false)
  expect(await hit()).toEqual([undefined, undefined])
  // The traps are live: what the policy kept away is asked for now.
  expect(harness.hits.length).toBeGreaterThan(0)
})

test('G15 · a link is inert: a click opens and moves nothing', async () => {
  const html = `<a id="a" href="javascript:window.__hit=1">um</a> <a id="b" href="${harness.trapUrl}" target="_top">dois</a> <a id="c" href="#x">três</a><svg width="60" height="20"><a xlink:href="${harness.trapUrl}"><text id="d" x="0" y="15">quatro</text></a></svg>`
  await show(page, html)
  const before = page.url()
  const frame = page.frameLocator('iframe')
  for (const id of ['a', 'b', 'c', 'd']) await frame.locator(`#${id}`).click()
  await page.evaluate(() => new Promise(requestAnimationFrame))
  expect(page.url()).toBe(before)
  expect(page.context().pages()).toHaveLength(1)
  expect(await hit()).toEqual([undefined, undefined])
  expect(requests).toEqual([])
  expect(await page.evaluate(() => window.harness.visibleText())).toContain('um dois três')
})

test('G9 · a frame in the report is never asked for, and its place says so', async () => {
  const frame = `${harness.trapUrl}consulta?doc=73164025807`
  const pdf = await exportReport(page, `<p>antes</p><iframe src="${frame}"></iframe><p>depois</p>`)
  expect(harness.hits).toEqual([])
  expect(pdf.words.join(' ')).toBe('antes conteúdo externo omitido depois')
  expect(await page.evaluate(() => window.harness.visibleText())).toContain('conteúdo externo omitido')
})

test('G8 · an image from outside or missing becomes its alternative text; nobody fetches it', async () => {
  const html = `<img src="${harness.trapUrl}logo.png" alt="Bureau" width="120" height="40"><p>fato</p><img src="falta.png" alt="Selo"><img src="data:image/png;base64,AAAA" alt="Quebrada"><img src="http://169.254.169.254/latest" alt="">`
  const pdf = await exportReport(page, html)
  expect(harness.hits).toEqual([])
  expect(requests).toEqual([])
  expect(pdf.words).toEqual('Bureau fato Selo Quebrada imagem externa omitida'.split(' '))
})

test('G8 · an image that carries its own bytes is drawn', async () => {
  const red =
    'data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><rect width="100" height="100" fill="black"/></svg>'
  const pdf = await exportReport(
    page,
    `<!doctype html><body style="margin:0"><img src='${red}' alt=""><p>fato</p></body>`,
  )
  const { width, height, grey } = pdf.draw(1, 36)
  // The middle of the picture: 50 CSS pixels below and right of the body's corner.
  const [x, y] = [Math.round((36 + 37) / 2), Math.round((68 + 37) / 2)]
  expect(x < width && y < height).toBe(true)
  expect(grey[y * width + x]).toBeLessThan(40)
})

const box = (style: string) => `<div style="width:100px;height:40px;${style}">cor</div>`

test('G5 · modern colours are drawn, nothing throws', async () => {
  const html = `<!doctype html><body style="margin:0">${box('background:oklch(60% .2 30)')}${box('background:color-mix(in oklab, red 50%, transparent)')}${box('border-left:20px solid color(display-p3 1 0 0)')}</body>`
  const pdf = await exportReport(page, html)
  expect(pdf.words).toEqual(['cor', 'cor', 'cor'])
  const colours = await page.evaluate(async () => {
    const image = new Image()
    image.src = await window.harness.drawn(0, 120, 1)
    await image.decode()
    const canvas = window.document.createElement('canvas')
    Object.assign(canvas, { width: image.width, height: image.height })
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0)
    return [
      [90, 30],
      [90, 70],
      [10, 100],
    ].map(([x = 0, y = 0]) => [...(context?.getImageData(x, y, 1, 1).data.subarray(0, 3) ?? [])])
  })
  const expected = [
    [221, 76, 53],
    [255, 128, 128],
    [255, 0, 0],
  ]
  for (const [i, colour] of colours.entries())
    for (const [k, channel] of colour.entries())
      expect(Math.abs(channel - (expected[i]?.[k] ?? NaN))).toBeLessThan(40)
})
