import { fill } from './errors.ts'
import type { AppError, ErrorBody } from './errors.ts'
import { errorTexts } from './locales/error-texts.ts'

/** The wire form of an error in Portuguese; a client with another language renders `code` and `params` itself. */
export const errorBody = (error: AppError): ErrorBody => {
  const { text, hint } = errorTexts('pt-BR')[error.code]
  return {
    code: error.code,
    text: fill(text, error.params),
    hint: fill(hint, error.params),
    ...(Object.keys(error.params).length > 0 && { params: error.params }),
  }
}
