import type { PersonErased, PersonHeld } from '../../shared/api.ts'
import { today } from '../../shared/business-time.ts'
import type { Clock, Random } from '../../shared/clock.ts'
import type { Document } from '../../shared/document.ts'
import { errorBody } from '../../shared/error-body.ts'
import { AppError } from '../../shared/errors.ts'
import { coverDocuments } from '../negativation/cover-documents.ts'
import type { Ledger } from '../negativation/ledger.ts'
import { readPolicy } from '../policy/policy.ts'
import type { InTurn } from '../store/in-turn.ts'
import type { PrivacyActRecord, ProofRecord } from '../store/privacy-records.ts'
import type { Change, Store } from '../store/store.ts'
import type { Vault } from '../vault/vault.ts'
import { emptiedItem, restOfRecord, wholeQuery } from './erased.ts'
import { exportFile } from './export-file.ts'
import type { Held } from './held.ts'
import { countsOf, heldAbout } from './held.ts'
import { obstaclesTo } from './obstacles.ts'
import { personHash } from './person-hash.ts'
import { proofsOf, stayingOf } from './proofs.ts'

export interface PrivacyDeps {
  store: Store
  ledger: Pick<Ledger, 'erase'>
  vault: Vault
  clock: Clock
  random: Random
  /** How long an ended record is still looked up at the bureau; milliseconds. */
  watch: number
  /** What else rewrites queries takes this turn too, so that none comes back after its erasure. */
  turn: InTurn
}

export interface PrivacyService {
  /** What is held about a document, what would stay of it and what is in the way; notes nothing. */
  held(document: Document): Promise<PersonHeld>
  /** All that is held, for a file; who took it is noted first. @throws `store-write-failed` */
  export(document: Document, by: string): Promise<Record<string, unknown>>
  /**
   * Erases queries with their reports, records with histories, tasks, and the person in batches, in one commit. Of registrations and
   * queries a proof stays until its time has run out: protocol, dates, amounts, who did what, and a keyed hash of the document. The
   * same again erases nothing and says the same of what stays.
   * @throws `person-registered`, `person-under-way`, `person-watched`, `person-task-open`, `person-query-running`, `person-in-batch`
   */
  erase(document: Document, reason: string, by: string): Promise<PersonErased>
}

export const privacyService = (deps: PrivacyDeps): PrivacyService => {
  const { store, ledger, clock, random, watch, turn } = deps
  const hashOf = personHash(deps)

  const actOf = (fields: Pick<PrivacyActRecord, 'by' | 'kind' | 'person' | 'reason'>): Change => {
    const id = Buffer.from(random(12)).toString('base64url')
    return {
      collection: 'privacyActs',
      id,
      value: { id, at: new Date(clock()).toISOString(), ...fields },
    }
  }
  const freshProofs = async (held: Held, person: string): Promise<ProofRecord[]> => {
    const { recordMonths } = await readPolicy(store)
    return proofsOf(held, { person, today: today(clock), months: recordMonths })
  }
  const obstacles = (held: Held): AppError[] => obstaclesTo(held, { now: clock(), watch })

  const changesOf = async (held: Held, proofs: readonly ProofRecord[]): Promise<Change[]> => {
    const { queries, records, items } = held
    const now = new Date(clock()).toISOString()
    return [
      ...queries.flatMap(({ id }) => wholeQuery(id)),
      ...(await Promise.all(records.map((record) => restOfRecord(store, record)))).flat(),
      ...items.map((entry): Change => {
        const value = emptiedItem(entry, records, now)
        return { collection: 'batchItems', id: value.id, value }
      }),
      ...proofs.map((proof): Change => ({ collection: 'proofs', id: proof.id, value: proof })),
    ]
  }

  const erase = async (document: Document, reason: string, by: string): Promise<PersonErased> => {
    const person = await hashOf(document)
    const { records } = await heldAbout(store, document, person)
    const ids = records.map(({ id }) => id)
    let erased: PersonErased | null = null
    await ledger.erase(ids, async () => {
      const held = await heldAbout(store, document, person)
      const [obstacle] = obstacles(held)
      if (obstacle) throw obstacle
      // A record that came between the two looks is not held still by its turn.
      if (held.records.some(({ id }) => !ids.includes(id))) throw new AppError('person-under-way')
      const proofs = await freshProofs(held, person)
      erased = { erased: countsOf(held), staying: [...held.proofs, ...proofs].map(stayingOf) }
      const act = actOf({ by, kind: 'erase', person, reason: coverDocuments(reason) })
      return [...(await changesOf(held, proofs)), act]
    })
    if (!erased) throw new AppError('internal')
    return erased
  }

  return {
    held: async (document) => {
      const person = await hashOf(document)
      const held = await heldAbout(store, document, person)
      const proofs = [...held.proofs, ...(await freshProofs(held, person))]
      return {
        counts: countsOf(held),
        staying: proofs.map(stayingOf),
        obstacles: obstacles(held).map(errorBody),
      }
    },
    export: async (document, by) => {
      const person = await hashOf(document)
      await store.commit([actOf({ by, kind: 'export', person, reason: null })])
      const held = await heldAbout(store, document, person)
      return exportFile(held, { document, at: new Date(clock()).toISOString(), by })
    },
    erase: (document, reason, by) => turn(() => erase(document, reason, by)),
  }
}
