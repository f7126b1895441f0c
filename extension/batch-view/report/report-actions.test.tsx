import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { OperationInput } from '../../../shared/api.ts'
import type { Answers } from '../../ui/testing/fake-background.ts'
import { fail, fakeBackground, ok } from '../../ui/testing/fake-background.ts'
import { saveFile } from '../../ui/save-file.ts'
import { itemOf, now, runningBatch } from '../testing/batch-samples.ts'
import { batchPdf } from './batch-pdf.ts'
import { ReportActions } from './report-actions.tsx'

vi.mock('../../ui/save-file.ts', () => ({ saveFile: vi.fn<() => void>() }))
vi.mock('./batch-pdf.ts', () => ({ batchPdf: vi.fn<() => Promise<Blob>>() }))

beforeEach(() => {
  vi.mocked(batchPdf)
    .mockReset()
    .mockResolvedValue(new Blob(['%PDF']))
  vi.mocked(saveFile).mockReset()
})
afterEach(cleanup)

const items = Array.from({ length: 700 }, (_, at) => itemOf({ position: at + 1, state: 'sent' }))
const answering = ({ from, count }: OperationInput<'batchItems'>) =>
  ok({ items: items.slice(from, from + count), total: 700, next: from + count < 700 ? from + count : null })
const show = (batchItems: Answers['batchItems'] = answering) => {
  const background = fakeBackground({ batchItems })
  render(<ReportActions batch={runningBatch()} clock={() => now} />)
  return background
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const saved = () => vi.mocked(saveFile).mock.calls[0]

describe('a report as a file', () => {
  test('CSV: every page of debts, with the mark that Excel wants, under a name that sorts', async () => {
    const background = show()
    press('Exportar CSV')
    expect(await screen.findByText('Arquivo salvo: lote-2026-11-25-0959.csv')).toBeTruthy()
    const [blob, name] = saved() ?? []
    expect(name).toBe('lote-2026-11-25-0959.csv')
    const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))
    expect([...bytes].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes).split('\r\n')).toHaveLength(701)
    expect(background.of('batchItems')).toMatchObject([{ from: 0 }, { from: 500 }])
  })

  test('PDF: says how far it is, then that it is saved', async () => {
    const file = Promise.withResolvers<Blob>()
    vi.mocked(batchPdf).mockImplementation(({ onProgress }) => {
      onProgress?.(250, 700)
      return file.promise
    })
    show()
    press('Exportar PDF')
    expect(await screen.findByText('Escrevendo o relatório… 250 de 700')).toBeTruthy()
    press('Exportar PDF')
    file.resolve(new Blob(['%PDF']))
    expect(await screen.findByText('Arquivo salvo: lote-2026-11-25-0959.pdf')).toBeTruthy()
    expect(vi.mocked(batchPdf)).toHaveBeenCalledOnce()
  })

  test('interrupted, nothing is saved', async () => {
    const file = Promise.withResolvers<Blob>()
    vi.mocked(batchPdf).mockReturnValue(file.promise)
    show()
    press('Exportar PDF')
    await waitFor(() => expect(batchPdf).toHaveBeenCalledOnce())
    press('Interromper')
    file.resolve(new Blob(['%PDF']))
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Interromper' })).toBeNull())
    expect(saveFile).not.toHaveBeenCalled()
  })

  test('a failure says that the batch does not change, and it can be pressed again', async () => {
    const background = show(fail('service-unreachable'))
    press('Exportar CSV')
    expect(await screen.findByText('O relatório não foi salvo')).toBeTruthy()
    expect(screen.getByRole('alert').textContent).toMatch('O lote não muda com isso.')
    background.answers.batchItems = answering
    press('Exportar CSV')
    expect(await screen.findByText(/^Arquivo salvo/)).toBeTruthy()
  })
})
