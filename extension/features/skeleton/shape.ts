const runs =
  /[\p{Lu}\p{Lt}]+|[\p{Ll}\p{Lm}\p{Lo}\p{M}]+|\p{N}+|\s+|[!-/:-@[-`{-~]|[^\p{L}\p{M}\p{N}\s!-/:-@[-`{-~]+/gu

const shapeOfRun = (run: string): string => {
  if (/^\s/.test(run)) return ' '
  if (/^[!-/:-@[-`{-~]/.test(run)) return run
  // Counted by characters as a person sees them, not by the two halves of a rare one.
  const count = Array.from(run).length
  if (/^[\p{Lu}\p{Lt}]/u.test(run)) return `L${count}`
  if (/^[\p{L}\p{M}]/u.test(run)) return `l${count}`
  return /^\p{N}/u.test(run) ? `D${count}` : `X${count}`
}

/** A letter may be stored whole, or as a letter and its accent; both have one shape. */
export const plainText = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/**
 * The shape of a value: runs of capitals, small letters, digits and other signs become `L`, `l`, `D`, `X` with their length, white space
 * one blank, ASCII punctuation itself: `1162 - MARIA 900.100` is `D4 - L5 D3.D3`. No letter and no digit of the value is left.
 */
export const shapeOf = (text: string): string => plainText(text).replace(runs, shapeOfRun)
