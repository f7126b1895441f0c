import { errorBody } from '../../shared/error-body.ts'
import { AppError } from '../../shared/errors.ts'
import type { DebtState } from '../bureaus/bureau.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { Changes, Event, Evidence, Step } from './machine-step.ts'
import { gone, listed, ofProblem, queued, quietly, step } from './machine-step.ts'

type Look = Event<'looked'> & { at: string }
type Answer<Kind extends DebtState['kind']> = Extract<DebtState, { kind: Kind }>
type Rule = (record: NegativationRecord, look: Look) => Step | null

/**
 * A record that the bureau took by receipt may be missing for this many settle windows: its processing is daily, and a weekend with
 * a holiday has none.
 */
const receiptPatience = 5
/** One absent read is an accident of the moment, whatever the rules say. */
const fewestReads = 2

const elapsed = (from: string, to: string): number => Date.parse(to) - Date.parse(from)

/**
 * The absent reads in a row, this one included. It counts when it comes a spacing after the last one that counted; after a clock
 * that was set back the spacing starts anew (case G75).
 */
const counted = (
  { absentReads, lastAt }: { absentReads: number; lastAt: string | null },
  { at, rules }: Look,
): { absentReads: number; lastAt: string } => {
  if (absentReads === 0 || lastAt === null) return { absentReads: 1, lastAt: at }
  const gap = elapsed(lastAt, at)
  if (gap < 0) return { absentReads, lastAt: at }
  return gap >= rules.spacing ? { absentReads: absentReads + 1, lastAt: at } : { absentReads, lastAt }
}

const isEnough = (reads: number, { rules }: Look): boolean => reads >= Math.max(fewestReads, rules.reads)

/** Reads of a record without a removal under way; `lookedAt` is the last one that counted. */
const countedHere = ({ absentReads, lookedAt }: NegativationRecord, look: Look) => {
  const { absentReads: reads, lastAt } = counted({ absentReads, lastAt: lookedAt }, look)
  return { reads, changes: { absentReads: reads, lookedAt: lastAt, nextLookAt: look.nextLookAt } }
}

const asked = ({ at, nextLookAt }: Look) => ({ lookedAt: at, nextLookAt, absentReads: 0 })

/** What the bureau said, for the history. */
const evidenceOf = ({ state }: Look): Evidence => {
  if (state.kind === 'absent') return { code: 'absent' }
  if (state.kind === 'present') return { code: state.state, protocol: state.protocol }
  return { code: state.code ?? state.state, text: state.text }
}

const bureauStateOf = (answer: DebtState): string => (answer.kind === 'absent' ? 'absent' : answer.state)

/** A step that everybody sees: the answer is evidence. */
const seen = (look: Look, changes: Changes): Step =>
  step({ ...asked(look), bureauState: bureauStateOf(look.state), ...changes }, evidenceOf(look))

/** Another debt than the one that was sent stands under this contract: it is nobody's to adopt (case G47). */
const isAnother = ({ totalCents, due }: NegativationRecord, answer: Answer<'present'>): boolean =>
  answer.cents !== totalCents || answer.due !== due

const numbers = (record: NegativationRecord, answer: Answer<'present'>) => ({
  protocol: record.protocol ?? answer.protocol,
  reference: record.reference ?? answer.reference,
})

/** The end was refusal, or it was listed and is no more. */
const endOf = (record: NegativationRecord, answer: Answer<'ended'>): Changes =>
  answer.state === 'refused' && record.state !== 'active' ? { state: 'rejected' } : gone(record)

const inUnknown: Rule = (record, look) => {
  const answer = look.state
  if (answer.kind === 'present')
    return isAnother(record, answer)
      ? quietly(asked(look))
      : seen(look, { ...numbers(record, answer), ...listed(record, 'sent') })
  // A receipt proves that the end is this record's. Without one it may be the end of an earlier record of the same contract, and
  // the inclusion still on its way: it is no more than an absence, and what follows from it stays watched (cases G43, G89).
  const isNumbered = record.protocol !== null || record.reference !== null
  if (answer.kind === 'ended' && isNumbered) return seen(look, endOf(record, answer))
  const { reads, changes } = countedHere(record, look)
  const isSettled = record.sentAt !== null && elapsed(record.sentAt, look.at) >= look.rules.settle
  if (!isSettled || !isEnough(reads, look)) return quietly(changes)
  const wasListed = answer.kind === 'ended' && answer.state !== 'refused'
  return seen(look, wasListed ? gone(record) : { state: 'not-included' })
}

/** Present: sent or active. What changes nothing that a screen shows leaves no line. */
const stillListed = (record: NegativationRecord, look: Look, answer: Answer<'present'>): Step => {
  if (isAnother(record, answer)) return quietly(asked(look))
  const state = record.state === 'active' || answer.state === 'active' ? 'active' : 'sent'
  const { protocol, reference } = numbers(record, answer)
  const isNews = state !== record.state || answer.state !== record.bureauState || protocol !== record.protocol
  return isNews ? seen(look, { state, protocol, reference }) : quietly({ ...asked(look), reference })
}

/**
 * Sent: absence is the daily processing (case G50). A record that stays absent for long, in spaced reads, is not called "removed",
 * which it may never have been, nor "not included", which would free its invoices: its end is unknown again, it stays live, and the
 * looks and rules of `unknown` decide.
 */
const inSent: Rule = (record, look) => {
  const answer = look.state
  if (answer.kind === 'present') return stillListed(record, look, answer)
  if (answer.kind === 'ended') return seen(look, endOf(record, answer))
  const waited = record.sentAt === null ? 0 : elapsed(record.sentAt, look.at)
  if (waited < receiptPatience * look.rules.settle) return quietly(asked(look))
  const { reads, changes } = countedHere(record, look)
  return isEnough(reads, look) ? seen(look, { state: 'unknown' }) : quietly(changes)
}

const inActive: Rule = (record, look) => {
  const answer = look.state
  if (answer.kind === 'present') return stillListed(record, look, answer)
  if (answer.kind === 'ended') return seen(look, endOf(record, answer))
  const { reads, changes } = countedHere(record, look)
  return isEnough(reads, look) ? seen(look, gone(record)) : quietly(changes)
}

/** Waits through the bureau's processing; without a receipt of the removal there is nothing to wait for. */
const isInProcessing = ({ acceptedAt }: { acceptedAt: string | null }, { state, at, lag }: Look): boolean =>
  (state.kind === 'present' && state.state === 'removing') ||
  (acceptedAt !== null && elapsed(acceptedAt, at) < lag)

const inVerifying: Rule = (record, look) => {
  const { removal } = record
  if (!removal) return null
  if (look.state.kind !== 'present') {
    const { absentReads, lastReadAt: lastAt } = removal
    const { absentReads: reads, lastAt: lastReadAt } = counted({ absentReads, lastAt }, look)
    if (isEnough(reads, look)) return seen(look, gone({ ...record, removal: { ...removal, lastReadAt } }))
    return quietly({ ...asked(look), removal: { ...removal, absentReads: reads, lastReadAt } })
  }
  if (!isInProcessing(removal, look)) {
    const problem = errorBody(new AppError('removal-still-present'))
    const { changes } = seen(look, { state: 'removal-requested', removal: queued(removal, { problem }) })
    return step(changes, { ...evidenceOf(look), ...ofProblem(problem) })
  }
  const present = { ...removal, absentReads: 0, lastReadAt: null }
  return look.state.state === record.bureauState
    ? quietly({ ...asked(look), removal: present })
    : seen(look, { removal: present })
}

/** A record that had ended and shows once more. */
const inWatch: Rule = (record, look) => {
  const answer = look.state
  if (answer.kind !== 'present') return quietly(asked(look))
  // Cleared before and wished to be: whatever stands under its contract now is cleared as well.
  const isToClear = record.state === 'removed' && record.removal !== null
  if (isAnother(record, answer) && !isToClear) return seen(look, { state: 'unknown' })
  const state = record.state === 'removed' && answer.state === 'active' ? 'active' : 'sent'
  return seen(look, { ...numbers(record, answer), ...listed(record, state) })
}

const rules: Partial<Record<NegativationRecord['state'], Rule>> = {
  unknown: inUnknown,
  sent: inSent,
  active: inActive,
  verifying: inVerifying,
  removed: inWatch,
  'not-included': inWatch,
}

/** What the bureau's answer about a record does to it; null in the states in which it is not asked. */
export const looked = (record: NegativationRecord, event: Event<'looked'>, at: string): Step | null =>
  rules[record.state]?.(record, { ...event, at }) ?? null
