import type { ComponentChildren } from 'preact'

export interface LineProps {
  /** Its place in the table, from 0. */
  at: number
  /** The one line that the Tab key reaches. */
  isTabStop: boolean
}

interface LineParts extends LineProps {
  level: 1 | 2
  look: string
  /** Absent on a line that nothing stands below. */
  isOpen?: boolean
  /** Absent on a line that cannot be selected. */
  isChosen?: boolean
  children: ComponentChildren
}

/** One line of the table in its place. */
export const Line = ({ at, isTabStop, level, look, isOpen, isChosen, children }: LineParts) => (
  <tr
    class={`line ${look}`}
    data-at={at}
    aria-rowindex={at + 2}
    aria-level={level}
    aria-expanded={isOpen}
    aria-selected={isChosen}
    tabIndex={isTabStop ? 0 : -1}
  >
    {children}
  </tr>
)
