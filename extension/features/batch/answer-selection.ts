import type { Runtime } from 'webextension-polyfill'
import type { Erp } from '../../erps/erp.ts'
import type { SelectionQuestion } from './selection-question.ts'
import { selectionQuestion } from './selection-question.ts'

interface AnswerSelectionParts {
  erp: Pick<Erp, 'selectedInvoices'>
  page: ParentNode
  runtime: Pick<Runtime.Static, 'id' | 'onMessage'>
  signal: AbortSignal
}

/** In the ERP's page: tells our own background, and nobody else, which invoices are ticked there. It reads the page when it is asked. */
export const answerSelection = ({ erp, page, runtime, signal }: AnswerSelectionParts): void => {
  const answer = (
    message: unknown,
    sender: Runtime.MessageSender,
    reply: (answer: unknown) => void,
  ): true => {
    const isOurs =
      sender.id === runtime.id && (message as SelectionQuestion | null)?.ask === selectionQuestion.ask
    if (isOurs) reply(erp.selectedInvoices(page))
    return true
  }
  runtime.onMessage.addListener(answer)
  signal.addEventListener('abort', () => {
    // A page that outlived the extension has no listeners left to take away.
    if (runtime.id !== undefined) runtime.onMessage.removeListener(answer)
  })
}
