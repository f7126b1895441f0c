import { normaliseText } from '../../shared/normalise-text.ts'
import { foldText } from '../negativation/fold-text.ts'

/** A browser's name for comparing: case, accents, spaces and what cannot be seen make no other name. */
export const foldedName = (name: string): string => foldText(normaliseText(name)).replaceAll(' ', '')

/** As long as the API takes. */
const longest = 80

/** True when one of the `others` bears it already: the audit would not tell the two apart. */
export const isTaken = (name: string, others: readonly string[]): boolean =>
  others.some((other) => foldedName(other) === foldedName(name))

/** The name, or where it is taken the name with the first free number: `Ana (2)`. */
export const freeName = (name: string, others: readonly string[]): string => {
  const numbered = (number: number): string => {
    const mark = number === 1 ? '' : ` (${number})`
    const full = `${name.slice(0, longest - mark.length).trimEnd()}${mark}`
    return isTaken(full, others) ? numbered(number + 1) : full
  }
  return numbered(1)
}
