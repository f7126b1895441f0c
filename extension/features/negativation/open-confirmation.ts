import type { Windows } from 'webextension-polyfill'
import type { OpenPage } from '../open-page.ts'
import type { Proposal } from './proposal.ts'
import type { Proposals } from './proposals.ts'

interface OpenConfirmationParts {
  proposals: Pick<Proposals, 'save'>
  /** Absent in browsers without windows of their own. */
  windows: Pick<Windows.Static, 'create'> | undefined
  /** The full address of one of our own pages. */
  addressOf: (page: string) => string
  openPage: OpenPage
}

const size = { width: 1040, height: 720 } as const

/**
 * Opens the window in which a person looks at a debt and confirms it: a window of ours, which no page can cover or press.
 * Only the proposal's random id stands in the address. Where no window can be opened, a tab.
 */
export const openConfirmation = async (
  proposal: Proposal,
  openerTabId: number | undefined,
  { proposals, windows, addressOf, openPage }: OpenConfirmationParts,
): Promise<void> => {
  const page = `/confirm.html?draft=${await proposals.save(proposal)}`
  const opened = await windows
    ?.create({ type: 'popup', url: addressOf(page), focused: true, ...size })
    .catch((): null => null)
  if (!opened) await openPage(page, openerTabId)
}

export type OpenConfirmation = (proposal: Proposal, openerTabId: number | undefined) => Promise<void>
