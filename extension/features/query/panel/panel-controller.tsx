import type { Document as CustomerDocument } from '../../../../shared/document.ts'
import { formatDocument } from '../../../../shared/document.ts'
import type { Texts } from '../../../../shared/locales/texts.ts'
import type { Erp } from '../../../erps/erp.ts'
import type { MessageInput } from '../../../messaging/protocol.ts'
import { createCustomerReader, isSameCustomer } from './customer-reader.ts'
import { createStatusKeeper } from '../../status/status-keeper.ts'
import type { StatusQuestion } from '../../status/status-keeper.ts'
import type { PanelStatus } from '../../status/panel-status.ts'
import type { PanelHost } from './panel-host.ts'
import { Panel } from './panel.tsx'
import type { PanelActions } from './panel.tsx'
import { failureNotice } from './failure-notice.ts'
import type { PanelState, ProposalNotices } from './panel-state.ts'
import { proposedDocument } from './panel-state.ts'

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
  askStatus: (question: StatusQuestion) => Promise<PanelStatus>
  /** Whether the person keeps the panel open in customers' records, and how that is kept. */
  keepsOpen: boolean
  keepOpen: (isOpen: boolean) => void
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
}

const fresh = { record: null, isSettled: false, chosen: null, notice: null } as const

const ofQuery: ProposalNotices = { pending: 'opening', opened: 'opened', lost: 'lost' }
const ofWindow: ProposalNotices = { pending: 'openingWindow', opened: 'openedWindow', lost: 'lostWindow' }
const ofRecord: ProposalNotices = { pending: 'openingRecord', opened: 'openedRecord', lost: 'lostWindow' }

/** Holds what the panel shows. A result that arrives after the address changed is dropped. */
export const createPanelController = (parts: PanelParts): PanelController => {
  const { host, words } = parts
  const reader = createCustomerReader(parts.erp)
  let epoch = 0
  let keepsOpen = parts.keepsOpen
  let mayHaveActed = false
  let state: PanelState = {
    ...fresh,
    status: { at: 'none' },
    route: { kind: 'closed' },
    isOpen: false,
    isOutdated: false,
    isDismissed: false,
  }

  const read = () =>
    state.route.kind === 'customer' && state.isOpen ? reader.read(parts.page, state.route.id) : state.record

  const update = (change: Partial<PanelState>): void => {
    state = { ...state, ...change }
    if (state.route.kind === 'closed' || state.isDismissed) host.remove()
    else host.show(<Panel state={state} actions={actions} words={words} />)
  }

  const status = createStatusKeeper({
    ask: parts.askStatus,
    changed: (view) => update({ status: view }),
    expired: () => update({ isOutdated: true }),
  })
  const showStatus = (): void => status.show(state.isOpen ? proposedDocument(state) : null)

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

  const setOpen = (isOpen: boolean): void => {
    if (state.route.kind === 'customer') {
      keepsOpen = isOpen
      parts.keepOpen(isOpen)
    }
    update({ isOpen, notice: null })
    if (isOpen) refresh()
    else status.forget()
  }

  const refresh = (): void => {
    if (state.isOutdated) return
    const record = read()
    // Nothing is drawn again for nothing, or our own change would wake the watcher.
    if (!isSameCustomer(record, state.record)) update({ record, chosen: null, notice: null })
    else if (!host.isInPage() && state.route.kind !== 'closed') update({})
    showStatus()
  }

  const actions: PanelActions = {
    open: () => setOpen(true),
    minimise: () => setOpen(false),
    query,
    negativate,
    openRecord: (id) => {
      mayHaveActed = true
      void propose(() => parts.openRecord(id), ofRecord)
    },
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
      update({ ...fresh, route, isOpen: route.kind === 'customer' && keepsOpen })
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
  }
}
