import type { OpenPage } from '../open-page.ts'
import type { Draft } from './draft.ts'
import type { Drafts } from './drafts.ts'

interface OpenReportParts {
  drafts: Drafts
  openPage: OpenPage
}

/** Opens the report tab on a draft. Only the draft's random id stands in the address. */
export const openReport = async (
  draft: Draft,
  openerTabId: number | undefined,
  parts: OpenReportParts,
): Promise<void> => {
  const id = await parts.drafts.save(draft)
  await parts.openPage(`/report.html?draft=${id}`, openerTabId)
}

export type OpenReport = (draft: Draft, openerTabId: number | undefined) => Promise<void>
