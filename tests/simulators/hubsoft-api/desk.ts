import type { HubsoftDatabase } from './database.ts'
import type { Tenant } from './wire-text.ts'

/** What a route needs to answer. */
export interface Desk {
  database: HubsoftDatabase
  tenant: Tenant
  /** `YYYY-MM-DD` in Brazil. */
  today: string
}
