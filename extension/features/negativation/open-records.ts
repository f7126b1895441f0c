import type { OwnTabParts } from '../open-own-tab.ts'
import { openOwnTab } from '../open-own-tab.ts'

/** Shows the list of records, at one of them when its id is given. */
export const openRecords = (
  negativationId: string | undefined,
  openerTabId: number | undefined,
  parts: OwnTabParts,
): Promise<void> => openOwnTab({ page: '/records.html', place: negativationId }, openerTabId, parts)

export type OpenRecords = (
  negativationId: string | undefined,
  openerTabId: number | undefined,
) => Promise<void>
