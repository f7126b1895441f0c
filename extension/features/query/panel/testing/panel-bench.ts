import { vi } from 'vitest'
import type { VNode } from 'preact'
import type { Document as CustomerDocument } from '../../../../../shared/document.ts'
import { texts } from '../../../../../shared/locales/texts.ts'
import type { CustomerRecord, Erp } from '../../../../erps/erp.ts'
import { hubsoft } from '../../../../erps/hubsoft/index.ts'
import type { PanelRecord, PanelStatus } from '../../../status/panel-status.ts'
import type { StatusQuestion } from '../../../status/status-keeper.ts'
import type { PanelPlacing } from '../panel-memory.ts'
import { home } from '../panel-place.ts'
import { createPanelController } from '../panel-controller.tsx'
import type { PanelProps } from '../panel.tsx'

export const cpf = '73164025807' as CustomerDocument
export const cnpj = '04718253000156' as CustomerDocument

export const record = (documents: CustomerDocument[], name = 'MARIA'): CustomerRecord => ({
  name,
  documents,
  masked: false,
  root: document.createElement('div'),
})

export const address = (path: string) => new URL(path, 'https://empresa.hubsoft.com.br')

export const debt: PanelRecord = {
  id: 'n1',
  state: 'active',
  isTest: false,
  cents: 239_70,
  invoice: '62636',
  more: 2,
  days: 41,
  alarm: 'none',
  removal: null,
}

interface Bench {
  /** What the page shows. */
  onPage: CustomerRecord | null
  /** What the service tells. */
  status: PanelStatus
  /** What the panel shows; null while there is none. */
  props: PanelProps | null
  inPage: boolean
  /** What the page says of its look, and what the system has. */
  isPageDark: boolean | null
  isSystemDark: boolean
}

const fresh = (): Bench => ({
  onPage: record([cpf]),
  status: {
    records: [debt],
    invoices: [],
    lastReport: null,
    overdue: { count: 3, cents: 359_70 },
    mayInclude: true,
    isOther: false,
    problem: null,
    readAt: 0,
  },
  props: null,
  inPage: false,
  isPageDark: null,
  isSystemDark: false,
})

/** Page, service and panel of one test. */
export const bench: Bench = fresh()

export const clearBench = (): void => {
  Object.assign(bench, fresh())
}

export type Work = (input: unknown) => Promise<unknown>
export const opens: Work = async () => ({ opened: true })

/** A controller on the bench, with a background that answers what the test says. */
export const setUpPanel = (openQuery: Work = opens, openNegativation: Work = opens) => {
  const sent = vi.fn<Work>(openQuery)
  const negativations = vi.fn<Work>(openNegativation)
  const records = vi.fn<Work>(opens)
  const asked = vi.fn<(question: StatusQuestion) => Promise<PanelStatus>>(async () => bench.status)
  const erp: Erp = { ...hubsoft, readRecord: () => bench.onPage, isDark: () => bench.isPageDark }
  const show = vi.fn<(content: unknown) => void>((content) => {
    bench.props = (content as VNode<PanelProps>).props
    bench.inPage = true
  })
  const remove = vi.fn<() => void>(() => {
    bench.props = null
    bench.inPage = false
  })
  const reports = vi.fn<Work>(opens)
  const keep = vi.fn<(change: Partial<PanelPlacing>) => void>()
  const controller = createPanelController({
    page: document,
    erp,
    host: {
      show,
      remove,
      isInPage: () => bench.inPage,
      isLost: () => false,
      element: document.createElement('i'),
    },
    words: texts('pt-BR').erp.panel,
    openQuery: sent,
    openNegativation: negativations,
    openRecord: records,
    askStatus: asked,
    toldStatus: () => undefined,
    wantsStatus: () => false,
    openLastReport: reports,
    stands: true,
    placing: { isOpen: true, place: home },
    keep,
    windowSize: () => ({ width: 1366, height: 768 }),
    isSystemDark: () => bench.isSystemDark,
    signal: new AbortController().signal,
  })
  return { controller, sent, negativations, records, reports, asked, show, remove, keep }
}
