import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { texts } from '../../shared/locales/texts.ts'
import type { PdfHeader } from '../pdf/export-pdf.ts'
import { exportPdf } from '../pdf/export-pdf.ts'
import { printReport } from '../report/print-report.ts'
import { ReportActions } from './report-actions.tsx'
import { saveFile } from '../ui/save-file.ts'

vi.mock('../pdf/export-pdf.ts', () => ({ exportPdf: vi.fn<typeof exportPdf>() }))
vi.mock('../pdf/pdf-file-name.ts', () => ({ pdfFileName: () => 'relatorio.pdf' }))
vi.mock('../report/print-report.ts', () => ({
  printReport: vi.fn<() => Promise<void>>(() => Promise.resolve()),
}))
vi.mock('../ui/save-file.ts', () => ({ saveFile: vi.fn<() => void>() }))

afterEach(() => {
  cleanup()
  vi.clearAllMocks()
})

const header: PdfHeader = {
  document: '731.640.258-07',
  documentKind: 'CPF',
  product: 'CREDNET LIGHT',
  protocol: '000123456',
  at: '25/11/2026 10:02',
  operator: 'Ana',
}
const frame = document.createElement('iframe')
const negativate = vi.fn<() => Promise<void>>(() => Promise.resolve())
const claimPdf = vi.fn<() => Promise<boolean>>(() => Promise.resolve(false))
const actions = (laidOut: HTMLIFrameElement | null) => (
  <ReportActions frame={laidOut} header={header} claimPdf={claimPdf} onNegativate={negativate} />
)
const openReport = () => {
  render(actions(frame))
}

describe('the PDF', () => {
  test('is saved under its name, with the header of the query', async () => {
    const blob = new Blob(['%PDF'])
    vi.mocked(exportPdf).mockResolvedValue(blob)
    openReport()
    fireEvent.click(screen.getByText('Exportar PDF'))
    expect(await screen.findByText('PDF salvo.')).toBeTruthy()
    expect(saveFile).toHaveBeenCalledWith(blob, 'relatorio.pdf')
    expect(vi.mocked(exportPdf).mock.calls[0]?.slice(0, 2)).toEqual([frame, header])
  })

  test('shows its progress and can be cancelled', async () => {
    vi.mocked(exportPdf).mockImplementation((_frame, _header, { onProgress, signal }) => {
      onProgress?.(2, 6)
      return new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          reject(signal.reason as Error)
        })
      })
    })
    openReport()
    fireEvent.click(screen.getByText('Exportar PDF'))
    expect(await screen.findByText('Montando o PDF… 2 de 6')).toBeTruthy()
    fireEvent.click(screen.getByText('Cancelar'))
    await waitFor(() => {
      expect(screen.queryByText(/Montando o PDF/)).toBeNull()
    })
    expect(saveFile).not.toHaveBeenCalled()
    expect(printReport).not.toHaveBeenCalled()
  })

  test('that would be blank is not saved: printing takes its place, with a word of explanation', async () => {
    vi.mocked(exportPdf).mockRejectedValue(new AppError('pdf-blank'))
    openReport()
    fireEvent.click(screen.getByText('Exportar PDF'))
    expect(await screen.findByText(/Abrimos a impressão/)).toBeTruthy()
    expect(screen.getByText(/O PDF sairia em branco e não foi salvo/)).toBeTruthy()
    expect(printReport).toHaveBeenCalledOnce()
    expect(saveFile).not.toHaveBeenCalled()
  })
})

describe('the PDF that the tab was opened for', () => {
  test('is made once the report is laid out, without a press, and is said', async () => {
    const blob = new Blob(['%PDF'])
    vi.mocked(exportPdf).mockResolvedValue(blob)
    claimPdf.mockResolvedValueOnce(true)
    const { rerender } = render(actions(null))
    expect(claimPdf).not.toHaveBeenCalled()
    rerender(actions(frame))
    expect(await screen.findByText('PDF salvo.')).toBeTruthy()
    rerender(actions(frame))
    expect(saveFile).toHaveBeenCalledExactlyOnceWith(blob, 'relatorio.pdf')
  })

  test('that fails is offered as printing, and the button tries again', async () => {
    vi.mocked(exportPdf).mockRejectedValueOnce(new AppError('pdf-blank'))
    claimPdf.mockResolvedValueOnce(true)
    openReport()
    expect(await screen.findByText(/Abrimos a impressão/)).toBeTruthy()
    vi.mocked(exportPdf).mockResolvedValueOnce(new Blob(['%PDF']))
    fireEvent.click(screen.getByText('Exportar PDF'))
    expect(await screen.findByText('PDF salvo.')).toBeTruthy()
    expect(exportPdf).toHaveBeenCalledTimes(2)
  })

  test('is not made in a tab that was opened for anything else', async () => {
    openReport()
    await waitFor(() => expect(claimPdf).toHaveBeenCalledOnce())
    await claimPdf.mock.results[0]!.value
    expect(exportPdf).not.toHaveBeenCalled()
  })
})

test('printing and copying the protocol stand beside it', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  openReport()
  fireEvent.click(screen.getByText('Imprimir'))
  expect(printReport).toHaveBeenCalledWith(frame, header, texts('pt-BR').pdf)
  fireEvent.click(screen.getByText('Copiar protocolo'))
  expect(await screen.findByText('Copiado')).toBeTruthy()
  expect(writeText).toHaveBeenCalledWith('000123456')
})

test('nothing can be exported before the report is laid out', () => {
  render(actions(null))
  fireEvent.click(screen.getByText('Exportar PDF'))
  fireEvent.click(screen.getByText('Imprimir'))
  expect(exportPdf).not.toHaveBeenCalled()
  expect(printReport).not.toHaveBeenCalled()
})

test('Negativar opens the confirmation once per press, and says why when it cannot', async () => {
  openReport()
  const button = screen.getByText('Negativar…')
  fireEvent.click(button)
  fireEvent.click(button)
  expect(negativate).toHaveBeenCalledOnce()
  await waitFor(() => expect(button.getAttribute('aria-disabled')).toBeNull())
  negativate.mockRejectedValueOnce(new AppError('answer-lost'))
  fireEvent.click(button)
  expect(await screen.findByText(texts('pt-BR').errors['answer-lost'].text)).toBeTruthy()
})
