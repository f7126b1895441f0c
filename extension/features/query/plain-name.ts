const longestName = 120

/** A text of a page for the eye only: one line, no control characters, not longer than a name. */
export const plainName = (name: string): string =>
  name
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, longestName)
