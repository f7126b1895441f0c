import type {
  CustomerOverview,
  DraftView,
  Negativation,
  OperationInput,
  OperationOutput,
  ShownChange,
} from '../../shared/api.ts'
import type { Document } from '../../shared/document.ts'
import type { AppError } from '../../shared/errors.ts'
import type { Act } from '../features/negativation/proposal.ts'

export type DraftInput = OperationInput<'negativationDraft'>
export type CustomerFound = OperationOutput<'customerSearch'>['customers'][number]
export type NegativationDetail = OperationOutput<'negativation'>

/** What stands above the data: why the person is here again. Nothing was sent in any of these. */
export type Note =
  | { kind: 'error'; error: AppError }
  | { kind: 'changed' | 'expired'; changes: readonly ShownChange[] }

/** Where the confirmation window stands. */
export type Confirmation =
  | { at: 'opening' }
  /** The browser was restarted: the proposal is gone. */
  | { at: 'lost' }
  | { at: 'searching' | 'reading' | 'attaching'; since: number }
  | { at: 'unread'; error: AppError }
  | { at: 'none-found'; document: string }
  | { at: 'customers'; customers: readonly CustomerFound[] }
  /** The page and the ERP's API do not speak of the same document (attack 27). */
  | { at: 'other-document'; shown: Document; read: string }
  /** `last` is what was chosen before. */
  | { at: 'choosing'; overview: CustomerOverview; last: DraftInput | null; note: Note | null }
  | { at: 'drafting'; overview: CustomerOverview; since: number }
  | { at: 'review'; overview: CustomerOverview; input: DraftInput; draft: DraftView; note: Note | null }
  /** The button was pressed. `isChecking` when no answer came and the record itself is asked (case G58). */
  | { at: 'confirming'; since: number; isChecking: boolean }
  /** Nobody answered, or the record is still a draft. */
  | { at: 'unconfirmed'; act: Act; error: AppError; isDraft: boolean }
  /** `lost` since when the service has not answered, null while it does. */
  | { at: 'sending'; negativation: Negativation; lost: number | null }
  /** `isAttached` when somebody had confirmed it before this window did. */
  | { at: 'ended'; detail: NegativationDetail; isAttached: boolean; letterDays: number }
