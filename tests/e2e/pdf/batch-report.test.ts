import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test, vi } from 'vitest'
import { batchPdf } from '../../../extension/batch-view/report/batch-pdf.ts'
import { itemOf, now, runningBatch, totalsOf } from '../../../extension/batch-view/testing/batch-samples.ts'
import { remoteScripts } from '../../../extension/pdf/strip-remote-code.ts'
import { refusal } from '../../../extension/ui/testing/samples.ts'
import type { Batch, BatchItem } from '../../../shared/api.ts'
import { texts } from '../../../shared/locales/texts.ts'
import { readPdf } from './read-pdf.ts'
import type { PdfFacts } from './read-pdf.ts'

const batch = runningBatch({
  state: 'done',
  going: totalsOf(3),
  endedAt: '2026-11-25T13:05:00.000Z',
  approvedBy: 'Léo – Supervisão',
  log: [
    {
      at: '2026-11-25T12:59:10.000Z',
      actor: 'Ana',
      event: 'confirmed',
      text: 'Avisados por carta em outubro.',
    },
    { at: '2026-11-25T13:01:00.000Z', actor: 'Léo – Supervisão', event: 'approved', text: null },
  ],
})
const refused = itemOf({
  position: 2,
  name: 'ÍTALO ÁÇÊÜ',
  state: 'refused',
  problem: refusal('inclusion-refused', { code: '17', message: 'CEP NÃO LOCALIZADO' }),
})

const written = async (items: readonly BatchItem[], over: Partial<Batch> = {}): Promise<PdfFacts> => {
  const blob = await batchPdf({ batch: { ...batch, ...over }, items, texts: texts('pt-BR'), now })
  return readPdf(Buffer.from(await blob.arrayBuffer()).toString('base64'))
}
const flat = (text = ''): string => text.replace(/\s+/g, ' ')

describe('the report of a batch', () => {
  test('head, totals, every debt below its state, page numbers, all accents', async () => {
    const pdf = await written([itemOf({ state: 'sent', protocol: '000123456' }), refused])
    const all = flat(pdf.texts.join(' '))
    for (const part of [
      'Relatório de negativação em massa',
      'Lote 25/11/2026 09:59 · 04.718.253/0001-56 · Matriz · Confirmado por Ana – Cobrança, 25/11/2026 09:59 · Aprovado por Léo – Supervisão, 25/11/2026 10:01',
      'Justificativa Avisados por carta em outubro.',
      'Motivo Inclusão 01 · Inadimplência',
      'recusada 1 1 1 R$ 79,90',
      'Total 2 1 2 R$ 159,80',
      'recusada · 1',
      'ÍTALO ÁÇÊÜ 731.640.258-07 62636 (25/08/2026)',
      '17 CEP NÃO LOCALIZADO.',
      'enviada · 1 O Connect aceitou.',
      '000123456',
      `Página 1 de ${pdf.pages}`,
    ])
      expect(all).toContain(part)
    expect(all).not.toContain('\uFFFD')
    expect(pdf.info).toMatchObject({ Title: 'Relatório de negativação em massa', Creator: 'Nada Consta' })
  })

  test('every page says a test and an unfinished batch, and has its titles once; nobody is lost between pages', async () => {
    const items = Array.from({ length: 60 }, (_, at) =>
      itemOf({ position: at + 1, name: `PESSOA ${at + 1}` }),
    )
    const pdf = await written(items, { state: 'paused', environment: 'test' })
    const pages = pdf.texts.filter((text) => text.includes('PESSOA'))
    expect(pages.length).toBeGreaterThan(1)
    for (const text of pdf.texts) {
      expect(text).toContain('HOMOLOGAÇÃO: envio fictício')
      expect(text).toContain('Parcial: o lote está como “Pausado”.')
    }
    for (const text of pages) expect(text.match(/Faturas \(vencimento\)/g)).toHaveLength(1)
    expect(pdf.texts.join('\n').match(/PESSOA \d+/g)).toEqual(items.map(({ name }) => name))
  })

  test('long names wrap inside their column, and nothing leaves the paper', async () => {
    const name = 'EMPRESA BRASILEIRA DE TELECOMUNICAÇÕES E SERVIÇOS DE INTERNET DO INTERIOR PAULISTA EIRELI'
    const pdf = await written([itemOf({ name: `${name} ${'X'.repeat(90)}` }), { ...refused, name }])
    const words = name.split(' ')
    expect(flat(pdf.texts.join(' '))).toContain('EMPRESA BRASILEIRA DE')
    for (const box of pdf.boxes) expect(box.right).toBeLessThanOrEqual(841.89 - 30)
    for (const { text, right } of pdf.boxes.filter((box) => words.includes(box.text) && box.text.length > 8))
      expect([text, right < 36 + 26 + 136]).toEqual([text, true])
  })

  test('says how far it is, and stops when it is told to', async () => {
    const controller = new AbortController()
    const onProgress = vi.fn<(done: number, total: number) => void>(() => controller.abort())
    const items = Array.from({ length: 60 }, (_, at) => itemOf({ position: at + 1 }))
    const parts = { batch, items, texts: texts('pt-BR'), now, signal: controller.signal, onProgress }
    await expect(batchPdf(parts)).rejects.toThrow('abort')
    expect(onProgress.mock.calls).toEqual([[25, 60]])
  })
})

test('G4 · the tables bring no address of a remote script', () => {
  const source = readFileSync(fileURLToPath(import.meta.resolve('jspdf-autotable')), 'utf8')
  expect(source).toContain('autoTable')
  expect(remoteScripts(source)).toEqual([])
})
