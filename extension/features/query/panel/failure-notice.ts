import type { ErrorView } from '../../../../shared/api.ts'
import { asAppError } from '../../../../shared/errors.ts'
import type { PanelNotice, ProposalNotices } from './panel-state.ts'

/** What the panel says about a message that failed; `outdated` when the extension was reloaded under the page (case G59). */
export const failureNotice = (
  thrown: unknown,
  { lost }: ProposalNotices,
): PanelNotice | { kind: 'outdated' } => {
  const error = asAppError(thrown)
  if (error.code === 'extension-updated') return { kind: 'outdated' }
  const view = error.details['view'] as ErrorView | undefined
  return view ? { kind: 'error', text: view.text, hint: view.hint } : { kind: lost }
}
