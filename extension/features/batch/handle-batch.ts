import type { PageSelection } from '../../batch-view/selection/page-selection.ts'
import type { Handlers } from '../../messaging/router.ts'

interface BatchParts {
  /** Shows the batch page in a tab of its own, at a place of it when one is named. */
  openTab: (place: string | undefined, openerTabId: number | undefined) => Promise<void>
  pageSelection: () => Promise<PageSelection | null>
}

/** The messages around batches. None of them starts, confirms or sends anything. */
export const batchHandlers = ({
  openTab,
  pageSelection,
}: BatchParts): Pick<Handlers, 'open-batch' | 'page-selection'> => ({
  'open-batch': async ({ place }, { tabId }) => {
    await openTab(place, tabId)
    return { opened: true }
  },
  'page-selection': pageSelection,
})
