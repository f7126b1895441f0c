import type { ErrorView } from '../../shared/api.ts'
import { AppError, fill } from '../../shared/errors.ts'
import type { ErrorCode, Texts } from '../../shared/locales/texts.ts'

export interface Explanation {
  text: string
  hint: string
}

const isKnown = (code: string, texts: Texts): code is ErrorCode => Object.hasOwn(texts.errors, code)

/** The words that came with the error, for a code that only a newer service knows. */
const ownWords = (error: AppError | ErrorView): Explanation | undefined =>
  error instanceof AppError ? (error.details['view'] as Explanation | undefined) : error

/** An error in the language of the screen: what happened, and the one next step. */
export const explain = (error: AppError | ErrorView, texts: Texts): Explanation => {
  if (!isKnown(error.code, texts)) return ownWords(error) ?? texts.errors.internal
  const { text, hint } = texts.errors[error.code]
  return { text: fill(text, error.params), hint: fill(hint, error.params) }
}
