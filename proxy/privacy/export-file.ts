import { formatDocument } from '../../shared/document.ts'
import type { Document } from '../../shared/document.ts'
import type { Held } from './held.ts'

interface ExportHead {
  document: Document
  at: string
  by: string
}

/** All that is held about a document as one object with readable keys; the service's own keys and seals are no data about a person. */
export const exportFile = (held: Held, { document, at, by }: ExportHead): Record<string, unknown> => ({
  format: 'nada-consta-person',
  formatVersion: 1,
  exportedAt: at,
  exportedBy: by,
  document: formatDocument(document),
  queries: held.queries.map(({ key: _key, clientId: _client, ...query }) => ({
    ...query,
    report: held.answers.find(({ id }) => id === query.id)?.html ?? null,
  })),
  records: held.records.map(({ key: _key, seal: _seal, confirmKey: _confirm, ...record }) => ({
    ...record,
    history: held.history
      .filter(({ negativationId }) => negativationId === record.id)
      .map(({ id: _id, negativationId: _of, ...line }) => line),
  })),
  batchItems: held.items.map(({ item: { key: _key, seal: _seal, ...item }, batch }) => ({
    ...item,
    batch: { id: batch.id, createdAt: batch.createdAt, createdBy: batch.createdBy, state: batch.state },
  })),
  tasks: held.tasks.map(({ isOpen, isStanding: _standing, ...task }) => ({ ...task, isOpen })),
  keptAfterErasure: held.proofs.map(({ person: _person, ...proof }) => proof),
  privacyActs: held.acts.map(({ person: _person, ...act }) => act),
})
