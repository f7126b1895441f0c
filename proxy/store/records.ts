import type { Integration, Policy, Query, Scope, TestOutcome } from '../../shared/api.ts'

/** What is kept. Secrets are not here: they lie in the vault, under the id of the record that they belong to. */

export interface ClientRecord {
  id: string
  name: string
  /** The raw Origin header of the pairing request: a later request with another one is refused. */
  origin: string
  scopes: Scope[]
  pairedAt: string
  lastSeenAt: string | null
  revokedAt: string | null
}

export type IntegrationRecord = Omit<Integration, 'missing'>

export interface ErpRecord {
  id: string
  kind: 'hubsoft'
  description: string
  baseUrl: string
  savedAt: string
  tested: TestOutcome | null
}

export interface QueryRecord extends Query {
  /** The caller's idempotency key. */
  key: string
  /** Who asked: the paired browser. */
  clientId: string
}

export interface AnswerRecord {
  /** The query's id. */
  id: string
  /** The answer's decoded text, as Connect formatted it. */
  html: string
}

export interface PolicyRecord extends Policy {
  id: 'policy'
}

export interface Records {
  clients: ClientRecord
  integrations: IntegrationRecord
  erps: ErpRecord
  queries: QueryRecord
  answers: AnswerRecord
  policies: PolicyRecord
}
