import { vi } from 'vitest'
import { parseDocument } from '../../../../shared/document.ts'
import { erpInline } from '../../../../shared/locales/pt-br/erp-inline.ts'
import type { Grid, GridRow, Route } from '../../../erps/erp.ts'
import type { PageListener } from '../../query/panel/page-watch.ts'
import type { InvoiceStanding } from '../../status/panel-status.ts'
import { markTag } from '../mark-element.tsx'
import { startInline } from '../start-inline.ts'
import type { InlineParts } from '../start-inline.ts'

/** A made-up page: a header, a bar and a table whose cells say `person <document> <name>` or `invoice <id>`. */

export const customer = (id = '11943'): Route => ({ kind: 'customer', id, section: '' })
export const known = (invoices: Record<string, InvoiceStanding>) => ({
  at: 'known' as const,
  status: {
    records: [],
    invoices: Object.entries(invoices).map(([id, standing]) => ({ id, standing })),
    lastReport: null,
    overdue: null,
    mayInclude: true,
    isOther: false,
    problem: null,
    readAt: 0,
  },
})

const table = () => document.querySelector('tbody')!

export const showRows = (...texts: string[]): void => {
  table().replaceChildren(
    ...texts.map((text) => {
      const row = document.createElement('tr')
      row.insertCell().textContent = text
      return row
    }),
  )
}
export const cell = (at = 0) => table().querySelectorAll('td')[at]!

const readRow = (row: HTMLElement): GridRow | null => {
  const place = row.firstElementChild!
  const [kind = '', value = '', name = null] = (place.textContent ?? '').split(' ')
  if (kind === 'invoice') return { kind, cell: place, id: value }
  const document = parseDocument(value)
  return kind === 'person' && document ? { kind: 'document', cell: place, document, name } : null
}

/** A content script on a page that is as large as its window, with the frames in the test's hand. */
export const bench = (parts: Partial<InlineParts> = {}) => {
  const [nav, header, grid] = ['nav', 'header', 'table'].map((name) => document.createElement(name))
  header!.append(document.createElement('button'))
  grid!.append(document.createElement('tbody'))
  document.body.replaceChildren(nav!, header!, grid!)
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue({
    top: 0,
    bottom: 40,
    left: 0,
    right: 900,
    width: 900,
    height: 40,
    x: 0,
    y: 0,
    toJSON: () => ({}),
  })
  const attached = vi.spyOn(HTMLElement.prototype, 'attachShadow')
  const frames: (() => void)[] = []
  const listeners: PageListener[] = []
  const stopper = new AbortController()
  const openQuery = vi.fn<InlineParts['openQuery']>(async () => ({ opened: true }))
  const openPanel = vi.fn<() => void>()
  const inline = startInline({
    page: document,
    erp: {
      toolbarAnchor: () => ({ element: document.querySelector('nav')!, side: 'inside' }),
      recordAnchor: () => ({ element: document.querySelector('header button')!, side: 'after' }),
      grids: (): Grid[] => [{ rows: table().children as HTMLCollectionOf<HTMLElement>, read: readRow }],
      isDark: () => null,
    },
    words: erpInline,
    features: { toolbar: true, record: true, chips: true, marks: true },
    signal: stopper.signal,
    openQuery,
    openPanel,
    listen: (listener) => listeners.push(listener),
    now: () => 0,
    afterLayout: (run) => frames.push(run),
    beforeLayout: (run) => run(),
    ...parts,
  })
  const frame = (): void => {
    for (const run of frames.splice(0)) run()
  }
  const insideOf = (host: Element | null): ShadowRoot =>
    attached.mock.results.map(({ value }) => value as ShadowRoot).find((root) => root.host === host)!
  return {
    inline,
    openQuery,
    openPanel,
    frame,
    stop: () => stopper.abort(),
    /** The page has changed, and has drawn what it changed. */
    changed: () => {
      for (const { changed } of listeners) changed()
      frame()
    },
    /** What stands in a place: the button's name or the sign's word. */
    said: (place: Element): string[] =>
      [...place.querySelectorAll(markTag)].map((host) => {
        const root = insideOf(host)
        return (
          root.querySelector('button')?.getAttribute('aria-label') ?? root.querySelector('.root')!.textContent
        )
      }),
    insideOf: (place: Element) => insideOf(place.querySelector(markTag)),
    /** A press as a person makes it. */
    press: (place: Element): void => {
      const click = new MouseEvent('click', { bubbles: true, composed: true })
      Object.defineProperty(click, 'isTrusted', { value: true })
      insideOf(place.querySelector(markTag)).querySelector('button')!.dispatchEvent(click)
    },
  }
}
