/** What happened, and the one next step. */
export interface ErrorText {
  text: string
  hint: string
}
