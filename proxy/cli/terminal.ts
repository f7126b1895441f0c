import { fill } from '../../shared/errors.ts'
import type { AppError } from '../../shared/errors.ts'
import { texts } from '../../shared/locales/texts.ts'
import type { Locale, Texts } from '../../shared/locales/texts.ts'

/** What a command may touch of the process that runs it. */
export interface Terminal {
  env: NodeJS.ProcessEnv
  print(line: string): void
  printError(line: string): void
  /** What a person types as the answer, or what is piped in; absent where nobody can be asked. */
  ask?(question: string): Promise<string>
}

/** Portuguese, except for who set the terminal to English. */
export const localeOf = (env: NodeJS.ProcessEnv): Locale =>
  /^en[_-]/.test(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '') ? 'en' : 'pt-BR'

export const textsOf = (terminal: Terminal): Texts => texts(localeOf(terminal.env))

/** What happened and the one next step, on the error stream. */
export const printFailure = (terminal: Terminal, error: AppError): void => {
  const { text, hint } = textsOf(terminal).errors[error.code]
  terminal.printError(fill(text, error.params))
  terminal.printError(fill(hint, error.params))
}
