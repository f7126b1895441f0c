import type { CustomerRecord, Route } from '../../../erps/erp.ts'
import type { Document } from '../../../../shared/document.ts'
import type { LastReport } from '../../status/panel-status.ts'
import type { StatusView } from '../../status/status-keeper.ts'

type PendingNotice = 'opening' | 'openingWindow' | 'openingRecord'
type OpenedNotice = 'opened' | 'openedWindow' | 'openedRecord' | 'openedReport'
type LostNotice = 'lost' | 'lostWindow'

/** The words of a proposal: while it is on its way, when it has arrived, and when no answer came. */
export interface ProposalNotices {
  pending: PendingNotice
  opened: OpenedNotice
  lost: LostNotice
}

/** What the panel says below its buttons. */
export type PanelNotice =
  | { kind: 'changed' | 'moving' | PendingNotice | OpenedNotice | LostNotice }
  | { kind: 'error'; text: string; hint: string }

export interface PanelState {
  route: Route
  /** The record that is shown; null while none can be read. */
  record: CustomerRecord | null
  /** The page had time enough to show its record. */
  isSettled: boolean
  isOpen: boolean
  chosen: Document | null
  /** The customer's debts, as far as they are known. */
  status: StatusView
  notice: PanelNotice | null
  /** The look of the page around it. */
  isDark: boolean
  /** The extension was reloaded under this page; only F5 helps (case G59). */
  isOutdated: boolean
  /** The person closed that note. */
  isDismissed: boolean
}

/** The one thing that the body of the panel shows. */
export type PanelBody = 'reading' | 'document' | 'several' | 'masked' | 'no-document' | 'elsewhere'

export const panelBody = ({ route, record, isSettled }: PanelState): PanelBody => {
  if (route.kind !== 'customer') return 'elsewhere'
  if (record && record.documents.length > 1) return 'several'
  if (record?.documents.length === 1) return 'document'
  if (record?.masked) return 'masked'
  return isSettled ? 'no-document' : 'reading'
}

/** The document that the query button would propose, or null while a person has to choose or there is none. */
export const proposedDocument = ({ record, chosen }: PanelState): Document | null => {
  const documents = record?.documents ?? []
  const [only] = documents
  if (documents.length === 1 && only) return only
  return chosen && documents.includes(chosen) ? chosen : null
}

/** What the service said that this browser may do; what it has not said is offered, and refused by the service. */
export const refusedHere = ({ status }: PanelState): { query: boolean; include: boolean } => {
  const query = status.at === 'failed' && status.code === 'scope-refused'
  return { query, include: query || (status.at === 'known' && !status.status.mayInclude) }
}

/** The record that Baixar leads to: the first debt that is at the bureau and that nobody clears yet. */
export const removableRecord = ({ status }: PanelState): string | null => {
  if (status.at !== 'known') return null
  const open = status.status.records.find(({ state, removal }) => removal === null && state !== 'removed')
  return open?.id ?? null
}

/** The saved answer whose PDF is offered: the newest one of the document that the panel proposes, and when that was read. */
export const offeredReport = (state: PanelState): (LastReport & { readAt: number }) | null => {
  if (state.status.at !== 'known' || proposedDocument(state) === null) return null
  const { lastReport, readAt } = state.status.status
  return lastReport && { ...lastReport, readAt }
}
