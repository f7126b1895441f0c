import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import type { EligibilityCode } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import { sessionProposals } from '../features/negativation/proposals.ts'
import { call } from '../messaging/call.ts'
import { waitFor } from '../messaging/wait-for.ts'
import { actingSteps } from './acting-steps.ts'
import type { Confirmation, CustomerFound, DraftInput } from './confirmation.ts'
import type { Desk } from './desk.ts'
import { createDesk } from './desk.ts'
import { readingSteps } from './reading-steps.ts'

export interface Confirming {
  stage: Confirmation
  /** The customer's name as the page said it; for the eye while the ERP is read, for nothing else. */
  proposedName: string | null
  /** Tries again what the window was opened for, or attaches to what it has begun. */
  open: () => void
  /** From the beginning, with what the ERP says now: what the window had begun has its end. */
  anew: () => void
  choose: (customer: CustomerFound) => void
  /** Reads everything again and shows what would be sent. */
  review: (input: DraftInput) => void
  /** The person's act. A second press while it runs does nothing (case G43). */
  confirm: (accepted: EligibilityCode[], written: string) => void
  /** Asks the record once more; sends nothing. */
  verify: () => void
  /** From the review to the choice; from an act that did not arrive, to the review. */
  back: () => void
  /** Leaves the draft cancelled; nothing was sent. Never rejects. */
  giveUp: () => Promise<void>
}

const create = (proposalId: string | null, clock: Clock, onStage: (stage: Confirmation) => void) => {
  const proposals = sessionProposals(browser.storage.session, () => crypto.randomUUID())
  const desk = createDesk({ proposalId: proposalId ?? '', proposals, call, clock, waitFor, onStage })
  const reading = readingSteps(desk)
  return { desk, reading, acting: actingSteps(desk, reading) }
}

const giveUp = async (desk: Desk): Promise<void> => {
  const stage = desk.stage()
  if (stage.at === 'review')
    await desk.call('negativationCancel', { id: stage.draft.negativation.id }).catch(() => undefined)
}

/** The confirmation of one window, from the proposal to the end of the sending; a reload attaches to it again. */
export const useConfirmation = (proposalId: string | null, clock: Clock): Confirming => {
  const [stage, setStage] = useState<Confirmation>({ at: 'opening' })
  const { desk, reading, acting } = useMemo(() => create(proposalId, clock, setStage), [proposalId, clock])
  const isActing = useRef(false)

  const open = async () => {
    const proposal = await desk.load().catch((): null => null)
    if (!proposal) desk.begin().show({ at: 'lost' })
    else await (proposal.act ? acting.attach(proposal.act) : reading.find(proposal))
  }
  const confirm = async (accepted: EligibilityCode[], written: string) => {
    const now = desk.stage()
    if (now.at !== 'review' || isActing.current) return
    isActing.current = true
    await acting.confirm(now, accepted, written).finally(() => {
      isActing.current = false
    })
  }
  const back = async () => {
    const now = desk.stage()
    if (now.at === 'review')
      desk.begin().show({ at: 'choosing', overview: now.overview, last: now.input, note: null })
    if (now.at === 'unconfirmed') await reading.draftAgain(now.act.input)
    const ended = now.at === 'ended' ? desk.proposal()?.act : null
    if (!ended) return
    // The key has had its act: the next press is another one.
    await desk.forget()
    await reading.draftAgain(ended.input)
  }

  useEffect(() => {
    void open()
    return desk.close
    // Opens once per proposal; the rest is new on each render
  }, [desk])

  return {
    stage,
    proposedName: desk.proposal()?.name ?? null,
    open: () => void open(),
    anew: () => void desk.forget().then(open),
    choose: ({ erpId, id }) => void reading.overview({ erpId, customerId: id }),
    review: (input) => {
      const now = desk.stage()
      if (now.at === 'choosing') void reading.draft(input, now.overview)
    },
    confirm: (accepted, written) => void confirm(accepted, written),
    verify: () => {
      const now = desk.stage()
      if (now.at === 'unconfirmed') void acting.verify(now.act, now.error)
    },
    back: () => void back(),
    giveUp: () => giveUp(desk),
  }
}
