import type { AuditKind, OperationName } from '../../shared/api.ts'

/** One act of somebody that no other record tells of; noted before it is done. */
export interface ActRecord {
  id: string
  at: string
  /** The pairing of then, or `console`. */
  clientId: string
  /** The operator's name of then. */
  actor: string
  act: OperationName
  kind: AuditKind
  /** What it was about: names of integrations and browsers, fields with numbers before and after. No secret, no document. */
  subject: string | null
  /** Keyed hash of the document that was asked about; never the document. */
  person: string | null
  /** The query whose report was opened. */
  queryId: string | null
  /** The code of what stopped it; null for what came to its end, or was cut by the end of the process. */
  problem: string | null
}
