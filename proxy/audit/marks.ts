import type { AuditKind, NegativationState } from '../../shared/api.ts'
import { program } from '../negativation/ledger.ts'
import type { ProofRecord } from '../store/privacy-records.ts'
import type { HistoryRecord } from '../store/records.ts'
import type { Change } from '../store/store.ts'

/** The collections that tell of acts, in the order in which they stand at the same instant. */
export const sources = [
  'queries',
  'history',
  'batches',
  'tasks',
  'proofs',
  'privacyActs',
  'acts',
] as const satisfies readonly Change['collection'][]
export type Source = (typeof sources)[number]

/** Where an entry stands in the trail. */
export interface Place {
  at: string
  source: Source
  /** Of the record; of one with several entries `<id>:<number>`. */
  id: string
}

/** Oldest first, and a total order; of one record a later line has a longer number. */
export const comparePlaces = (one: Place, other: Place): number => {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1
  if (one.source !== other.source) return sources.indexOf(one.source) - sources.indexOf(other.source)
  if (one.id.length !== other.id.length) return one.id.length - other.id.length
  return one.id < other.id ? -1 : Number(one.id > other.id)
}

/** What the index keeps of an entry; everything else is read when it is shown. */
export interface Mark extends Place {
  actor: string
  kind: AuditKind
  /** By which a person's entries are found: a record's, query's or batch's id, or the keyed hash of a document. */
  about: string | null
}

export const isProgram = ({ actor }: Pick<Mark, 'actor'>): boolean => actor === program

const removing: ReadonlySet<NegativationState | null> = new Set([
  'removal-requested',
  'removing',
  'verifying',
  'removed',
])
const wishes: ReadonlySet<string> = new Set(['latch', 'hold', 'keep'])

/** Whether a line of a history is about the inclusion of a debt or about its removal. */
const kindOf = ({ event, from }: Pick<HistoryRecord, 'event' | 'from'>): 'inclusion' | 'removal' =>
  wishes.has(event) || removing.has(from) ? 'removal' : 'inclusion'

/** Every change of state has its entry; of what changes none only what a person did. */
const isWorthAnEntry = ({ from, to, actor }: Pick<HistoryRecord, 'from' | 'to' | 'actor'>): boolean =>
  from !== to || !isProgram({ actor })

const proofMarks = (id: string, { kind, events, facts, person }: ProofRecord): Mark[] => {
  if (kind === 'query') {
    const { startedAt, operator } = facts
    if (typeof startedAt !== 'string' || typeof operator !== 'string') return []
    return [{ at: startedAt, source: 'proofs', id: `${id}:0`, actor: operator, kind: 'query', about: person }]
  }
  return events.flatMap((event, place): Mark[] => {
    const { at, actor } = event
    const mark: Mark = {
      at,
      source: 'proofs',
      id: `${id}:${place}`,
      actor,
      kind: kindOf(event),
      about: person,
    }
    return isWorthAnEntry(event) ? [mark] : []
  })
}

/** The entries that a committed record makes, oldest first; pure, and the same for the same record. */
export const marksOf = ({ collection, id, value }: Change): Mark[] => {
  if (value === null) return []
  switch (collection) {
    case 'queries': {
      const { startedAt: at, operator: actor } = value
      return [{ at, source: collection, id, actor, kind: 'query', about: id }]
    }
    case 'history': {
      const { at, actor, negativationId: about } = value
      return isWorthAnEntry(value) ? [{ at, source: collection, id, actor, kind: kindOf(value), about }] : []
    }
    case 'batches':
      return value.log.map(({ at, actor }, place) => ({
        at,
        source: collection,
        id: `${id}:${place}`,
        actor,
        kind: 'batch',
        about: id,
      }))
    case 'tasks': {
      const { resolved, negativationId: about } = value
      if (!resolved) return []
      return [{ at: resolved.at, source: collection, id, actor: resolved.by, kind: 'task', about }]
    }
    case 'proofs':
      return proofMarks(id, value)
    case 'privacyActs':
      return [{ at: value.at, source: collection, id, actor: value.by, kind: 'privacy', about: value.person }]
    case 'acts': {
      const { at, actor, kind, person, queryId } = value
      return [{ at, source: collection, id, actor, kind, about: person ?? queryId }]
    }
    case 'clients':
    case 'integrations':
    case 'erps':
    case 'answers':
    case 'policies':
    case 'inclusionPolicies':
    case 'negativations':
    case 'invoiceLinks':
    case 'batchItems':
    case 'sweeps':
    case 'restores':
    case 'restoreChecks':
    case 'heartbeats':
      return []
  }
}
