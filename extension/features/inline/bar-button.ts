import type { Anchor } from '../../erps/erp.ts'
import type { Drawing, Mark } from './mark-element.tsx'
import type { Patience } from './patience.ts'

export interface BarButton {
  /** Lets it stand at the anchor, or nowhere where there is none. */
  show: (anchor: Anchor | null, drawing: Drawing) => void
  remove: () => void
  /** The page has taken it away. */
  isLost: () => boolean
}

/**
 * A button that stands once in the page, at an anchor that the page makes anew whenever it likes: the same element goes from the old
 * one to the new one, so that there are never two.
 */
export const createBarButton = ({ element, draw }: Mark, patience: Patience): BarButton => {
  let last: Anchor | null = null
  const remove = (): void => {
    last = null
    element.remove()
  }
  const isLost = (): boolean => last !== null && !element.isConnected
  return {
    remove,
    isLost,
    show: (anchor, drawing) => {
      if (isLost()) patience.strike()
      if (!anchor || patience.isOver()) return remove()
      draw(drawing)
      const { element: beside, side } = anchor
      if (last?.element === beside && last.side === side && !isLost()) return
      last = anchor
      if (side === 'inside') beside.append(element)
      else beside[side](element)
    },
  }
}
