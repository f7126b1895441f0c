import type { Erp } from '../erp.ts'
import { recordAnchor, toolbarAnchor } from './anchors.ts'
import { grids } from './grids.ts'
import { isDark } from './look.ts'
import { readRecord } from './read-record.ts'
import { selectedInvoices } from './selected-invoices.ts'
import { hostPatterns, isPanelHost, parseRoute } from './routes.ts'

/** HubSoft: AngularJS Material, path routes. */
export const hubsoft: Erp<'hubsoft'> = {
  kind: 'hubsoft',
  hostPatterns,
  recognises: isPanelHost,
  route: parseRoute,
  readRecord,
  selectedInvoices,
  toolbarAnchor,
  recordAnchor,
  grids,
  isDark,
}
