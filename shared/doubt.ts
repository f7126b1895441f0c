import { hasLookAlikes, normaliseText } from './normalise-text.ts'

/**
 * Why a person must confirm a document before it is used; with a doubt there is never a query at once.
 * `maybe-phone`: the bare number is also a mobile number (case G24). `normalised`: written with look-alike digits (case G27).
 * `zeros-completed`: leading zeros were put back (cases G21, G30).
 */
export type Doubt = 'maybe-phone' | 'normalised' | 'zeros-completed'

/** An area code that exists, then a 9 and eight digits. */
const mobile = /^(?:1[1-9]|2[12478]|3[1-578]|4[1-9]|5[1345]|6[1-9]|7[134579]|8[1-9]|9[1-9])9\d{8}$/

/** The doubts that the spelling of a document raises; `text` is the document as it stood on the page. */
export const spellingDoubts = (text: string): Doubt[] => {
  const doubts: Doubt[] = []
  if (mobile.test(normaliseText(text).trim())) doubts.push('maybe-phone')
  if (hasLookAlikes(text)) doubts.push('normalised')
  return doubts
}
