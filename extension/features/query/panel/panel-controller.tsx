import { createRef } from 'preact'
import type { Document as CustomerDocument } from '../../../../shared/document.ts'
import { formatDocument } from '../../../../shared/document.ts'
import type { Texts } from '../../../../shared/locales/texts.ts'
import type { Erp } from '../../../erps/erp.ts'
import type { MessageInput } from '../../../messaging/protocol.ts'
import { createCustomerReader, isSameCustomer } from './customer-reader.ts'
import { createStatusKeeper } from '../../status/status-keeper.ts'
import type { StatusQuestion, StatusView } from '../../status/status-keeper.ts'
import type { PanelStatus } from '../../status/panel-status.ts'
import { focusPanel } from './panel-focus.ts'
import type { PanelHost } from './panel-host.ts'
import type { PanelPlacing } from './panel-memory.ts'
import { createPanelMover } from './panel-mover.ts'
import type { Size } from './panel-place.ts'
import { Panel } from './panel.tsx'
import type { PanelActions } from './panel.tsx'
import { failureNotice } from './failure-notice.ts'
import type { PanelState, ProposalNotices } from './panel-state.ts'
import { offeredReport, proposedDocument } from './panel-state.ts'

export interface PanelParts {
  page: ParentNode
  erp: Erp
  host: PanelHost
  words: Texts['erp']['panel']
  /** Proposes a query to the background. */
  openQuery: (input: MessageInput<'open-query'>) => Promise<unknown>
  /** Proposes a negativation: a window of ours opens, where a person decides. */
  openNegativation: (input: MessageInput<'open-negativation'>) => Promise<unknown>
  openRecord: (id: string) => Promise<unknown>
  /** Opens a saved answer in the report tab, which makes its PDF. */
  openLastReport: (input: MessageInput<'open-last-report'>) => Promise<unknown>
  askStatus: (question: StatusQuestion) => Promise<PanelStatus>
  /** Told what is known of the customer, for what else shows it. */
  toldStatus: (view: StatusView) => void
  /** Whether something else wants to know it while the panel is put away. */
  wantsStatus: () => boolean
  /** False where a person switched the panel off for this site. */
  stands: boolean
  /** How the person left the panel on this site, and how that is kept. */
  placing: PanelPlacing
  keep: (change: Partial<PanelPlacing>) => void
  windowSize: () => Size
  isSystemDark: () => boolean
  /** As long as the panel may stand in the page. */
  signal: AbortSignal
}

export interface ShowOptions {
  /** The focus goes to the panel, for a person who came by the keyboard. */
  focus?: boolean
}

export interface PanelController {
  /** Another address: everything that belonged to the last one is dropped. */
  enter: (address: URL) => void
  /** The page changed, or a person turns to the panel: read the record again. */
  refresh: () => void
  /** The page had time enough. */
  settle: () => void
  /** The person comes back to this page, perhaps from a window that it opened. */
  returned: () => void
  /** Only F5 helps from now on. */
  expire: () => void
  /** Opens the panel, wherever the person asks for it; nothing where nothing of ours may stand. */
  show: (options?: ShowOptions) => void
  /** Whether the panel stands there by itself; if not, it comes only when a person asks for it, and is gone when put away. */
  stand: (stands: boolean) => void
}

const fresh = { record: null, isSettled: false, chosen: null, notice: null } as const

const ofQuery: ProposalNotices = { pending: 'opening', opened: 'opened', lost: 'lost' }
const ofWindow: ProposalNotices = { pending: 'openingWindow', opened: 'openedWindow', lost: 'lostWindow' }
const ofRecord: ProposalNotices = { pending: 'openingRecord', opened: 'openedRecord', lost: 'lostWindow' }
const ofReport: ProposalNotices = { pending: 'opening', opened: 'openedReport', lost: 'lost' }

/** Holds what the panel shows. A result that arrives after the address changed is dropped. */
export const createPanelController = (parts: PanelParts): PanelController => {
  const { host, words } = parts
  const reader = createCustomerReader(parts.erp)
  const frame = createRef<HTMLDivElement>()
  let epoch = 0
  let { stands } = parts
  let keepsOpen = parts.placing.isOpen
  let mayHaveActed = false
  const isDark = (): boolean => parts.erp.isDark(parts.page) ?? parts.isSystemDark()
  let state: PanelState = {
    ...fresh,
    isDark: isDark(),
    status: { at: 'none' },
    route: { kind: 'closed' },
    isOpen: false,
    isOutdated: false,
    isDismissed: false,
  }

  const read = () =>
    state.route.kind === 'customer' ? reader.read(parts.page, state.route.id) : state.record

  const isAway = (): boolean =>
    state.route.kind === 'closed' || state.isDismissed || !(stands || state.isOpen)

  const update = (change: Partial<PanelState>): void => {
    state = { ...state, ...change }
    if (isAway()) host.remove()
    else host.show(<Panel state={state} actions={actions} words={words} mover={mover} frame={frame} />)
  }

  const mover = createPanelMover({
    element: host.element,
    windowSize: parts.windowSize,
    signal: parts.signal,
    place: parts.placing.place,
    moved: (place) => {
      parts.keep({ place })
      update({})
    },
  })

  const status = createStatusKeeper({
    ask: parts.askStatus,
    changed: (view) => {
      update({ status: view })
      parts.toldStatus(view)
    },
    expired: () => update({ isOutdated: true }),
  })
  const showStatus = (): void =>
    status.show(state.isOpen || parts.wantsStatus() ? proposedDocument(state) : null)

  const propose = async (work: () => Promise<unknown>, notices: ProposalNotices): Promise<void> => {
    const begun = epoch
    update({ notice: { kind: notices.pending } })
    const notice = await work().then(
      () => ({ kind: notices.opened }) as const,
      (thrown: unknown) => failureNotice(thrown, notices),
    )
    if (notice.kind === 'outdated') update({ isOutdated: true })
    else if (begun === epoch) update({ notice })
  }

  /** Goes on only with what the page still shows. */
  const withCustomer = (go: (document: string, name: { name?: string }) => void): void => {
    const document = proposedDocument(state)
    const now = read()
    if (!isSameCustomer(now, state.record)) {
      update({ record: now, chosen: null, notice: { kind: 'changed' } })
      return showStatus()
    }
    if (document) go(formatDocument(document), now?.name ? { name: now.name } : {})
  }

  const query = (): void =>
    withCustomer((document, name) => void propose(() => parts.openQuery({ document, ...name }), ofQuery))

  const negativate = (): void =>
    withCustomer((document, name) => {
      const { route, notice } = state
      // A double click opens one window (case G43).
      if (route.kind !== 'customer' || notice?.kind === ofWindow.pending) return
      mayHaveActed = true
      void propose(() => parts.openNegativation({ customerId: route.id, document, ...name }), ofWindow)
    })

  const exportLastReport = (): void =>
    withCustomer((document) => {
      const report = offeredReport(state)
      // A double click makes one PDF.
      if (!report || state.notice?.kind === ofReport.pending) return
      void propose(() => parts.openLastReport({ queryId: report.queryId, document }), ofReport)
    })

  const turn = (isOpen: boolean): void => {
    update({ isOpen, notice: null })
    if (isOpen) refresh()
    else if (!parts.wantsStatus()) status.forget()
  }

  const setOpen = (isOpen: boolean, takesFocus: boolean): void => {
    if (state.route.kind === 'customer') {
      keepsOpen = isOpen
      parts.keep({ isOpen })
    }
    turn(isOpen)
    if (takesFocus) focusPanel(frame.current)
  }

  const refresh = (): void => {
    if (state.isOutdated) return
    const look = isDark()
    if (look !== state.isDark) update({ isDark: look })
    const record = read()
    // Nothing is drawn again for nothing, or our own change would wake the watcher.
    if (!isSameCustomer(record, state.record)) update({ record, chosen: null, notice: null })
    else if (!host.isInPage() && !isAway()) update({})
    showStatus()
  }

  const actions: PanelActions = {
    open: (byKey = false) => setOpen(true, byKey),
    minimise: () => setOpen(false, true),
    query,
    negativate,
    openRecord: (id) => {
      mayHaveActed = true
      void propose(() => parts.openRecord(id), ofRecord)
    },
    exportLastReport,
    explainMoving: () => update({ notice: { kind: 'moving' } }),
    type: () => void propose(() => parts.openQuery({ document: null }), ofQuery),
    readAgain: () => {
      refresh()
      update({ isSettled: true })
    },
    choose: (document: CustomerDocument) => {
      update({ chosen: document, notice: null })
      showStatus()
    },
    close: () => update({ isDismissed: true }),
  }

  return {
    enter: (address) => {
      epoch += 1
      const route = parts.erp.route(address)
      status.enter(route.kind === 'customer' ? route.id : null)
      update({ ...fresh, route, isOpen: route.kind === 'customer' && keepsOpen && stands })
      refresh()
    },
    refresh,
    settle: () => {
      refresh()
      if (!state.isSettled && !state.isOutdated) update({ isSettled: true })
    },
    returned: () => {
      refresh()
      if (state.isOutdated || !(mayHaveActed || state.status.at === 'failed')) return
      mayHaveActed = false
      status.again()
    },
    expire: () => update({ isOutdated: true, notice: null }),
    show: ({ focus = false } = {}) => {
      if (state.route.kind === 'closed') return
      if (state.isOutdated) update({ isOpen: true, isDismissed: false })
      else setOpen(true, focus)
    },
    stand: (next) => {
      if (next === stands) return
      stands = next
      if (!state.isOutdated) turn(stands && keepsOpen && state.route.kind === 'customer')
    },
  }
}
