import { describe, expect, test, vi } from 'vitest'
import type { Tabs } from 'webextension-polyfill'
import { mostSelected } from '../../erps/erp.ts'
import { readPageSelection } from './page-selection.ts'
import { selectionQuestion } from './selection-question.ts'

const site = 'https://empresa.hubsoft.com.br'
const inFront: Partial<Tabs.Tab> = { id: 7, url: `${site}/cliente/editar/11943/financeiro#faturas` }

const setUp = (answer: () => Promise<unknown>, tab: Partial<Tabs.Tab> | null = inFront) => {
  const tabs = {
    query: vi.fn<(what: object) => Promise<unknown[]>>(async () => (tab ? [tab] : [])),
    sendMessage: vi.fn<(...sent: unknown[]) => Promise<unknown>>(answer),
  }
  return {
    tabs,
    read: (patience = () => new Promise<void>(() => {})) =>
      readPageSelection({
        tabs: tabs as never,
        enabled: { read: async () => [{ site, erp: 'hubsoft' as const }] },
        patience,
      }),
  }
}

test('the page in front is asked, in its top frame; where it is, the browser says', async () => {
  const { tabs, read } = setUp(async () => ['62636', '62637', '62636'])
  expect(await read()).toEqual({ site: 'empresa.hubsoft.com.br', invoiceIds: ['62636', '62637'] })
  expect(tabs.query).toHaveBeenCalledWith({ active: true, lastFocusedWindow: true })
  expect(tabs.sendMessage).toHaveBeenCalledWith(7, selectionQuestion, { frameId: 0 })
})

describe('attack 24 · who is not asked', () => {
  test.each<[string, Partial<Tabs.Tab> | null]>([
    ['no tab', null],
    ['a tab whose address the browser does not tell', { id: 7 }],
    ['a site that nobody enabled', { id: 7, url: 'https://outra.hubsoft.com.br/cliente' }],
    ['the same host over http', { id: 7, url: 'http://empresa.hubsoft.com.br/cliente' }],
    ['a look-alike', { id: 7, url: 'https://empresa.hubsoft.com.br@example.com/' }],
    ['our own tab', { id: 7, url: 'chrome-extension://abc/batch.html' }],
  ])('%s', async (_who, tab) => {
    const { tabs, read } = setUp(async () => ['62636'], tab)
    expect(await read()).toBeNull()
    expect(tabs.sendMessage).not.toHaveBeenCalled()
  })
})

describe('an answer that is none', () => {
  test.each<[string, unknown]>([
    ['nothing ticked', []],
    ['nothing at all', undefined],
    ['a claim about the site', { site: 'outra.hubsoft.com.br', invoiceIds: ['1'] }],
    ['numbers', [62636]],
    ['a text among them', ['62636', '../62637']],
    ['too long a number', ['1'.repeat(21)]],
    ['too many', Array.from({ length: mostSelected + 1 }, (_, index) => String(index))],
  ])('%s', async (_what, answer) => expect(await setUp(async () => answer).read()).toBeNull())

  test('no content script', async () => {
    const { read } = setUp(() => Promise.reject(new Error('Could not establish connection')))
    expect(await read()).toBeNull()
  })

  test('a page that hangs', async () => {
    const { read } = setUp(() => new Promise(() => {}))
    expect(await read(async () => {})).toBeNull()
  })
})
