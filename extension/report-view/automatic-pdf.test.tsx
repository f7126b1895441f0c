import { cleanup, render, screen, waitFor } from '@testing-library/preact'
import { useEffect } from 'preact/hooks'
import { afterEach, expect, test, vi } from 'vitest'
import browser from 'webextension-polyfill'
import type { Draft } from '../features/query/draft.ts'
import { sessionDrafts } from '../features/query/drafts.ts'
import { exportPdf } from '../pdf/export-pdf.ts'
import { nothingOmitted } from '../report/omitted.ts'
import { saveFile } from '../ui/save-file.ts'
import { ok } from '../ui/testing/fake-background.ts'
import { ReportPage } from './report-page.tsx'
import { draftId, showReport } from './testing/show-report.tsx'

vi.mock('../pdf/export-pdf.ts', () => ({ exportPdf: vi.fn<typeof exportPdf>() }))
vi.mock('../ui/save-file.ts', () => ({ saveFile: vi.fn<() => void>() }))
vi.mock('../report/clean-report.ts', () => ({
  cleanReport: (html: string) => ({ html, omitted: nothingOmitted() }),
}))
vi.mock('../report/report-frame.tsx', () => ({
  ReportFrame: ({ html, onReady }: { html: string; onReady: (frame: HTMLIFrameElement) => void }) => {
    useEffect(() => onReady(document.createElement('iframe')), [])
    return <div>{html}</div>
  },
}))

afterEach(() => {
  cleanup()
  vi.clearAllMocks()
})

const drafts = sessionDrafts(browser.storage.session, () => draftId)

/** The tab as the background opens it on a draft. */
const openTab = (draft: Draft) => {
  vi.mocked(exportPdf).mockResolvedValue(new Blob(['%PDF']))
  let saving: Promise<unknown> | undefined
  return showReport({
    draft: async () => {
      await (saving ??= drafts.save(draft))
      return ok(await drafts.read(draftId))
    },
  })
}

test('a tab that was opened for the PDF of a saved query makes it once, reloads included', async () => {
  const background = openTab({ document: '731.640.258-07', queryId: 'q1', pdf: 'wanted' })
  expect(await screen.findByText('PDF salvo.')).toBeTruthy()
  expect(screen.getByText(/Resultado guardado, de/)).toBeTruthy()
  expect(background.of('queryStart')).toEqual([])
  cleanup()
  render(<ReportPage />)
  expect(await screen.findByText(/Resultado guardado, de/)).toBeTruthy()
  await waitFor(() => expect(background.of('draft')).toHaveLength(2))
  expect(saveFile).toHaveBeenCalledOnce()
})

test('a tab that attaches to its query after a reload makes none', async () => {
  openTab({ document: '731.640.258-07', queryId: 'q1' })
  expect(await screen.findByText('RELATÓRIO')).toBeTruthy()
  expect(exportPdf).not.toHaveBeenCalled()
})
