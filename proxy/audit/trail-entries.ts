import type { AuditEntry, Environment } from '../../shared/api.ts'
import type { Document } from '../../shared/document.ts'
import { texts } from '../../shared/locales/texts.ts'
import { coverDocuments } from '../negativation/cover-documents.ts'
import type { BatchLogRecord } from '../store/batch-log-record.ts'
import type { ProofRecord } from '../store/privacy-records.ts'
import type { HistoryRecord, NegativationRecord, QueryRecord, Records } from '../store/records.ts'
import type { Collection, Store } from '../store/store.ts'
import { coveredDocument } from './covered-document.ts'
import { isProgram } from './marks.ts'
import type { Mark } from './marks.ts'

/** What an entry says beside what its mark says. */
type Words = Partial<Omit<AuditEntry, 'id' | 'at' | 'actor' | 'isProgram' | 'kind'>> & { act: string }

const words = texts('pt-BR').negativation

/** Events that did not come to the end that was wanted: their code says why. */
const stopped: ReadonlySet<string> = new Set(['refused', 'not-sent', 'lost', 'removal-failed'])

/** What an event in a batch's log is called here. */
export const batchActs: Record<BatchLogRecord['event'], string> = {
  drafted: 'batchDraft',
  read: 'batchRead',
  confirmed: 'batchConfirm',
  approved: 'batchApprove',
  paused: 'batchPause',
  resumed: 'batchResume',
  stopped: 'batchStop',
  interrupted: 'batchInterrupt',
  cancelled: 'batchCancel',
  done: 'batchDone',
}

const joined = (...parts: readonly (string | null | undefined)[]): string | null => {
  const text = parts.filter((part) => part != null && part !== '').join(' · ')
  return text === '' ? null : text
}

/** Fictitious acts are marked: nobody's name is touched by one. */
const testMark = (environment: Environment): string | null =>
  environment === 'test' ? words.environments.test : null

const covered = (text: string | null): string | null => text && coverDocuments(text)

const ofQuery = (query: QueryRecord): Words => ({
  act: 'queryStart',
  problem: query.error?.code ?? null,
  purpose: query.purpose,
  person: coveredDocument(query.document),
  subject: joined(query.product.name, testMark(query.environment)),
  queryId: query.id,
})

const ofHistory = (line: HistoryRecord, record: NegativationRecord, mark: Mark): Words => {
  const reason = mark.kind === 'removal' ? (record.removal?.reason.text ?? null) : record.reason.text
  // A text of the program is the bureau's, and may name somebody.
  const written = isProgram(mark) || stopped.has(line.event) ? null : line.text
  return {
    act: line.event,
    problem: stopped.has(line.event) ? (line.code ?? 'internal') : null,
    reason: covered(joined(reason, written)),
    person: coveredDocument(record.debtor.document),
    subject: joined(line.protocol, record.integration, testMark(record.environment)),
    negativationId: record.id,
  }
}

const text = (fact: unknown): string | null => (typeof fact === 'string' ? fact : null)

const ofProof = ({ kind, facts, events }: ProofRecord, place: number): Words | null => {
  if (kind === 'query') {
    const purpose = text(facts['purpose']) as AuditEntry['purpose']
    return { act: 'queryStart', purpose, subject: text(facts['product']) }
  }
  const event = events[place]
  if (!event) return null
  return {
    act: event.event,
    problem: stopped.has(event.event) ? (event.code ?? 'internal') : null,
    reason: text(facts['reason']),
    subject: event.protocol,
  }
}

/** Reads each record once for a page, however many of its entries stand there. */
const readerOf = (store: Pick<Store, 'query'>) => {
  const read = new Map<string, Promise<unknown[]>>()
  return async <Name extends Collection>(collection: Name, id: string): Promise<Records[Name] | null> => {
    const key = `${collection}:${id}`
    const found =
      read.get(key) ?? (store.query(collection, { id } as Partial<Records[Name]>) as Promise<unknown[]>)
    read.set(key, found)
    return ((await found)[0] as Records[Name] | undefined) ?? null
  }
}

type Reader = ReturnType<typeof readerOf>

const partsOf = (id: string): [id: string, place: number] => {
  const end = id.lastIndexOf(':')
  return [id.slice(0, end), Number(id.slice(end + 1))]
}

/** Null for what was erased since the mark was found. */
const wordsOf = async (mark: Mark, read: Reader, sought: Document | null): Promise<Words | null> => {
  const { id, source } = mark
  // Who is known by the keyed hash alone is named only to who asked with the document.
  const hashed = sought && coveredDocument(sought)
  switch (source) {
    case 'queries': {
      const query = await read('queries', id)
      return query && ofQuery(query)
    }
    case 'history': {
      const line = await read('history', id)
      const record = line && (await read('negativations', line.negativationId))
      return record && ofHistory(line, record, mark)
    }
    case 'batches': {
      const [batchId, place] = partsOf(id)
      const batch = await read('batches', batchId)
      const line = batch?.log[place]
      if (!batch || !line) return null
      const subject = joined(batch.integration, testMark(batch.environment))
      return { act: batchActs[line.event], reason: covered(line.text), subject, batchId }
    }
    case 'tasks': {
      const task = await read('tasks', id)
      if (!task?.resolved) return null
      const { action, note } = task.resolved
      return {
        act: 'taskResolve',
        reason: covered(note || null),
        person: coveredDocument(task.person.document),
        subject: joined(words.tasks[task.kind].title, words.actions[action]),
        negativationId: task.negativationId,
      }
    }
    case 'proofs': {
      const [proofId, place] = partsOf(id)
      const proof = await read('proofs', proofId)
      const told = proof && ofProof(proof, place)
      return told && { ...told, person: hashed }
    }
    case 'privacyActs': {
      const act = await read('privacyActs', id)
      return (
        act && {
          act: act.kind === 'export' ? 'personExport' : 'personErase',
          reason: act.reason,
          person: hashed,
        }
      )
    }
    case 'acts': {
      const act = await read('acts', id)
      if (!act) return null
      const query = act.queryId === null ? null : await read('queries', act.queryId)
      return {
        act: act.act,
        problem: act.problem,
        person: query ? coveredDocument(query.document) : act.person && hashed,
        subject: act.subject ?? query?.product.name ?? null,
        queryId: query?.id ?? null,
      }
    }
  }
}

/**
 * The entries of a page as the screen gets them, read from their records; what was erased meanwhile is left out. `sought` is the document
 * that was asked for: the trail of exports, of erasures and of who was erased holds only its keyed hash.
 */
export const trailEntries = async (
  store: Pick<Store, 'query'>,
  marks: readonly Mark[],
  sought: Document | null,
): Promise<AuditEntry[]> => {
  const read = readerOf(store)
  const entries = await Promise.all(
    marks.map(async (mark): Promise<AuditEntry[]> => {
      const told = await wordsOf(mark, read, sought)
      if (!told) return []
      const { at, actor, kind } = mark
      return [
        {
          id: `${mark.source}:${mark.id}`,
          at,
          actor,
          isProgram: isProgram(mark),
          kind,
          problem: null,
          purpose: null,
          reason: null,
          person: null,
          subject: null,
          queryId: null,
          negativationId: null,
          batchId: null,
          ...told,
        },
      ]
    }),
  )
  return entries.flat()
}
