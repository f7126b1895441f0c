import type { Erp } from '../erp.ts'
import { readRecord } from './read-record.ts'
import { hostPatterns, isPanelHost, parseRoute } from './routes.ts'

/** HubSoft: AngularJS Material, path routes (erp-pages 1 and 2). */
export const hubsoft: Erp = {
  kind: 'hubsoft',
  hostPatterns,
  recognises: isPanelHost,
  route: parseRoute,
  readRecord,
}
