import { formatDocument } from '../../../shared/document.ts'
import type { Erp, GridRow, Route } from '../../erps/erp.ts'
import type { MessageInput } from '../../messaging/protocol.ts'
import type { PageWatch } from '../query/panel/page-watch.ts'
import type { StatusView } from '../status/status-keeper.ts'
import { createBarButton } from './bar-button.ts'
import type { Knowledge } from './drawings.ts'
import { rowDrawing, toolbarDrawing, toolbarKey } from './drawings.ts'
import type { InlineFeatures } from './inline-features.ts'
import { markMaker, markTag } from './mark-element.tsx'
import { paced } from './paced.ts'
import { createPatience } from './patience.ts'
import { createRowMarks } from './row-marks.ts'

export interface InlineParts extends Pick<Knowledge, 'words' | 'features'> {
  page: Document
  erp: Pick<Erp, 'toolbarAnchor' | 'recordAnchor' | 'grids' | 'isDark'>
  /** Everything of ours goes when it aborts. */
  signal: AbortSignal
  /** Proposes a query to the background. */
  openQuery: (input: MessageInput<'open-query'>) => Promise<unknown>
  /** Opens the panel and puts the focus into it. */
  openPanel: () => void
  /** Tells bursts of changes of the page. */
  listen: PageWatch['listen']
  /** Monotonic milliseconds. */
  now: () => number
  /** Runs something after the page's next layout: geometry is read for nothing there. */
  afterLayout: (run: () => void) => void
  /** Runs something before it. */
  beforeLayout: (run: () => void) => void
}

export interface Inline {
  /** Another address: what belonged to the last one is dropped at once. */
  enter: (route: Route) => void
  /** What is known of the customer in the address, as the panel is told. */
  status: (view: StatusView) => void
  /** The person has switched something on or off. */
  allow: (features: InlineFeatures) => void
  /** Looks at the page again. */
  refresh: () => void
}

/** Small things of ours inside the ERP's page. Each is optional, and the page may take each away at any moment. */
export const startInline = (parts: InlineParts): Inline => {
  const { page, erp, words, signal, openPanel } = parts
  // What an older run has left behind.
  for (const left of page.querySelectorAll(markTag)) left.remove()
  const make = markMaker(page)
  const patience = () => createPatience(parts.now)
  const patiences = { toolbar: patience(), record: patience(), rows: patience() }
  let route: Route = { kind: 'closed' }
  let known: Knowledge = { words, features: parts.features, isDark: false, pressed: null, standings: null }
  const know = (change: Partial<Knowledge>): void => {
    known = { ...known, ...change }
    refresh()
  }

  const propose = async (key: string, input: MessageInput<'open-query'>): Promise<void> => {
    // A double press opens one tab (case G66).
    if (known.pressed?.isFailed === false) return
    const pressed = { key, isFailed: false }
    know({ pressed })
    const next = await parts.openQuery(input).then(
      () => null,
      () => ({ key, isFailed: true }),
    )
    // Not when another address has been entered meanwhile.
    if (known.pressed === pressed) know({ pressed: next })
  }
  const pressToolbar = (): void => {
    if (route.kind === 'customer') openPanel()
    else void propose(toolbarKey, { document: null })
  }
  const pressRow = (said: GridRow): void => {
    if (said.kind !== 'document') return
    const { document, name } = said
    void propose(document, { document: formatDocument(document), ...(name && { name }) })
  }

  const toolbar = createBarButton(make(pressToolbar), patiences.toolbar)
  const record = createBarButton(make(openPanel), patiences.record)
  const rows = createRowMarks({
    make,
    drawingOf: (said, height) => rowDrawing(said, height, known),
    press: pressRow,
    patience: patiences.rows,
    height: () => page.defaultView?.innerHeight ?? 0,
    beforeLayout: parts.beforeLayout,
    again: () => lookAtRowsSoon(),
  })
  const removeAll = (): void => {
    for (const one of [toolbar, record, rows]) one.remove()
  }

  const lookAtBars = (): void => {
    if (route.kind === 'closed' || signal.aborted) return
    const { features } = known
    const isRecord = route.kind === 'customer'
    toolbar.show(features.toolbar ? erp.toolbarAnchor(page) : null, toolbarDrawing(isRecord, known))
    record.show(features.record && isRecord ? erp.recordAnchor(page) : null, {
      look: 'bar',
      icon: 'check',
      label: words.panel,
    })
  }
  const lookAtRows = (): void => {
    if (route.kind === 'closed') return
    const { features, standings } = known
    known = { ...known, isDark: erp.isDark(page) ?? false }
    rows.show(features.chips || (features.marks && standings) ? erp.grids(page) : [])
  }
  const lookAtRowsSoon = paced({ ...parts, work: lookAtRows })
  const refresh = (): void => {
    lookAtBars()
    lookAtRowsSoon()
  }

  parts.listen({ signal, changed: refresh, isLost: () => toolbar.isLost() || record.isLost() })
  // It does not bubble, and the page's scroller is an element of its own. While rows fly by nothing is made that nobody reads.
  page.addEventListener('scrollend', lookAtRowsSoon, { signal, capture: true, passive: true })
  page.defaultView?.addEventListener('resize', lookAtRowsSoon, { signal })
  signal.addEventListener('abort', removeAll)

  return {
    refresh,
    enter: (next) => {
      const isSame = next.kind === 'customer' && route.kind === 'customer' && next.id === route.id
      route = next
      for (const one of Object.values(patiences)) one.renew()
      rows.remove('invoice')
      if (next.kind === 'closed') removeAll()
      know({ pressed: null, ...(isSame ? {} : { standings: null }) })
    },
    status: (view) => {
      const told = view.at === 'known' && route.kind === 'customer' ? view.status.invoices : null
      if (!told) rows.remove('invoice')
      know({ standings: told && new Map(told.map(({ id, standing }) => [id, standing])) })
    },
    allow: (features) => know({ features }),
  }
}
