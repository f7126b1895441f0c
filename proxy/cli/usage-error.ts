/** The command line was not understood; `text` names what to say in the texts of the command line. */
export class UsageError extends Error {
  readonly text: 'wrongUsage' | 'wrongScopes'

  constructor(text: 'wrongUsage' | 'wrongScopes') {
    super(text)
    this.text = text
  }
}
