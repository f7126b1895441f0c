import type { NegativationState } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import { errorBody } from '../../shared/error-body.ts'
import { AppError, asAppError } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/locales/texts.ts'
import type { DebtState } from '../bureaus/bureau.ts'
import type { Ledger } from '../negativation/ledger.ts'
import { program } from '../negativation/ledger.ts'
import { linksOf } from '../negativation/registered.ts'
import { inTurn } from '../store/in-turn.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { RestoreCheckRecord, RestoreRecord } from '../store/restore-records.ts'
import type { Change, Store } from '../store/store.ts'
import { stoppable, Stopped } from '../sweep/until-stopped.ts'
import { backOff } from '../sweep/turn.ts'
import type { Heard } from '../tasks/facts.ts'
import type { Tasks } from '../tasks/tasks.ts'
import { adopter } from './adopt.ts'
import { readRestore } from './mark.ts'
import type { SearchDeps } from './search.ts'
import { searchUnknown } from './search.ts'

export interface RestoredAuditDeps extends Omit<SearchDeps, 'adopt' | 'until'> {
  store: Store
  ledger: Ledger
  tasks: Pick<Tasks, 'open' | 'settle'>
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
  /** A person ends it in writing, or takes note of its end. */
  end(note: string, by: string): Promise<void>
  /** Resolves when nothing is being looked up. */
  idle(): Promise<void>
  stop(): Promise<void>
}

/** So long a removal waits for a look-up that fails; as long as it waits for its proof. */
const patience = 60 * 60_000
/** Records that are looked up at the same time. */
const atOnce = 4
/** After so many failures in a row it is the platform and not the record. */
const toGiveUp = 5

/** Time heals none of these. */
const lasting: ReadonlySet<ErrorCode> = new Set([
  'lookup-unsupported',
  'integration-unknown',
  'environment-differs',
  'erp-unknown',
  'erp-refused',
])
const listed: ReadonlySet<NegativationState> = new Set(['sent', 'active'])
const over: ReadonlySet<NegativationState> = new Set([
  'removed',
  'not-included',
  'draft',
  'cancelled',
  'rejected',
])

export const restoredAudit = (deps: RestoredAuditDeps): RestoredAudit => {
  const { store, ledger, tasks, clock, pace, onFailure } = deps
  const turn = inTurn()
  const { until, stop, isStopped } = stoppable()
  const search = searchUnknown({ ...deps, until, adopt: adopter(deps) })
  let running: Promise<void> | null = null
  let nextAt = Number.NEGATIVE_INFINITY
  let failures = 0
  const now = (): string => new Date(clock()).toISOString()

  /** Changes the newest mark, with what belongs to it, in one write. Nothing when the audit has ended meanwhile. */
  const change = (write: (restore: RestoreRecord) => RestoreRecord, others: readonly Change[] = []) =>
    turn(async () => {
      const restore = await readRestore(store)
      if (restore?.end !== null) return
      const value = write(restore)
      await store.commit([{ collection: 'restores', id: 'restore', value }, ...others], { outcome: true })
    })
  const put = (check: RestoreCheckRecord): Change => ({
    collection: 'restoreChecks',
    id: check.id,
    value: check,
  })

  const tell = async (record: NegativationRecord, side: 'bureau' | 'erp', code: ErrorCode): Promise<void> => {
    if (code === 'credentials-missing' || over.has(record.state)) return
    const heard: Heard = { kind: 'unsupported' }
    if (side === 'bureau' && (listed.has(record.state) || record.state === 'unknown'))
      await tasks.settle(record, { open: [{ kind: 'inclusion-unknown', heard }] })
    if (side === 'erp' && record.removal === null) await tasks.open('invoice-unchecked', record)
  }

  const afterBureau = async (record: NegativationRecord, answer: DebtState): Promise<boolean> => {
    if (record.state !== 'draft' || answer.kind !== 'present') return false
    const adopted = await ledger.apply(record.id, (draft) =>
      draft.state === 'draft'
        ? { event: { kind: 'adopted', answer }, actor: program, with: linksOf(draft) }
        : null,
    )
    if (adopted) await tasks.settle(adopted, { open: [{ kind: 'adopted', heard: answer }] })
    return adopted !== null
  }

  /** The look-ups of one record that are still to be made; resolves to what keeps it waiting. */
  const checkOne = async (
    check: RestoreCheckRecord,
    readErp: (record: NegativationRecord) => Promise<void>,
  ): Promise<AppError | null> => {
    const [record] = await store.query('negativations', { id: check.id })
    if (!record) {
      await change((restore) => restore, [{ collection: 'restoreChecks', id: check.id, value: null }])
      return null
    }
    let { isBureauRead, isErpRead } = check
    const found = { adopted: 0, gone: 0, unaudited: 0 }
    const failed: { side: 'bureau' | 'erp'; error: AppError }[] = []
    if (!isBureauRead) {
      const answer = await until(() => deps.askBureau(record)).catch((thrown: unknown) => {
        if (thrown instanceof Stopped) throw thrown
        return asAppError(thrown)
      })
      if (answer instanceof AppError) failed.push({ side: 'bureau', error: answer })
      else {
        isBureauRead = true
        if (!over.has(record.state) && answer.kind !== 'present') found.gone = 1
        if (await afterBureau(record, answer)) {
          found.adopted = 1
          isErpRead = false
        }
      }
    }
    if (!isErpRead) {
      const failure = await readErp(await ledger.get(check.id)).then(
        () => null,
        (thrown: unknown) => {
          if (thrown instanceof Stopped) throw thrown
          return asAppError(thrown)
        },
      )
      if (failure) failed.push({ side: 'erp', error: failure })
      else isErpRead = true
    }
    const waiting = failed.filter(({ error }) => !lasting.has(error.code))
    const failedSince = waiting.length > 0 ? (check.failedSince ?? now()) : null
    const isReleased = failedSince !== null && clock() - Date.parse(failedSince) >= patience
    const toTell = isReleased && !check.isReleased ? failed : failed.filter((each) => !waiting.includes(each))
    for (const { side, error } of toTell) await tell(await ledger.get(check.id), side, error.code)
    if (waiting.length === 0 && failed.length > 0) found.unaudited = 1
    const next = { ...check, isBureauRead, isErpRead, failedSince, isReleased }
    await change(
      (restore) => ({
        ...restore,
        adopted: restore.adopted + found.adopted,
        gone: restore.gone + found.gone,
        unaudited: restore.unaudited + found.unaudited,
      }),
      [waiting.length > 0 ? put(next) : { collection: 'restoreChecks', id: check.id, value: null }],
    )
    return waiting[0]?.error ?? null
  }

  /** Looks every record up that waits; resolves to the last failure. */
  const checkAll = async (): Promise<AppError | null> => {
    const readErp = deps.readErp()
    const waiting = (await store.query('restoreChecks')).toReversed()
    let inARow = 0
    let last: AppError | null = null
    const work = async (): Promise<void> => {
      for (let check = waiting.pop(); check && inARow < toGiveUp; check = waiting.pop()) {
        if (isStopped()) throw new Stopped()
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
    await change((restore) => restore, [put({ ...check, failedSince, isReleased })])
  }

  const searchAll = async (): Promise<AppError | null> => {
    const restore = await readRestore(store)
    if (!restore || restore.end) return null
    const readErp = deps.readErp()
    const note = (erpId: string, fields: Partial<RestoreRecord['searches'][number]>) =>
      change((before) => ({
        ...before,
        searches: before.searches.map((each) => (each.erpId === erpId ? { ...each, ...fields } : each)),
      }))
    const steps: Parameters<typeof search>[1] = {
      passed: (erpId, after) => note(erpId, { after }),
      done: (erpId) => note(erpId, { isDone: true }),
      adopted: async (record) => {
        await change((before) => ({ ...before, adopted: before.adopted + 1 }))
        await tasks.open('adopted', record)
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
    idle: async () => {
      await running
    },
    stop: async () => {
      stop()
      await running
    },
  }
}
