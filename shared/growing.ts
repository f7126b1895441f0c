import { z } from 'zod'

/** Lists that a newer service may make longer. One word that an older extension does not know must not cost it the whole answer. */

/** A word of the list; what is not in it is `other`. */
export const orOther = <const Word extends string>(words: readonly Word[]) =>
  z.string().transform((said): Word | 'other' => words.find((word) => word === said) ?? 'other')

/** Those of the words that are in the list, at least so many said. */
export const knownOf = <const Word extends string>(words: readonly Word[], least = 0) =>
  z
    .array(z.string())
    .min(least)
    .transform((said) => said.flatMap((one) => words.find((word) => word === one) ?? []))
