import type { DraftView, EligibilityCode, Negativation } from '../../shared/api.ts'
import { AppError, asAppError } from '../../shared/errors.ts'
import type { Act } from '../features/negativation/proposal.ts'
import { follow } from '../messaging/follow.ts'
import type { ConfirmOutcome } from './confirm-once.ts'
import { confirmOnce, lookAtRecord } from './confirm-once.ts'
import type { Confirmation } from './confirmation.ts'
import type { Desk } from './desk.ts'
import { noteOf } from './note.ts'
import type { ReadingSteps } from './reading-steps.ts'
import { refusalOf } from './refusal.ts'

type Review = Extract<Confirmation, { at: 'review' }>
type Ended = Extract<Confirmation, { at: 'ended' }>

export interface ActingSteps {
  /** The person's act: one request, whose answer is never guessed. */
  confirm: (review: Review, accepted: EligibilityCode[], written: string) => Promise<void>
  /** Where an act stands that this window began before a reload. */
  attach: (act: Act) => Promise<void>
  /** Asks the record once more; sends nothing. */
  verify: (act: Act, lost: AppError) => Promise<void>
}

/** The key that was noted for the same draft with the same content, else a new one. */
const keyFor = (noted: Act | null | undefined, { negativation, seal }: DraftView): string =>
  noted?.id === negativation.id && noted.seal === seal ? noted.key : crypto.randomUUID()

const ownEnd = ({ letterDays }: Act) => ({ isAttached: false, letterDays })

/** The steps around the one act of the window (cases G43, G58). */
export const actingSteps = (desk: Desk, reading: ReadingSteps): ActingSteps => {
  const followSending = async (
    negativation: Negativation,
    end: Pick<Ended, 'isAttached' | 'letterDays'>,
  ): Promise<void> => {
    const { show, signal, wait } = desk.begin()
    show({ at: 'sending', negativation, lost: null })
    try {
      const detail = await follow({
        look: () => desk.call('negativation', { id: negativation.id }, { signal }),
        isEnded: (one) => one.negativation.state !== 'sending',
        wait,
        signal,
        onValue: (one) => show({ at: 'sending', negativation: one.negativation, lost: null }),
        onLost: () => {
          const stage = desk.stage()
          if (stage.at === 'sending' && stage.lost === null) show({ ...stage, lost: desk.clock() })
        },
      })
      if (detail) show({ at: 'ended', detail, ...end })
    } catch (thrown) {
      show({ at: 'unread', error: asAppError(thrown) })
    }
  }

  /** Nothing was sent: the person sees what is now, and why. */
  const refused = async ({ input, letterDays }: Act, error: AppError): Promise<void> => {
    const { negativation } = refusalOf(error)
    if (error.code === 'negativation-not-draft' && negativation)
      return followSending(negativation, { isAttached: true, letterDays })
    await desk.forget()
    const note = noteOf(error)
    return note.kind === 'error' ? reading.overview(input, input, note) : reading.draftAgain(input, note)
  }

  const settle = async (act: Act, outcome: ConfirmOutcome): Promise<void> => {
    if (outcome.at === 'taken') return followSending(outcome.negativation, ownEnd(act))
    if (outcome.at === 'refused') return refused(act, outcome.error)
    const { error, isDraft } = outcome
    return desk.begin().show({ at: 'unconfirmed', act, error, isDraft })
  }

  return {
    confirm: async ({ draft, input }, accepted, written) => {
      const { show, signal, wait } = desk.begin()
      const { id } = draft.negativation
      const since = desk.clock()
      show({ at: 'confirming', since, isChecking: false })
      const { seal, letterDays } = draft
      const act: Act = { id, seal, letterDays, key: keyFor(desk.proposal()?.act, draft), input }
      // Before the first call, or a reload would not know what to ask for.
      if (!(await desk.note(act))) return show({ at: 'lost' })
      const onChecking = () => show({ at: 'confirming', since, isChecking: true })
      const request = { id, key: act.key, seal: act.seal, accepted, written }
      const outcome = await confirmOnce(request, { call: desk.call, wait, onChecking })
      if (!signal.aborted) await settle(act, outcome)
    },
    attach: async (act) => {
      const { show, signal } = desk.begin()
      show({ at: 'attaching', since: desk.clock() })
      try {
        const { negativation } = await desk.call('negativation', { id: act.id })
        if (signal.aborted) return
        if (negativation.state !== 'draft') return await followSending(negativation, ownEnd(act))
        show({ at: 'unconfirmed', act, error: new AppError('answer-lost'), isDraft: true })
      } catch (thrown) {
        show({ at: 'unconfirmed', act, error: asAppError(thrown), isDraft: false })
      }
    },
    verify: async (act, lost) => {
      const { show, signal, wait } = desk.begin()
      show({ at: 'confirming', since: desk.clock(), isChecking: true })
      const outcome = await lookAtRecord(act.id, lost, { call: desk.call, wait })
      if (!signal.aborted) await settle(act, outcome)
    },
  }
}
