import type { Clock, Random } from '../../shared/clock.ts'
import { errorBody } from '../../shared/error-body.ts'
import { AppError, asAppError } from '../../shared/errors.ts'
import type { RemovalAnswer } from '../bureaus/bureau.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { Tasks } from '../tasks/tasks.ts'
import { alarmOf } from './alarm.ts'
import type { RunEnd } from './lanes.ts'
import type { Act, Ledger } from './ledger.ts'
import { program } from './ledger.ts'
import type { Pace } from './pace.ts'
import { rawAnswerIn } from './raw-answer.ts'
import type { OpenRemovals, RemovalAccess } from './removal-access.ts'
import { jittered, refusedRule, retryWait } from './retry.ts'

interface SenderDeps {
  ledger: Ledger
  removals: OpenRemovals
  tasks: Pick<Tasks, 'open' | 'act'>
  clock: Clock
  random: Random
  pace: Pace
  onFailure?: (thrown: unknown) => void
}

/** One removal: the intent on disk, one call, the outcome on disk. */
export interface RemovalSender {
  /**
   * `text` goes into the history beside the intent. `refused-here`: it may not be sent, for a reason that the record tells already.
   * @throws `store-write-failed`
   */
  send(record: NegativationRecord, text?: string): Promise<RunEnd | 'refused-here'>
  /** Writes the outcomes that the disk did not take. */
  writeLeftOver(): Promise<void>
}

const isPickable = ({ state, removal }: NegativationRecord): boolean =>
  state === 'removal-requested' && removal !== null && !removal.isHeld

/** The bureau's "not found" proves nothing of a record of which we never had a number (case G48). */
const wasNumbered = ({ protocol, reference }: NegativationRecord): boolean =>
  protocol !== null || reference !== null

export const removalSender = (deps: SenderDeps): RemovalSender => {
  const { ledger, removals, tasks, clock, random, pace, onFailure = () => {} } = deps
  const rule = { first: pace.retryFirst, longest: pace.retryLongest }
  /** Outcomes that the disk did not take; lost with the process, and then the removal is sent again, which is safe. */
  const leftOver = new Map<string, Act['event']>()

  const warnWhenLate = async (record: NegativationRecord): Promise<void> => {
    const alarm = alarmOf(record, clock())
    if (alarm !== 'none' && alarm !== 'hour') await tasks.open('removal-late', record)
  }

  const write = async (id: string, event: Act['event']): Promise<void> => {
    const isUnproven = event.kind === 'removal-failed' && event.problem.code === 'removal-unproven'
    const written = tasks.act(
      id,
      ({ state }) => (state === 'removing' ? { event, actor: program } : null),
      () => (isUnproven ? { open: [{ kind: 'removal-unproven' }] } : {}),
    )
    const after = await written.catch((thrown: unknown) => {
      leftOver.set(id, event)
      throw thrown
    })
    if (after) await warnWhenLate(after)
  }

  const failed = (record: NegativationRecord, error: AppError): Promise<void> => {
    const own = error.code === 'removal-refused' ? refusedRule(rule) : rule
    const wait = retryWait(own, Math.max(1, record.removal?.attempts ?? 1), random, error)
    const nextAt = new Date(clock() + wait).toISOString()
    const event = {
      kind: 'removal-failed',
      problem: errorBody(error),
      ...rawAnswerIn(error),
      nextAt,
    } as const
    return write(record.id, event)
  }

  const answered = (record: NegativationRecord, answer: RemovalAnswer): Promise<void> => {
    const nextLookAt = new Date(clock() + jittered(pace.lookVerifying, random)).toISOString()
    if (answer.kind === 'accepted')
      return write(record.id, { kind: 'removal-accepted', protocol: answer.protocol, nextLookAt })
    const { code, text } = answer
    if (!wasNumbered(record))
      return failed(record, new AppError('removal-unproven', { details: { protocol: null, code, text } }))
    return write(record.id, { kind: 'removal-absent', code, text, nextLookAt })
  }

  const call = async (
    record: NegativationRecord,
    { removals: platform, credentials }: RemovalAccess,
  ): Promise<RunEnd> => {
    const { creditor, contract, environment, reference } = record
    const { document } = record.debtor
    const reasonCode = record.removal?.reason.code ?? '01'
    const answer = await platform
      .remove(credentials, { creditor, document, contract, environment, reference, reasonCode })
      .catch(asAppError)
    if (!(answer instanceof AppError)) {
      await answered(record, answer)
      return 'answered'
    }
    await failed(record, answer)
    // A refusal is the platform's word on this one record; it says that the platform works.
    return answer.code === 'removal-refused' ? 'answered' : 'failed'
  }

  return {
    send: async (record, text) => {
      const access = await removals(record).catch(asAppError)
      // Told once, not with every try: another environment or a missing pair may last for months (case G56).
      if (access instanceof AppError && access.code === record.removal?.problem?.code) {
        await warnWhenLate(record)
        return 'refused-here'
      }
      const picked = await ledger.apply(record.id, (before) =>
        isPickable(before)
          ? { event: { kind: 'pick', ...(text !== undefined && { text }) }, actor: program }
          : null,
      )
      if (!picked) return 'not-asked'
      if (!(access instanceof AppError)) return call(picked, access)
      await failed(picked, access)
      return 'not-asked'
    },
    writeLeftOver: async () => {
      const events = [...leftOver]
      leftOver.clear()
      for (const [id, event] of events) await write(id, event).catch(onFailure)
    },
  }
}
