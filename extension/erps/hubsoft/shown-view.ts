import { selectors } from './selectors.ts'

/** The view that the page shows; null while there is none, or two at once. */
export const shownView = (page: ParentNode): HTMLElement | null => {
  const views = [...page.querySelectorAll<HTMLElement>(selectors.view)].filter((view) =>
    view.checkVisibility(),
  )
  return views.length === 1 ? (views[0] ?? null) : null
}
