import type { OperationInput } from '../../../shared/api.ts'

/** A person's press of the confirming button, noted before anything leaves this browser. */
export interface Act {
  /** The record's id. */
  id: string
  /** Makes a repeated press the same act (case G58). */
  key: string
  /** Names what was shown. */
  seal: string
  /** What the person was told about the letter, for the end of the act. */
  letterDays: number
  /** Reads the same draft again. */
  input: OperationInput<'negativationDraft'>
}

/**
 * A proposed negativation on its way to the confirmation window. Nothing in it is believed: what is shown there comes from the
 * service, which reads the ERP itself. Lies in the browser's session memory, never in an address.
 */
export interface Proposal {
  /** The host of the ERP's page as the browser told it of the sender; null when the proposal came from one of our own pages. */
  site: string | null
  customerId: string | null
  /** Formatted, as the page showed it. */
  document: string | null
  name: string | null
  /** What this window has begun. */
  act: Act | null
}
