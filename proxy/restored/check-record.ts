import type { NegativationState } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import { AppError, asAppError } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/locales/texts.ts'
import type { DebtState } from '../bureaus/bureau.ts'
import type { Ledger } from '../negativation/ledger.ts'
import { program } from '../negativation/ledger.ts'
import { linksOf } from '../negativation/registered.ts'
import type { Present } from './adopt.ts'
import { readRestore } from './mark.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { RestoreCheckRecord, RestoreRecord } from '../store/restore-records.ts'
import type { Change, Store } from '../store/store.ts'
import type { UntilStopped } from '../sweep/until-stopped.ts'
import { Stopped } from '../sweep/until-stopped.ts'
import type { TaskWish } from '../tasks/task-changes.ts'
import type { Tasks } from '../tasks/tasks.ts'

/** Changes the newest mark, with what belongs to it, in one write. Nothing when the audit has ended meanwhile. */
export type ChangeRestore = (
  write: (restore: RestoreRecord) => RestoreRecord,
  others?: readonly Change[],
) => Promise<void>

/** Lets `keep` commit the changed mark together with its own changes; it is given none when the audit has ended meanwhile. */
export type WithMark = <Result>(
  write: (restore: RestoreRecord) => RestoreRecord,
  keep: (mark: readonly Change[]) => Promise<Result>,
) => Promise<Result>

interface RecordChecksDeps {
  store: Store
  ledger: Ledger
  tasks: Pick<Tasks, 'open' | 'settle' | 'act'>
  /** Asks the bureau about a record, and takes its answer. */
  askBureau: (record: NegativationRecord) => Promise<DebtState>
  clock: Clock
  until: UntilStopped
  change: ChangeRestore
  withMark: WithMark
}

type Side = 'bureau' | 'erp'

/** So long a removal waits for a look-up that fails; as long as it waits for its proof. */
export const patience = 60 * 60_000

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

const ended: ReadonlySet<NegativationState> = new Set(['removed', 'not-included'])

export const putCheck = (check: RestoreCheckRecord): Change => ({
  collection: 'restoreChecks',
  id: check.id,
  value: check,
})

/** The look-ups of single records after a restore, and what they leave for a person. */
export const recordChecks = (deps: RecordChecksDeps) => {
  const { store, ledger, tasks, askBureau, clock, until, change, withMark } = deps
  const now = (): string => new Date(clock()).toISOString()

  const tell = async (record: NegativationRecord, side: Side, code: ErrorCode): Promise<void> => {
    if (code === 'credentials-missing' || over.has(record.state)) return
    const heard: Pick<TaskWish, 'heard'> =
      code === 'lookup-unsupported' ? { heard: { kind: 'unsupported' } } : {}
    if (side === 'bureau' && (listed.has(record.state) || record.state === 'unknown'))
      await tasks.settle(record, { open: [{ kind: 'inclusion-unknown', ...heard }] })
    if (side === 'erp' && record.removal === null) await tasks.open('invoice-unchecked', record)
  }

  /** The draft was confirmed after the copy: the record, the person's task, the count and what is left of the check are one commit. */
  const adopt = (check: RestoreCheckRecord, answer: Present): Promise<NegativationRecord | null> =>
    withMark(
      (restore) => ({ ...restore, adopted: restore.adopted + 1 }),
      (mark) => {
        const left = mark.length > 0 ? [putCheck({ ...check, isBureauRead: true, isErpRead: false })] : []
        return tasks.act(
          check.id,
          (draft) =>
            draft.state === 'draft'
              ? {
                  event: { kind: 'adopted', answer },
                  actor: program,
                  with: [...linksOf(draft), ...mark, ...left],
                }
              : null,
          () => ({ open: [{ kind: 'adopted', heard: answer }] }),
        )
      },
    )

  /** Whether it went away without us: also when that was noted since, by a regular look or just before a crash. */
  const wentAway = async ({ id, state, removal }: NegativationRecord): Promise<boolean> => {
    const restoredAt = (await readRestore(store))?.restoredAt ?? now()
    if ((removal?.acceptedAt ?? '') >= restoredAt) return false
    if (!over.has(state)) return true
    const history = await store.query('history', { negativationId: id })
    return history.some(({ at, from, to }) => at >= restoredAt && from !== to && ended.has(to))
  }

  /** What the bureau's answer means to the check, on disk at once: nobody is asked a second time after a crash. */
  const takeAnswer = async (
    check: RestoreCheckRecord,
    record: NegativationRecord,
    answer: DebtState,
  ): Promise<RestoreCheckRecord> => {
    if (record.state === 'draft' && answer.kind === 'present' && (await adopt(check, answer)))
      return { ...check, isBureauRead: true, isErpRead: false }
    const isGone = answer.kind !== 'present' && (await wentAway(record))
    const next = { ...check, isBureauRead: true }
    await change((restore) => ({ ...restore, gone: restore.gone + (isGone ? 1 : 0) }), [putCheck(next)])
    return next
  }

  /** The look-ups of one record that are still to be made; resolves to what keeps it waiting. */
  const checkOne = async (
    waitingCheck: RestoreCheckRecord,
    readErp: (record: NegativationRecord) => Promise<void>,
  ): Promise<AppError | null> => {
    let check = waitingCheck
    const { id } = check
    const [record] = await store.query('negativations', { id })
    if (!record) {
      await change((restore) => restore, [{ collection: 'restoreChecks', id, value: null }])
      return null
    }
    const failed: { side: Side; error: AppError }[] = []
    if (!check.isBureauRead) {
      const answer = await until(() => askBureau(record)).catch((thrown: unknown) => {
        if (thrown instanceof Stopped) throw thrown
        return asAppError(thrown)
      })
      if (answer instanceof AppError) failed.push({ side: 'bureau', error: answer })
      else check = await takeAnswer(check, record, answer)
    }
    if (!check.isErpRead) {
      const failure = await readErp(await ledger.get(id)).then(
        () => null,
        (thrown: unknown) => {
          if (thrown instanceof Stopped) throw thrown
          return asAppError(thrown)
        },
      )
      if (failure) failed.push({ side: 'erp', error: failure })
      else check = { ...check, isErpRead: true }
    }
    const waiting = failed.filter(({ error }) => !lasting.has(error.code))
    const failedSince = waiting.length > 0 ? (check.failedSince ?? now()) : null
    const isReleased = failedSince !== null && clock() - Date.parse(failedSince) >= patience
    const toTell = isReleased && !check.isReleased ? failed : failed.filter((each) => !waiting.includes(each))
    for (const { side, error } of toTell) await tell(await ledger.get(id), side, error.code)
    const isUnaudited = waiting.length === 0 && failed.length > 0
    const next = { ...check, failedSince, isReleased }
    await change(
      (restore) => ({ ...restore, unaudited: restore.unaudited + (isUnaudited ? 1 : 0) }),
      [waiting.length > 0 ? putCheck(next) : { collection: 'restoreChecks', id, value: null }],
    )
    return waiting[0]?.error ?? null
  }

  return { checkOne, tell }
}
