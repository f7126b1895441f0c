import { liveStates } from '../../shared/api.ts'
import type { NegativationState } from '../../shared/api.ts'
import type { Clock, Random } from '../../shared/clock.ts'
import type { AppError } from '../../shared/errors.ts'
import { asAppError } from '../../shared/errors.ts'
import type { DebtState } from '../bureaus/bureau.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import type { Tasks } from '../tasks/tasks.ts'
import { alarmOf } from './alarm.ts'
import type { RunEnd } from './lanes.ts'
import { lanesOf } from './lanes.ts'
import type { Ledger } from './ledger.ts'
import { program } from './ledger.ts'
import { isOver, isWatched, lookAfter, lookRank, nextLook, watchedStates } from './look-schedule.ts'
import { lookTasks } from './look-tasks.ts'
import type { Pace } from './pace.ts'
import type { OpenRemovals } from './removal-access.ts'
import { retryWait } from './retry.ts'

/** Asks the bureau what became of records: unknown ends, the letter, active ones, removals, and those that ended. */
export interface Reconciler {
  /** Reads what is to be looked at; once. */
  start(): Promise<void>
  /** Starts at once what is due. */
  kick(): void
  /**
   * Asks about one record now, in whatever state; the answer counts like that of a regular look.
   * @throws `AppError`s of the platform, `credentials-missing`, `integration-unknown`, `environment-differs`, `store-write-failed`
   */
  examine(record: NegativationRecord): Promise<DebtState>
  /** The same, as the regular tick. */
  tick(): Promise<void>
  /** Resolves when no look is under way. */
  idle(): Promise<void>
  /** Starts nothing more and waits for what is under way. */
  stop(): Promise<void>
}

export interface ReconcilerDeps {
  ledger: Ledger
  store: Store
  /** Opens the platform for a record: `removalAccess`. */
  removals: OpenRemovals
  tasks: Pick<Tasks, 'open' | 'act' | 'settle' | 'onLookAgain'>
  clock: Clock
  random: Random
  pace: Pace
  /** Told when the store took nothing; the look is made again. */
  onFailure?: (thrown: unknown) => void
}

const live: ReadonlySet<NegativationState> = new Set(liveStates)
const after = (one: string | null, other: string | null): boolean => (one ?? '') > (other ?? '')
/** Absence is believed after two spaced reads. */
const reads = 2
/** So many of the usual looks may fail before an unknown end becomes a person's task. */
const patientLooks = 12

const askOf = ({ creditor, contract, environment, debtor }: NegativationRecord) => ({
  creditor,
  contract,
  environment,
  document: debtor.document,
})

export const createReconciler = (deps: ReconcilerDeps): Reconciler => {
  const { ledger, store, removals, tasks, clock, random, pace, onFailure = () => {} } = deps
  const rule = { first: Math.ceil(pace.lookUnknown / 300), longest: pace.lookUnknown }
  const rules = { reads, spacing: pace.spacing, settle: pace.settle }
  /** Failed looks in a row. */
  const failures = new Map<string, number>()

  const place = (record: NegativationRecord, at: number): void =>
    lanes.put(record.id, { lane: record.integrationId, at, rank: lookRank(record) })

  const listen = (record: NegativationRecord): void => {
    const at = nextLook(record, pace, clock())
    if (at === null) {
      failures.delete(record.id)
      lanes.drop(record.id)
    } else place(record, at)
  }

  const unsupported = async (record: NegativationRecord): Promise<void> => {
    const heard = { kind: 'unsupported' as const }
    if (record.state === 'unknown')
      await tasks.settle(record, { open: [{ kind: 'inclusion-unknown', heard }] })
    // The platform took the removal and nobody can read whether it was done: a person looks.
    if (record.state === 'verifying')
      await tasks.settle(record, { open: [{ kind: 'removal-unproven', heard }] })
    place(record, clock() + pace.lookActive)
  }

  const failed = async (record: NegativationRecord, error: AppError): Promise<void> => {
    const count = (failures.get(record.id) ?? 0) + 1
    failures.set(record.id, count)
    place(record, clock() + retryWait(rule, count, random, error))
    const unknownFor = clock() - Date.parse(record.lookedAt ?? record.changedAt)
    if (record.state === 'unknown' && unknownFor > patientLooks * pace.lookUnknown)
      await tasks.open('inclusion-unknown', record)
    const alarm = alarmOf(record, clock())
    if (record.state === 'verifying' && alarm !== 'none' && alarm !== 'hour')
      await tasks.open('removal-late', record)
  }

  /** Another record with the same contract is at the bureau, or was later: what is seen there is that one. */
  const isAnothers = async ({ id, contract, state, sentAt }: NegativationRecord): Promise<boolean> =>
    isOver(state) &&
    (await store.query('negativations', { contract })).some(
      (other) =>
        other.id !== id && (live.has(other.state) || (isOver(other.state) && after(other.sentAt, sentAt))),
    )

  const take = async (record: NegativationRecord, answer: DebtState): Promise<void> => {
    const { state } = record
    if (!isWatched(state)) return
    failures.delete(record.id)
    const nextLookAt = lookAfter({ state }, answer, { pace, now: clock(), random })
    if (await isAnothers(record)) return place(record, Date.parse(nextLookAt))
    const moved = await tasks.act(
      record.id,
      (before) =>
        before.state === state && before.removal?.acceptedAt === record.removal?.acceptedAt
          ? {
              event: { kind: 'looked', state: answer, rules, lag: pace.lag, nextLookAt },
              actor: program,
            }
          : null,
      (now, before) => lookTasks(before, now, answer),
    )
    const newest = moved ?? (await ledger.get(record.id))
    if (!moved && newest.state === state) await tasks.settle(newest, lookTasks(newest, newest, answer))
    // Never again at once, whatever the answer meant.
    const at = nextLook(newest, pace, clock())
    if (at !== null && at <= clock()) place(newest, Date.parse(nextLookAt))
  }

  const look = async (record: NegativationRecord): Promise<RunEnd> => {
    const access = await removals(record).catch(asAppError)
    if (access instanceof Error) {
      await failed(record, access)
      return 'not-asked'
    }
    const answer = await access.removals.debtState(access.credentials, askOf(record)).catch(asAppError)
    if (!(answer instanceof Error)) {
      await take(record, answer)
      return 'answered'
    }
    if (answer.code === 'lookup-unsupported') {
      await unsupported(record)
      return 'answered'
    }
    await failed(record, answer)
    return 'failed'
  }

  const run = async (id: string): Promise<RunEnd> => {
    let record: NegativationRecord | null = null
    try {
      record = await ledger.get(id)
      return isWatched(record.state) ? await look(record) : 'not-asked'
    } catch (thrown) {
      onFailure(thrown)
      if (record) place(record, clock() + rule.longest)
      return 'not-asked'
    }
  }

  const lanes = lanesOf({
    clock,
    run,
    concurrency: 4,
    horizon: 2 * Math.max(...Object.values({ ...pace, watch: 0 })),
    probeEvery: pace.probe,
  })
  ledger.watch(listen)
  tasks.onLookAgain((id) => {
    const again = async (): Promise<void> => {
      const record = await ledger.get(id)
      if (!isWatched(record.state)) return
      place(record, clock())
      lanes.tick()
    }
    again().catch(onFailure)
  })

  return {
    start: async () => {
      for (const state of watchedStates)
        for (const record of await store.query('negativations', { state })) listen(record)
      lanes.tick()
    },
    kick: () => lanes.tick(),
    examine: async (record) => {
      const access = await removals(record)
      const answer = await access.removals.debtState(access.credentials, askOf(record))
      await take(record, answer)
      return answer
    },
    tick: async () => lanes.tick(),
    idle: () => lanes.idle(),
    stop: async () => {
      lanes.stop()
      await lanes.idle()
    },
  }
}
