/** Why a draft brings no document, or brings one with a doubt. */
export type DraftNotice = 'none' | 'masked' | 'own' | 'maybe-phone' | 'normalised' | 'several'

/** A proposed query on its way to the report tab. Lies in the browser's session memory, never in an address. */
export interface Draft {
  /** Formatted. Null when the person has to type or choose one. */
  document: string | null
  /** The customer's name as the page shows it. */
  name?: string
  /** Documents to choose from, formatted; nothing is preselected. */
  choices?: string[]
  notice?: DraftNotice
  /** The query that was started from here. */
  queryId?: string
  /** The tab was opened for the PDF of that saved query: `wanted` until its making has begun, so that a reload makes no second one. */
  pdf?: 'wanted' | 'begun'
}
