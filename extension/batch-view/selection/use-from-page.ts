import { useEffect, useState } from 'preact/hooks'
import type { Model } from '../candidates/model.ts'
import type { FromPage } from './from-page.ts'
import { besides, fromPage } from './from-page.ts'
import type { PageSelection } from './page-selection.ts'
import { withChosen } from './select.ts'
import type { SelectionState } from './use-selection.ts'

/** What was taken over already: coming back to the list does not choose again what was given up since. */
const taken = new WeakSet<PageSelection>()

/** Chooses what was ticked on the ERP's page once everything is there, and tells what became of it. */
export const useFromPage = (
  page: PageSelection | null,
  model: Model,
  isThere: boolean,
  state: SelectionState,
) => {
  const [found, setFound] = useState<FromPage | null>(null)
  const isReady = isThere && state.change !== null
  useEffect(() => {
    if (!page || page.invoiceIds.length === 0 || !isReady || taken.has(page)) return
    taken.add(page)
    const read = fromPage(page.invoiceIds, model)
    state.change?.((known) => withChosen(known, besides(read, known)))
    setFound(read)
  }, [page, isReady])
  return { found, close: () => setFound(null) }
}
