import type { CustomerOverview } from '../../shared/api.ts'
import { parseDocument } from '../../shared/document.ts'
import { asAppError } from '../../shared/errors.ts'
import type { Proposal } from '../features/negativation/proposal.ts'
import type { Confirmation, DraftInput, Note } from './confirmation.ts'
import type { Desk } from './desk.ts'
import { findCustomer } from './find-customer.ts'
import { noteOf } from './note.ts'

export interface ReadingSteps {
  /** From the proposal to the customer. */
  find: (proposal: Proposal) => Promise<void>
  /** The customer as the ERP has him now, to choose from. `last` is what was chosen before. */
  overview: (of: CustomerKey, last?: DraftInput | null, note?: Note | null) => Promise<void>
  /** Reads everything again and shows exactly what would be sent. */
  draft: (input: DraftInput, overview: CustomerOverview, note?: Note | null) => Promise<void>
  /** Customer and draft, both read again. */
  draftAgain: (input: DraftInput, note?: Note | null) => Promise<void>
}

type CustomerKey = Pick<DraftInput, 'erpId' | 'customerId'>

/** A page that says another document than the ERP's API is believed by nobody (attack 27). */
const checked = (overview: CustomerOverview, proposal: Proposal | null): Confirmation | null => {
  const shown = parseDocument(proposal?.document ?? '')
  const read = parseDocument(overview.customer.document)
  return shown && read && shown !== read ? { at: 'other-document', shown, read } : null
}

/** The steps that only read. None of them sends anything to the bureau. */
export const readingSteps = (desk: Desk): ReadingSteps => {
  const readCustomer = async ({ erpId, customerId }: CustomerKey): Promise<CustomerOverview | null> => {
    const { show, signal } = desk.begin()
    show({ at: 'reading', since: desk.clock() })
    try {
      const overview = await desk.call('customerOverview', { erpId, customerId })
      const refused = checked(overview, desk.proposal())
      if (refused) show(refused)
      return refused || signal.aborted ? null : overview
    } catch (thrown) {
      show({ at: 'unread', error: asAppError(thrown) })
      return null
    }
  }

  const overview: ReadingSteps['overview'] = async (of, last = null, note = null) => {
    const read = await readCustomer(of)
    if (read) desk.begin().show({ at: 'choosing', overview: read, last, note })
  }

  const draft: ReadingSteps['draft'] = async (input, of, note = null) => {
    const { show } = desk.begin()
    show({ at: 'drafting', overview: of, since: desk.clock() })
    try {
      const made = await desk.call('negativationDraft', input)
      show({ at: 'review', overview: of, input, draft: made, note })
    } catch (thrown) {
      // What has changed tells more than that no draft can be made of it any more.
      const why = note ?? noteOf(asAppError(thrown))
      show({ at: 'choosing', overview: of, last: input, note: why })
    }
  }

  return {
    overview,
    draft,
    draftAgain: async (input, note = null) => {
      const read = await readCustomer(input)
      if (read) await draft(input, read, note)
    },
    find: async (proposal) => {
      const { show, signal } = desk.begin()
      show({ at: 'searching', since: desk.clock() })
      try {
        const found = await findCustomer(proposal, desk.call)
        if (signal.aborted) return
        if (found.at === 'customer') await overview(found)
        else show(found)
      } catch (thrown) {
        show({ at: 'unread', error: asAppError(thrown) })
      }
    },
  }
}
