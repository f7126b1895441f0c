import { beforeEach, describe, expect, test, vi } from 'vitest'
import browser from 'webextension-polyfill'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { AppError } from '../../../shared/errors.ts'
import { parseCnpj } from '../../../shared/document.ts'
import { texts } from '../../../shared/locales/texts.ts'
import type { Link } from '../../proxy-link/link.ts'
import { query } from '../../ui/testing/samples.ts'
import { sessionDrafts } from './drafts.ts'
import { queryHandlers } from './handle-query.ts'
import { lastSelection } from './last-selection.ts'
import { openReport } from './open-report.ts'

const content = { role: 'content', tabId: 7 } as const
const id = 'd6bd8369-f85e-47b4-b358-1d25ab6a1791'

const setUp = (answer: Link['call'] = async () => query({ id: 'q1' })) => {
  const call = vi.fn<Link['call']>(answer)
  const drafts = sessionDrafts(browser.storage.session, () => id)
  const selection = lastSelection(browser.storage.session)
  const openPage = vi.fn<(page: string, tabId: number | undefined) => Promise<never>>(
    async () => ({}) as never,
  )
  const setTitle = vi.fn<(title: string) => Promise<void>>(async () => {})
  const handlers = queryHandlers({
    drafts,
    selection,
    open: (draft, tabId) => openReport(draft, tabId, { drafts, openPage }),
    menu: { setTitle } as never,
    words: async () => texts('pt-BR').erp,
    own: async () => [parseCnpj('90.001.000/0001-07')!],
    link: { call },
  })
  return { drafts, selection, openPage, setTitle, call, handlers }
}

beforeEach(() => fakeBrowser.reset())

describe('open-query', () => {
  test('opens the report tab by a random id; the document is not in the address', async () => {
    const { handlers, openPage, drafts } = setUp()
    await handlers['open-query']({ document: '73164025807', name: ' MARIA\n EXEMPLO ' }, content)
    expect(openPage).toHaveBeenCalledWith(`/report.html?draft=${id}`, 7)
    expect(await drafts.read(id)).toEqual({ document: '731.640.258-07', name: 'MARIA EXEMPLO' })
  })

  test('without a document, for typing', async () => {
    const { handlers, drafts } = setUp()
    await handlers['open-query']({ document: null }, content)
    expect(await drafts.read(id)).toEqual({ document: null })
  })

  test.each(['731.640.258-08', '<img src=x>', '731.640.258-07; 907.315.826-59'])(
    '%j is no document',
    async (document) => {
      const { handlers, openPage } = setUp()
      await expect(handlers['open-query']({ document }, content)).rejects.toMatchObject({
        code: 'document-invalid',
      })
      expect(openPage).not.toHaveBeenCalled()
    },
  )

  test("a page's proposal of the provider's own CNPJ opens the tab for typing; our own page's is meant", async () => {
    const { handlers, drafts } = setUp()
    await handlers['open-query']({ document: '90.001.000/0001-07', name: 'PROVEDOR' }, content)
    expect(await drafts.read(id)).toEqual({ document: null, notice: 'own' })
    await handlers['open-query']({ document: '90001000000107' }, { role: 'page', tabId: 7 })
    expect(await drafts.read(id)).toEqual({ document: '90.001.000/0001-07' })
  })

  test('attack 27 · a hostile name stays one short line of text', async () => {
    const { handlers, drafts } = setUp()
    const name = `<img src=x onerror=alert(1)>\u202e\u0000${'x'.repeat(150)}`
    await handlers['open-query']({ document: null, name }, content)
    const kept = (await drafts.read(id)).name!
    expect(kept.length).toBeLessThanOrEqual(120)
    expect(kept).not.toMatch(/[\p{C}]/u)
  })
})

describe('open-last-report', () => {
  const wanted = { queryId: 'q1', document: '73164025807' }

  test('opens the report tab on the saved query, to make its PDF', async () => {
    const { handlers, openPage, drafts, call } = setUp()
    expect(await handlers['open-last-report'](wanted, content)).toEqual({ opened: true })
    expect(call.mock.calls).toEqual([['query', { id: 'q1' }]])
    expect(openPage).toHaveBeenCalledWith(`/report.html?draft=${id}`, 7)
    expect(await drafts.read(id)).toEqual({ document: '731.640.258-07', queryId: 'q1', pdf: 'wanted' })
  })

  test('attack 24 · a page cannot name the query of another person', async () => {
    const { handlers, openPage } = setUp()
    const other = { ...wanted, document: '907.315.826-59' }
    await expect(handlers['open-last-report'](other, content)).rejects.toMatchObject({
      code: 'message-refused',
    })
    expect(openPage).not.toHaveBeenCalled()
  })

  test('what is no document does not reach the service', async () => {
    const { handlers, call } = setUp()
    await expect(
      handlers['open-last-report']({ ...wanted, document: '731.640.258-08' }, content),
    ).rejects.toMatchObject({ code: 'message-refused' })
    expect(call).not.toHaveBeenCalled()
  })

  test('a query that is gone opens nothing and is told in the service’s words', async () => {
    const { handlers, openPage } = setUp(() => Promise.reject(new AppError('query-unknown')))
    await expect(handlers['open-last-report'](wanted, content)).rejects.toMatchObject({
      code: 'query-unknown',
    })
    expect(openPage).not.toHaveBeenCalled()
  })
})

describe('drafts', () => {
  test('the PDF that a draft was opened for is claimed once, and for its own query alone', async () => {
    const { drafts } = setUp()
    await drafts.save({ document: '731.640.258-07', queryId: 'q1', pdf: 'wanted' })
    expect(await drafts.claimPdf(id, 'q2')).toBe(false)
    expect(await drafts.claimPdf(id, 'q1')).toBe(true)
    expect(await drafts.claimPdf(id, 'q1')).toBe(false)
    expect(await drafts.read(id)).toMatchObject({ queryId: 'q1', pdf: 'begun' })
  })

  test('another query in the same tab makes no PDF by itself', async () => {
    const { drafts } = setUp()
    await drafts.save({ document: '731.640.258-07', queryId: 'q1', pdf: 'wanted' })
    expect(await drafts.attach(id, 'q2')).toEqual({ document: '731.640.258-07', queryId: 'q2' })
    expect(await drafts.claimPdf(id, 'q2')).toBe(false)
  })

  test('a reload attaches to the running query', async () => {
    const { handlers, drafts } = setUp()
    await drafts.save({ document: '731.640.258-07' })
    await handlers.draft({ id, queryId: 'q1' }, { role: 'page', tabId: 8 })
    expect(await handlers.draft({ id }, { role: 'page', tabId: 8 })).toEqual({
      document: '731.640.258-07',
      queryId: 'q1',
    })
  })

  test('one that is gone says so', async () => {
    await expect(setUp().handlers.draft({ id }, { role: 'page', tabId: 8 })).rejects.toMatchObject({
      code: 'draft-unknown',
    })
  })

  test('they lie in session memory alone', async () => {
    const { drafts } = setUp()
    await drafts.save({ document: '731.640.258-07' })
    expect(JSON.stringify(await browser.storage.local.get(null))).not.toMatch(/731\.?640/)
  })
})

test('selection-changed: the title names it, and the tab it came from is remembered', async () => {
  const { handlers, setTitle, selection } = setUp()
  await handlers['selection-changed']({ text: 'CPF 731.640.258-07' }, content)
  expect(setTitle).toHaveBeenCalledWith('Consultar crédito de 731.640.258-07')
  expect(await selection.of(7)).toBe('CPF 731.640.258-07')
  expect(await selection.of(8)).toBe('')
})
