import { liveStates } from '../../shared/api.ts'
import type { NegativationState, TaskAction, TaskKind } from '../../shared/api.ts'
import type { NegativationRecord } from '../store/records.ts'

const live: ReadonlySet<NegativationState> = new Set(liveStates)
const underRemoval: ReadonlySet<NegativationState> = new Set(['removal-requested', 'removing', 'verifying'])
const listed: ReadonlySet<NegativationState> = new Set(['sent', 'active'])

const isListed = ({ state }: NegativationRecord): boolean => listed.has(state)
/** The bureau took it and never showed it: that does not end before somebody knows. */
const isMissing = ({ state, protocol, reference }: NegativationRecord): boolean =>
  state === 'not-included' && (protocol !== null || reference !== null)
const isUnderRemoval = ({ state }: NegativationRecord): boolean => underRemoval.has(state)
const isWithoutWish = ({ state, removal }: NegativationRecord): boolean => live.has(state) && removal === null

/** What a person may do about an invoice that the ERP tells something odd about: clear the name, or leave it and say why. */
const clearOrKeep = { actions: (): TaskAction[] => ['remove', 'keep'], holds: isWithoutWish }
/** Nothing is left to do but to know it. */
const toKnow = { actions: (): TaskAction[] => ['acknowledge'], holds: () => true }

interface TaskRule {
  /** The first is the proposed one. */
  actions: (record: NegativationRecord) => TaskAction[]
  /** Whether the task still means something; one that does not is closed by the program. */
  holds: (record: NegativationRecord) => boolean
}

const rules: Readonly<Record<TaskKind, TaskRule>> = {
  'inclusion-unknown': {
    actions: ({ state }) => {
      if (state === 'unknown') return ['confirm-listed', 'confirm-not-listed', 'look-again']
      return state === 'not-included'
        ? ['acknowledge', 'look-again']
        : ['acknowledge', 'remove', 'look-again']
    },
    holds: (record) => record.state === 'unknown' || isListed(record) || isMissing(record),
  },
  'appeared-later': {
    actions: ({ removal }) => (removal ? ['acknowledge'] : ['remove', 'acknowledge']),
    holds: () => true,
  },
  adopted: {
    actions: ({ removal }) => (removal ? ['acknowledge'] : ['acknowledge', 'remove']),
    holds: () => true,
  },
  'refused-later': toKnow,
  'removal-unproven': {
    actions: () => ['confirm-not-listed', 'confirm-listed', 'look-again'],
    holds: isUnderRemoval,
  },
  'payment-undone': {
    actions: ({ state }) =>
      state === 'removal-requested' ? ['keep', 'remove', 'look-again'] : ['look-again', 'remove'],
    holds: (record) => live.has(record.state) && record.removal?.isHeld === true,
  },
  'payment-returned': toKnow,
  'partial-payment': clearOrKeep,
  'written-off': { ...clearOrKeep, actions: () => ['keep', 'remove'] },
  'invoice-cancelled': clearOrKeep,
  renegotiated: clearOrKeep,
  'invoice-vanished': clearOrKeep,
  'invoice-unchecked': { actions: () => ['acknowledge', 'remove'], holds: isWithoutWish },
  'letter-returned': { ...clearOrKeep, holds: (record) => isListed(record) && record.removal === null },
  expiring: { actions: () => ['remove', 'acknowledge'], holds: isWithoutWish },
  'removed-elsewhere': toKnow,
  'removal-late': { actions: () => ['look-again', 'confirm-not-listed'], holds: isUnderRemoval },
}

/** What a person may do about it, the proposed action first. */
export const actionsOf = (kind: TaskKind, record: NegativationRecord): TaskAction[] =>
  rules[kind].actions(record)

/** Whether a task of this kind still means something for the record as it is now. */
export const stillHolds = (kind: TaskKind, record: NegativationRecord): boolean => rules[kind].holds(record)

const noted: ReadonlySet<TaskAction> = new Set(['confirm-listed', 'confirm-not-listed', 'keep'])

/** Whether the person has to write what was seen at the bureau, or why the name stays. */
export const wantsNote = (action: TaskAction): boolean => noted.has(action)

/** A person took note and nothing changed: the same facts are not told again while they last. */
export const staysStanding = (kind: TaskKind, action: TaskAction): boolean =>
  action === 'acknowledge' || (action === 'keep' && kind !== 'payment-undone')
