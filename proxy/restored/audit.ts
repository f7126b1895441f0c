import type { Clock } from '../../shared/clock.ts'
import { errorBody } from '../../shared/error-body.ts'
import { AppError, asAppError } from '../../shared/errors.ts'
import type { DebtState } from '../bureaus/bureau.ts'
import type { Ledger } from '../negativation/ledger.ts'
import { program } from '../negativation/ledger.ts'
import { inTurn } from '../store/in-turn.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { RestoreCheckRecord, RestoreRecord } from '../store/restore-records.ts'
import type { Change, Store } from '../store/store.ts'
import { stoppable, Stopped } from '../sweep/until-stopped.ts'
import { backOff } from '../sweep/turn.ts'
import type { Tasks } from '../tasks/tasks.ts'
import { adopter } from './adopt.ts'
import type { ChangeRestore, WithMark } from './check-record.ts'
import { patience, putCheck, recordChecks } from './check-record.ts'
import { readRestore } from './mark.ts'
import type { SearchDeps } from './search.ts'
import { searchUnknown } from './search.ts'

export interface RestoredAuditDeps extends Omit<SearchDeps, 'adopt' | 'until'> {
  store: Store
  ledger: Ledger
  tasks: Pick<Tasks, 'open' | 'settle' | 'act' | 'begin'>
  /** Asks the bureau about a record, and takes its answer. */
  askBureau: (record: NegativationRecord) => Promise<DebtState>
  /** Reads a record's invoices, and draws the conclusions. */
  readErp: () => (record: NegativationRecord) => Promise<void>
  clock: Clock
  random: Parameters<typeof adopter>[0]['random']
  pace: { probe: number; retryLongest: number }
  onFailure: (thrown: unknown) => void
}

/** Compares a restored copy with the bureau and the ERP before anything is sent. Reads only; it includes nothing and removes nothing. */
export interface RestoredAudit {
  /** Begins to work when a copy waits for it; never waits for the network. */
  tick(): Promise<void>
  /** A person ends it in writing. */
  end(note: string, by: string): Promise<void>
  /** A person takes note of how it ended. Nothing happens while it runs. */
  seen(by: string): Promise<void>
  /** Resolves when nothing is being looked up. */
  idle(): Promise<void>
  stop(): Promise<void>
}

/** Records that are looked up at the same time. */
const atOnce = 4
/** After so many failures in a row it is the platform and not the record. */
const toGiveUp = 5

export const restoredAudit = (deps: RestoredAuditDeps): RestoredAudit => {
  const { store, clock, pace, onFailure } = deps
  const turn = inTurn()
  const { until, stop, isStopped } = stoppable()
  let running: Promise<void> | null = null
  let nextAt = Number.NEGATIVE_INFINITY
  let failures = 0
  const now = (): string => new Date(clock()).toISOString()

  const withMark: WithMark = (write, keep) =>
    turn(async () => {
      const restore = await readRestore(store)
      return keep(
        restore?.end === null ? [{ collection: 'restores', id: 'restore', value: write(restore) }] : [],
      )
    })
  /** Changes the newest mark, with what belongs to it, in one write. Nothing when the audit has ended meanwhile. */
  const change: ChangeRestore = (write, others = []) =>
    withMark(write, async (mark) => {
      if (mark.length > 0) await store.commit([...mark, ...others], { outcome: true })
    })
  const { checkOne, tell } = recordChecks({ ...deps, until, change, withMark })
  const search = searchUnknown({ ...deps, until, adopt: adopter({ ...deps, withMark }) })

  /** Looks every record up that waits; resolves to the last failure. */
  const checkAll = async (): Promise<AppError | null> => {
    const readErp = deps.readErp()
    const waiting = (await store.query('restoreChecks')).toReversed()
    let inARow = 0
    let last: AppError | null = null
    const work = async (): Promise<void> => {
      while (inARow < toGiveUp) {
        if (isStopped()) throw new Stopped()
        const check = waiting.pop()
        if (!check) return
        const failure = await checkOne(check, readErp)
        inARow = failure ? inARow + 1 : 0
        last = failure ?? last
      }
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    // What was not even tried waits as long as what was: a platform that is down holds no removal for ever.
    for (const check of waiting) if (last) await release(check, last)
    return last
  }

  const release = async (check: RestoreCheckRecord, failure: AppError): Promise<void> => {
    const failedSince = check.failedSince ?? now()
    const isReleased = clock() - Date.parse(failedSince) >= patience
    if (check.failedSince !== null && isReleased === check.isReleased) return
    const [record] = await store.query('negativations', { id: check.id })
    if (record && isReleased) {
      if (!check.isBureauRead) await tell(record, 'bureau', failure.code)
      if (!check.isErpRead) await tell(record, 'erp', failure.code)
    }
    await change((restore) => restore, [putCheck({ ...check, failedSince, isReleased })])
  }

  const note = (erpId: string, fields: Partial<RestoreRecord['searches'][number]>) =>
    change((before) => ({
      ...before,
      searches: before.searches.map((each) => (each.erpId === erpId ? { ...each, ...fields } : each)),
    }))

  const searchAll = async (): Promise<AppError | null> => {
    const restore = await readRestore(store)
    if (!restore || restore.end) return null
    const readErp = deps.readErp()
    const steps: Parameters<typeof search>[1] = {
      passed: (erpId, after) => note(erpId, { after }),
      unasked: (erpId, unasked) => note(erpId, { unasked }),
      done: (erpId) => note(erpId, { isDone: true }),
      adopted: async (record) => {
        // What cannot be read now is read by the regular looks, which find an invoice that was never read first.
        await readErp(record).catch((thrown: unknown) => {
          if (thrown instanceof Stopped) throw thrown
        })
      },
    }
    return search(restore, steps).then(
      () => null,
      (thrown: unknown) => {
        if (thrown instanceof Stopped) throw thrown
        return asAppError(thrown)
      },
    )
  }

  const finish = async (): Promise<void> => {
    const left = await store.query('restoreChecks')
    if (left.length > 0) return
    const end = { at: now(), by: program, note: '' }
    await change((restore) => ({ ...restore, problem: null, end }))
  }

  /** Credentials are entered at any moment, and asking the vault for them costs nothing; a platform is given time. */
  const putOff = (failure: AppError): void => {
    failures += 1
    const isCheap = failure.code === 'credentials-missing'
    nextAt = clock() + (isCheap ? pace.probe : backOff(failures, pace.probe, pace.retryLongest))
  }

  const pass = async (): Promise<void> => {
    const restore = await readRestore(store)
    if (restore?.end !== null) return
    const checked = await checkAll()
    const searched = await searchAll()
    const failure = checked ?? searched
    if (failure?.code === 'internal') onFailure(failure)
    if (failure) {
      putOff(failure)
      await change((before) => ({ ...before, problem: errorBody(failure) }))
    } else {
      failures = 0
      await finish()
    }
  }

  return {
    tick: async () => {
      const wait = nextAt - clock()
      // A wait longer than the rule comes from a clock that was set back (case G75).
      if (running || isStopped() || (wait > 0 && wait <= pace.retryLongest)) return
      const restore = await readRestore(store)
      if (restore?.end !== null || running) return
      running = pass()
        .catch((thrown: unknown) => {
          if (thrown instanceof Stopped) return
          putOff(asAppError(thrown))
          onFailure(thrown)
        })
        .finally(() => void (running = null))
    },
    end: async (note, by) => {
      const checks = await store.query('restoreChecks')
      const free = checks.map(({ id }): Change => ({ collection: 'restoreChecks', id, value: null }))
      await change(
        (restore) => ({
          ...restore,
          unaudited: restore.unaudited + checks.length,
          problem: null,
          end: { at: now(), by, note },
        }),
        free,
      )
    },
    seen: (by) =>
      turn(async () => {
        const restore = await readRestore(store)
        if (!restore?.end || restore.seen) return
        const value = { ...restore, seen: { at: now(), by } }
        await store.commit([{ collection: 'restores', id: 'restore', value }], { outcome: true })
      }),
    idle: async () => {
      await running
    },
    stop: async () => {
      stop()
      await running
    },
  }
}
