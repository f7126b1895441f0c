import type { AuditEntry, AuditPage } from '../../../shared/api.ts'
import { fill } from '../../../shared/errors.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import { call } from '../../messaging/call.ts'
import { auditCsvRows } from './audit-csv.ts'
import type { AuditFilter } from './audit-filter.ts'

/** As many as the service gives at once. */
const pageSize = 200

interface ExportParts {
  texts: Texts
  signal: AbortSignal
  /** How many acts have been read so far. */
  onProgress: (count: number) => void
}

/** Every act of the filter by its id: what comes in meanwhile may push one onto the next page. */
const readAll = async (filter: AuditFilter, { signal, onProgress }: ExportParts): Promise<AuditEntry[]> => {
  const entries = new Map<string, AuditEntry>()
  let after: string | null = null
  do {
    const page: AuditPage = await call('auditTrail', { ...filter, after, limit: pageSize }, { signal })
    for (const entry of page.entries) entries.set(entry.id, entry)
    after = page.next
    onProgress(entries.size)
  } while (after !== null)
  return [...entries.values()]
}

/**
 * Saves all acts of a filter as a CSV file and gives its name; null when there is none.
 * @throws what reading throws, the signal's reason on abort
 */
export const exportAudit = async (filter: AuditFilter, parts: ExportParts): Promise<string | null> => {
  const entries = await readAll(filter, parts)
  if (entries.length === 0) return null
  // Code that only this button wants
  const { saveCsv } = await import('../../batch-view/report/save-csv.ts')
  parts.signal.throwIfAborted()
  const { from, to } = filter
  const name = fill(parts.texts.audit.file, { from, to })
  saveCsv(auditCsvRows(entries, parts.texts), name)
  return name
}
