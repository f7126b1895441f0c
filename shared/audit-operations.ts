import { z } from 'zod'
import { day } from './api-negativation.ts'
import { client, document, id, instant, name, purposes, scopes } from './api-views.ts'
import { orOther } from './growing.ts'
import { post } from './operation.ts'

/** Who did what, when, about whom and for which purpose (LGPD art. 37), and what each paired browser may do. */

/** What an act was about. `setup`: credentials, ERPs, policies; `access`: pairing, scopes, revocation. */
export const auditKinds = [
  'query',
  'inclusion',
  'removal',
  'batch',
  'task',
  'privacy',
  'setup',
  'access',
] as const
export type AuditKind = (typeof auditKinds)[number]

export const auditEntry = z.object({
  /** Of the record that it was read from; unique. */
  id: z.string(),
  at: instant,
  /** The operator's name as the browser bore it then, `console`, or `Nada Consta` for the program. */
  actor: z.string(),
  /** What the program did by itself. */
  isProgram: z.boolean(),
  kind: orOther(auditKinds),
  /** The act's name, for its words: `queryStart`, `confirm`, `latch`, `batchApprove`, `personErase`, `policySave`, … */
  act: z.string(),
  /** Null where the act came to its end; else the code of what stopped it. */
  problem: z.string().nullable(),
  /** Of a query: why it was made. */
  purpose: z.enum(purposes).nullable(),
  /** Of an inclusion or removal its Motivo, of others what a person wrote; documents covered. */
  reason: z.string().nullable(),
  /** The person's document, covered; null where the act is about nobody, or he was erased. */
  person: z.string().nullable(),
  /** What else it was about, in words that are nobody's data: an integration's or browser's name, a batch's number, a protocol. */
  subject: z.string().nullable(),
  queryId: id.nullable(),
  negativationId: id.nullable(),
  batchId: id.nullable(),
})
export type AuditEntry = z.infer<typeof auditEntry>

export const auditPage = z.object({
  /** Newest first. */
  entries: z.array(auditEntry),
  /** Pass it as `after` for the next page; null on the last one. */
  next: z.string().nullable(),
  /** Everybody who did something in this period, for the filter. */
  actors: z.array(z.string()),
})
export type AuditPage = z.infer<typeof auditPage>

export const auditOperations = {
  /** A POST because a document never stands in an address. Reading it is an act too, and is noted once for each filter, not for each page. */
  auditTrail: post(
    '/v1/audit',
    'admin',
    z.object({
      /** First and last day, in the business zone. */
      from: day,
      to: day,
      /** Empty for all. */
      kinds: z.array(z.enum(auditKinds)).max(auditKinds.length),
      actor: name.nullable(),
      document: document.nullable(),
      /** Leaves out what the program did by itself. */
      people: z.boolean(),
      after: z.string().max(200).nullable(),
      limit: z.int().min(1).max(200),
    }),
    auditPage,
  ),
  /** The operator's name and the scopes of a paired browser. `include` brings `remove`; the last administrator keeps `admin` (`last-admin`). */
  clientUpdate: post(
    '/v1/clients/:id',
    'admin',
    z.object({ id, name, scopes: z.array(z.enum(scopes)).min(1) }),
    client,
  ),
}
