import type { AuditEntry, OperationInput, OperationOutput } from '../../../shared/api.ts'
import { ok } from '../../ui/testing/fake-background.ts'

/** Synthetic acts as the service would tell them. */

export const auditEntry = (over: Partial<AuditEntry> = {}): AuditEntry => ({
  id: 'a1',
  at: '2026-11-25T13:02:33.000Z',
  actor: 'Ana – Cobrança',
  isProgram: false,
  kind: 'query',
  act: 'queryStart',
  problem: null,
  purpose: 'sale',
  reason: null,
  person: '731.***.***-07',
  subject: 'Matriz',
  queryId: 'q1',
  negativationId: null,
  batchId: null,
  ...over,
})

/** So many acts, a minute apart, newest first. */
export const auditEntries = (count: number): AuditEntry[] =>
  Array.from({ length: count }, (_none, at) =>
    auditEntry({ id: `a${at}`, at: new Date(Date.UTC(2026, 10, 25, 13, 2, 33) - at * 60_000).toISOString() }),
  )

/** Answers pages of these acts, of `size` at most, as the service does; of the filter only what is named here is applied. */
export const auditOf =
  (entries: () => readonly AuditEntry[], size = 200) =>
  ({ kinds, people, after, limit }: OperationInput<'auditTrail'>): ReturnType<typeof ok> => {
    const meant = entries()
      .filter(({ kind }) => kinds.length === 0 || kinds.some((one) => one === kind))
      .filter(({ isProgram }) => !people || !isProgram)
    const from = after === null ? 0 : meant.findIndex(({ id }) => id === after) + 1
    const page = meant.slice(from, from + Math.min(size, limit))
    const next = from + page.length < meant.length ? (page.at(-1)?.id ?? null) : null
    const actors = [...new Set(entries().map(({ actor }) => actor))]
    return ok({ entries: page, next, actors } satisfies OperationOutput<'auditTrail'>)
  }
