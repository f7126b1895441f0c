import { dateAt } from '../../shared/business-time.ts'
import type { Clock } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/locales/texts.ts'
import type { Erp } from '../erps/erp.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import type { Tasks } from '../tasks/tasks.ts'
import { hasPassed, isAudited, isUnchecked, oldestLook } from './audit-order.ts'
import { expiring } from './expiring.ts'
import type { Judge } from './judge.ts'
import type { UntilStopped } from './until-stopped.ts'
import { agreementsOnce, wholeReading } from './whole-reading.ts'
import type { Agreements } from './whole-reading.ts'

export interface AuditDeps {
  store: Store
  judge: Judge
  tasks: Pick<Tasks, 'open'>
  clock: Clock
  /** Monotonic milliseconds. */
  elapsed: () => number
  until: UntilStopped
  /** Milliseconds between two audits, for which an ended record is watched, and which one slice may take. */
  pace: { audit: number; watch: number; tick: number }
}

/** A walk over the records of one ERP, in slices, so that payments are never kept waiting and the ERP has room to breathe. */
export interface Audit {
  /** Reads the next few records, one after the other. True when the walk has come to its end. @throws what makes the ERP unreadable as a whole */
  slice(erp: Erp): Promise<boolean>
  /** ISO. */
  readonly startedAt: string
  /** The last record that could not be read although the ERP answered; null when there was none. */
  readonly problem: unknown
}

/** Requests for records in one slice. */
const sliceSize = 10
/** After so many records in a row that could not be read it is the ERP and not the record. */
const toGiveUp = 5
/** So many records at most are told as unchecked while a whole ERP is unreadable: the problem itself is on the screen. */
const toldUnchecked = 100

const ofOneRecord: ReadonlySet<ErrorCode> = new Set(['erp-refused', 'erp-unreadable'])

/** Reads one record whole and draws the conclusions. */
export const recordLook =
  ({ judge, clock, until, pace }: Pick<AuditDeps, 'judge' | 'clock' | 'until' | 'pace'>) =>
  async (erp: Erp, record: NegativationRecord, agreements: Agreements): Promise<void> => {
    const at = new Date(clock()).toISOString()
    const confirmAfter = pace.audit / 2
    await judge.apply(record, await wholeReading({ erp, record, agreements, until, at, confirmAfter }))
  }

/** Which records an ERP has: from the links, which are small, so that no walk holds all records in memory. */
const recordIds = async (store: Store, erpId: string): Promise<string[]> => {
  const links = await store.query('invoiceLinks')
  const own = links.filter(({ id }) => id.startsWith(`${erpId}:`))
  return [...new Set(own.map(({ negativationId }) => negativationId))]
}

export const startAudit = async (deps: AuditDeps, erpId: string): Promise<Audit> => {
  const { store, tasks, clock, elapsed, pace } = deps
  const lookAt = recordLook(deps)
  const waiting = await recordIds(store, erpId)
  const startedAt = new Date(clock()).toISOString()
  let agreements: Agreements | null = null
  let next = 0
  let failuresInARow = 0
  let problem: unknown = null

  /** The record at a place of the walk, when it is this ERP's and not read yet; an interrupted walk goes on where it was. */
  const dueAt = async (place: number): Promise<NegativationRecord | null> => {
    const [record] = await store.query('negativations', { id: waiting[place]! })
    const isDue =
      record?.erpId === erpId &&
      isAudited(record, pace.watch, clock()) &&
      hasPassed(oldestLook(record), pace.audit / 2, clock())
    return isDue ? record : null
  }
  const tellUnchecked = async (record: NegativationRecord): Promise<boolean> => {
    if (!isUnchecked(record, pace.audit, clock())) return false
    await tasks.open('invoice-unchecked', record)
    return true
  }
  const tellWaiting = async (): Promise<void> => {
    for (let place = next, told = 0; place < waiting.length && told < toldUnchecked; place += 1) {
      const record = await dueAt(place)
      if (record && (await tellUnchecked(record))) told += 1
    }
  }
  const tellExpiring = async (record: NegativationRecord): Promise<void> => {
    const told = expiring(record, dateAt(clock()))
    if (told) await tasks.open(told.kind, record, told.params)
  }

  const readOne = async (erp: Erp, record: NegativationRecord): Promise<void> => {
    try {
      agreements ??= agreementsOnce(erp)
      await lookAt(erp, record, agreements)
      failuresInARow = 0
    } catch (thrown) {
      if (!(thrown instanceof AppError) || !thrown.code.startsWith('erp-')) throw thrown
      failuresInARow += 1
      const isOfRecord = ofOneRecord.has(thrown.code)
      if (isOfRecord) {
        problem = thrown
        await tellUnchecked(record)
      }
      if (isOfRecord && failuresInARow < toGiveUp) return
      await tellWaiting()
      // The walk goes on behind it, so that a few unreadable records do not end it for ever.
      if (isOfRecord) next += 1
      failuresInARow = 0
      throw thrown
    }
  }

  return {
    startedAt,
    get problem() {
      return problem
    },
    slice: async (erp) => {
      const begun = elapsed()
      for (let reads = 0; next < waiting.length; next += 1) {
        if (reads >= sliceSize || elapsed() - begun >= pace.tick) return false
        const record = await dueAt(next)
        if (!record) continue
        await tellExpiring(record)
        await readOne(erp, record)
        reads += 1
      }
      return true
    },
  }
}
