import type { EligibilityReason, SelectedDebt } from '../../shared/api.ts'
import { refusalDetails } from '../../shared/api.ts'
import type { AppError } from '../../shared/errors.ts'
import { errorBody } from '../../shared/error-body.ts'
import type { DebtReading } from '../negativation/draft.ts'
import { block } from '../negativation/eligibility.ts'
import type { BatchItemRecord } from '../store/records.ts'

/** What an item is before anything of it was read. */
export interface ItemPlace {
  batchId: string
  position: number
  asked: SelectedDebt
  /** The confirm key of its first attempt. */
  key: string
}

/** An item about which the ERP gave no answer: nothing of it can be sent. @param problem null when it was not asked any more */
export const unreadItem = (place: ItemPlace, problem: AppError | null): BatchItemRecord => ({
  ...place,
  id: `${place.batchId}:${place.position}`,
  code: '',
  name: '',
  document: '',
  shown: null,
  seal: null,
  reasons: [block('not-read')],
  shortened: [],
  isGoing: false,
  tries: 0,
  problem: problem && errorBody(problem),
  end: null,
})

/** Why there is no debt to send: the invoices that are gone, or what was said against the customer. */
const blocksOfProblem = (problem: AppError): EligibilityReason[] => {
  const { changes = [], reasons = [] } = refusalDetails.safeParse(problem.details).data ?? {}
  if (problem.code !== 'negativation-changed') return reasons
  return [block('not-open', { invoices: changes.map(({ invoiceId }) => invoiceId).join(', ') })]
}

/** An item as the ERP has it. */
export const readItem = (
  place: ItemPlace,
  { customer: { code, name, document }, debt, problem }: DebtReading,
): BatchItemRecord => {
  const item = { ...unreadItem(place, problem), code, name, document: document ?? '' }
  if (!debt) return { ...item, reasons: blocksOfProblem(problem) }
  const { shown, seal, reasons, shortened } = debt
  return { ...item, document: shown.debtor.document, shown, seal, reasons, shortened }
}
