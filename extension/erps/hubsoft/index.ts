import type { Erp } from '../erp.ts'
import { readRecord } from './read-record.ts'
import { selectedInvoices } from './selected-invoices.ts'
import { hostPatterns, isPanelHost, parseRoute } from './routes.ts'

/** HubSoft: AngularJS Material, path routes. */
export const hubsoft: Erp = {
  kind: 'hubsoft',
  hostPatterns,
  recognises: isPanelHost,
  route: parseRoute,
  readRecord,
  selectedInvoices,
}
