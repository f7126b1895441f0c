import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { remoteScripts, stripRemoteCode } from '../../../extension/pdf/strip-remote-code.ts'
import { buildReport } from '../../simulators/connect/reports/build-report.ts'
import { exportReport, exportShown, header, many, show } from './export-report.ts'
import { fontPath, makeFont } from './make-font.ts'
import { readPdf } from './read-pdf.ts'
import { startHarness, type PdfHarness } from './start-harness.ts'

let harness: PdfHarness

beforeAll(async () => {
  harness = await startHarness(inject('pdfHarness'))
})
afterAll(() => harness.close())

const report = buildReport({ document: '73164025807', name: 'MARIA EXEMPLO', pages: 2, seed: 6 })
const dist = fileURLToPath(new URL('../../../dist', import.meta.url))
const builds = ['chrome-mv3', 'firefox-mv3']

describe.each(builds)('the built extension %s', (name) => {
  const files = globSync('**/*', { cwd: join(dist, name), withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

  test('G4 · no file holds the address of a remote script', () => {
    expect(files.length).toBeGreaterThan(3)
    for (const file of files) expect([file, remoteScripts(readFileSync(file, 'latin1'))]).toEqual([file, []])
  })

  test('G18 · nothing of the PDF is loaded late', () => {
    const scripts = files.filter((file) => file.endsWith('.js')).map((file) => readFileSync(file, 'utf8'))
    const withPdf = scripts.filter((code) => code.includes('jsPDF'))
    expect(withPdf.length).toBeGreaterThan(0)
    const late = /\bimport\(\s*["'`][^"'`]*(?:html2canvas|purify|canvg|index\.es)/i
    expect(withPdf.filter((code) => late.test(code))).toHaveLength(0)
  })
})

test('G4 · a build with the address of a remote script fails', async () => {
  const entry = 'export const address = "https://cdn.example/any.min.js"'
  const make = () =>
    build({
      configFile: false,
      logLevel: 'silent',
      plugins: [
        stripRemoteCode(),
        {
          name: 'entry',
          resolveId: (id) => (id === 'entry' ? '\0entry' : null),
          load: (id) => (id === '\0entry' ? entry : null),
        },
      ],
      build: { write: false, rollupOptions: { input: 'entry', preserveEntrySignatures: 'strict' } },
    })
  await expect(make()).rejects.toThrow('remote script')
})

test('G16 · the policy of our pages changes nothing in the PDF', async () => {
  const [strict, free] = [await harness.open(), await harness.open({ policy: false })]
  const [a, b] = [await exportReport(strict, report), await exportReport(free, report)]
  expect(a.pages).toBe(b.pages)
  expect(a.boxes).toEqual(b.boxes)
  expect(a.draw(1, 50).grey).toEqual(b.draw(1, 50).grey)
  await Promise.all([strict.close(), free.close()])
})

test('G18 · an export without network asks for nothing', async () => {
  const page = await harness.open()
  await show(page, report)
  await page.context().setOffline(true)
  const requests: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith('data:') && request.url() !== 'about:srcdoc') requests.push(request.url())
  })
  const pdf = await exportShown(page)
  expect(pdf.pages).toBeGreaterThan(1)
  expect(requests).toEqual([])
  await page.close()
})

test('printing is asked for with the report in it, and the copy goes away', async () => {
  const page = await harness.open()
  await show(
    page,
    '<p>Nada consta em nome de <b>MARIA EXEMPLO</b></p><details><summary>Mais</summary>dobrado</details>',
  )
  const asked = await page.evaluate((head) => window.harness.printed(head), header)
  expect(asked).toContain('Consulta de crédito – CREDNET LIGHT')
  expect(asked).toContain(
    'CPF 731.640.258-07 · Protocolo 000123456 · 25/11/2026 10:02 · Consultado por Ana – Cobrança',
  )
  expect(asked).toContain('MARIA EXEMPLO')
  expect(asked).toContain('dobrado')
  await page.waitForFunction(() => document.querySelectorAll('iframe').length === 1)
  await page.close()
})

test('the print style puts header and page numbers on every page and cuts no row', async () => {
  const page = await harness.open()
  await show(page, report)
  const html = await page.evaluate((head) => window.harness.printCopy(head), header)
  const paper = await harness.open()
  await paper.setContent(`<!doctype html>${html}`)
  const printed = (await paper.pdf({ preferCSSPageSize: true, printBackground: true })).toString('base64')
  const pdf = readPdf(printed)
  expect(pdf.pages).toBeGreaterThan(1)
  for (const [i, text] of pdf.texts.entries()) {
    expect(text).toContain(`Página ${i + 1} de ${pdf.pages}`)
    expect(text).toContain('731.640.258-07 · Consulta de crédito – CREDNET LIGHT')
  }
  await Promise.all([page.close(), paper.close()])
})

test('G14 · printing loses no column of a wide report', async () => {
  const page = await harness.open()
  const row = many(30, (i) => `<td nowrap>COLUNA ${i}</td>`)
  await show(page, `<table border="1"><tr>${row}</tr></table>`)
  const html = await page.evaluate((head) => window.harness.printCopy(head), header)
  const paper = await harness.open()
  await paper.setContent(`<!doctype html>${html}`)
  const printed = (await paper.pdf({ preferCSSPageSize: true })).toString('base64')
  const { texts, info } = readPdf(printed)
  expect(texts.join(' ')).toContain('COLUNA 29')
  expect(info['Page size']).toContain('841.92 x 594.96')
  await Promise.all([page.close(), paper.close()])
})

test('15 of 15 drawings have their style', async () => {
  const page = await harness.open()
  await show(page, report)
  const drawings = new Set<string>()
  for (let i = 0; i < 15; i += 1) drawings.add(await page.evaluate(() => window.harness.drawn(0, 400, 1)))
  expect(drawings.size).toBe(1)
  await page.close()
})

test('the font in the repository is the one that the package gives', () => {
  expect(Buffer.compare(readFileSync(fontPath), makeFont())).toBe(0)
})
