import type { ErrorView } from '../../../shared/api.ts'
import type { Document } from '../../../shared/document.ts'
import { asAppError } from '../../../shared/errors.ts'
import type { PanelStatus } from './panel-status.ts'

/** What the panel knows of its customer's debts. */
export type StatusView =
  | { at: 'none' }
  | { at: 'reading' }
  | { at: 'known'; status: PanelStatus }
  | { at: 'failed'; code: string; text: string }

export interface StatusQuestion {
  customerId: string
  document: Document
}

interface StatusKeeperParts {
  ask: (question: StatusQuestion) => Promise<PanelStatus>
  /** The view has changed. */
  changed: (view: StatusView) => void
  /** The extension was reloaded under the page. */
  expired: () => void
}

export interface StatusKeeper {
  /** Another customer, or none: what was known is dropped at once, and an answer on its way too. */
  enter: (customerId: string | null) => void
  /** The document that the page shows, null while it shows none. Asks once per customer and document, not per change of the page. */
  show: (document: Document | null) => void
  /** The panel is put away: opened again, it asks again. */
  forget: () => void
  /** Asks again; what is known stays until the answer comes. */
  again: () => void
}

const none: StatusView = { at: 'none' }

/** Keeps the status of the customer of the page. One customer's status is never told for another, nor for another document. */
export const createStatusKeeper = ({ ask, changed, expired }: StatusKeeperParts): StatusKeeper => {
  let customerId: string | null = null
  let question: StatusQuestion | null = null
  let shown: Document | null = null
  let view: StatusView = none
  let told: StatusView = none

  const tell = (): void => {
    const next = question && question.document === shown ? view : none
    if (next === told) return
    told = next
    changed(next)
  }

  const failed = (thrown: unknown): StatusView => {
    const error = asAppError(thrown)
    if (error.code === 'extension-updated') expired()
    const words = error.details['view'] as ErrorView | undefined
    return { at: 'failed', code: error.code, text: words?.text ?? '' }
  }

  const read = async (asked: StatusQuestion): Promise<void> => {
    const next = await ask(asked).then((status): StatusView => ({ at: 'known', status }), failed)
    if (question !== asked) return
    view = next
    tell()
  }

  const begin = (asked: StatusQuestion, meanwhile: StatusView): void => {
    question = asked
    view = meanwhile
    tell()
    void read(asked)
  }

  return {
    enter: (id) => {
      shown = null
      if (id !== customerId) question = null
      customerId = id
      tell()
    },
    show: (document) => {
      shown = document
      if (!document || customerId === null || question?.document === document) return tell()
      begin({ customerId, document }, { at: 'reading' })
    },
    forget: () => {
      question = null
      tell()
    },
    again: () => {
      if (question && question.document === shown)
        begin({ ...question }, view.at === 'known' ? view : { at: 'reading' })
    },
  }
}
