import type { NegativationState } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import { AppError, asAppError } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/locales/texts.ts'
import type { DebtState } from '../bureaus/bureau.ts'
import type { Ledger } from '../negativation/ledger.ts'
import { program } from '../negativation/ledger.ts'
import { linksOf } from '../negativation/registered.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { RestoreCheckRecord, RestoreRecord } from '../store/restore-records.ts'
import type { Change, Store } from '../store/store.ts'
import type { UntilStopped } from '../sweep/until-stopped.ts'
import { Stopped } from '../sweep/until-stopped.ts'
import type { Heard } from '../tasks/facts.ts'
import type { Tasks } from '../tasks/tasks.ts'

/** Changes the newest mark, with what belongs to it, in one write. Nothing when the audit has ended meanwhile. */
export type ChangeRestore = (
  write: (restore: RestoreRecord) => RestoreRecord,
  others?: readonly Change[],
) => Promise<void>

interface RecordChecksDeps {
  store: Store
  ledger: Ledger
  tasks: Pick<Tasks, 'open' | 'settle'>
  /** Asks the bureau about a record, and takes its answer. */
  askBureau: (record: NegativationRecord) => Promise<DebtState>
  clock: Clock
  until: UntilStopped
  change: ChangeRestore
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

export const putCheck = (check: RestoreCheckRecord): Change => ({
  collection: 'restoreChecks',
  id: check.id,
  value: check,
})

/** The look-ups of single records after a restore, and what they leave for a person. */
export const recordChecks = ({ store, ledger, tasks, askBureau, clock, until, change }: RecordChecksDeps) => {
  const now = (): string => new Date(clock()).toISOString()

  const tell = async (record: NegativationRecord, side: Side, code: ErrorCode): Promise<void> => {
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
    const failed: { side: Side; error: AppError }[] = []
    if (!isBureauRead) {
      const answer = await until(() => askBureau(record)).catch((thrown: unknown) => {
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
      [waiting.length > 0 ? putCheck(next) : { collection: 'restoreChecks', id: check.id, value: null }],
    )
    return waiting[0]?.error ?? null
  }

  return { checkOne, tell }
}
