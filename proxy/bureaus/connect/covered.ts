/** A platform's own words for a screen or the history: on one line, short, and without any number that could be a document. */
export const covered = (message: string, longest = 160): string =>
  message
    .replace(/[\dA-Z][\dA-Z./-]{7,}\d{2}|\d(?:[ ./-]?\d){10,}/gi, '…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest)
