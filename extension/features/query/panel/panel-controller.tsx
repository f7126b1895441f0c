import type { Document as CustomerDocument } from '../../../../shared/document.ts'
import { formatDocument } from '../../../../shared/document.ts'
import type { Texts } from '../../../../shared/locales/texts.ts'
import type { Erp } from '../../../erps/erp.ts'
import type { MessageInput } from '../../../messaging/protocol.ts'
import { createCustomerReader, isSameCustomer } from './customer-reader.ts'
import type { PanelHost } from './panel-host.ts'
import { Panel } from './panel.tsx'
import type { PanelActions } from './panel.tsx'
import { failureNotice } from './failure-notice.ts'
import type { PanelState } from './panel-state.ts'
import { proposedDocument } from './panel-state.ts'

export interface PanelParts {
  page: ParentNode
  erp: Erp
  host: PanelHost
  words: Texts['erp']['panel']
  /** Proposes a query to the background. */
  openQuery: (input: MessageInput<'open-query'>) => Promise<unknown>
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
  /** Only F5 helps from now on. */
  expire: () => void
}

const fresh = { record: null, isSettled: false, chosen: null, notice: null } as const

/** Holds what the panel shows. A result that arrives after the address changed is dropped. */
export const createPanelController = (parts: PanelParts): PanelController => {
  const { host, words } = parts
  const reader = createCustomerReader(parts.erp)
  let epoch = 0
  let keepsOpen = parts.keepsOpen
  let state: PanelState = {
    ...fresh,
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

  const propose = async (input: MessageInput<'open-query'>): Promise<void> => {
    const begun = epoch
    update({ notice: { kind: 'opening' } })
    const notice = await parts.openQuery(input).then(() => ({ kind: 'opened' }) as const, failureNotice)
    if (notice.kind === 'outdated') update({ isOutdated: true })
    else if (begun === epoch) update({ notice })
  }

  const query = (): void => {
    const document = proposedDocument(state)
    const now = read()
    if (!isSameCustomer(now, state.record))
      return update({ record: now, chosen: null, notice: { kind: 'changed' } })
    if (document) void propose({ document: formatDocument(document), ...(now?.name && { name: now.name }) })
  }

  const setOpen = (isOpen: boolean): void => {
    if (state.route.kind === 'customer') {
      keepsOpen = isOpen
      parts.keepOpen(isOpen)
    }
    update({ isOpen, notice: null })
    if (isOpen) refresh()
  }

  const refresh = (): void => {
    if (state.isOutdated) return
    const record = read()
    // Nothing is drawn again for nothing, or our own change would wake the watcher.
    if (!isSameCustomer(record, state.record)) update({ record, chosen: null, notice: null })
    else if (!host.isInPage() && state.route.kind !== 'closed') update({})
  }

  const actions: PanelActions = {
    open: () => setOpen(true),
    minimise: () => setOpen(false),
    query,
    type: () => void propose({ document: null }),
    readAgain: () => {
      refresh()
      update({ isSettled: true })
    },
    choose: (document: CustomerDocument) => update({ chosen: document, notice: null }),
    close: () => update({ isDismissed: true }),
  }

  return {
    enter: (address) => {
      epoch += 1
      const route = parts.erp.route(address)
      update({ ...fresh, route, isOpen: route.kind === 'customer' && keepsOpen })
      refresh()
    },
    refresh,
    settle: () => {
      refresh()
      if (!state.isSettled && !state.isOutdated) update({ isSettled: true })
    },
    expire: () => update({ isOutdated: true, notice: null }),
  }
}
