import type { ErrorView } from '../../shared/api.ts'
import type { AppError } from '../../shared/errors.ts'
import { fill } from '../../shared/errors.ts'
import type { Locale } from '../../shared/locales/texts.ts'
import { texts } from '../../shared/locales/texts.ts'

/** How the background answers a message: errors travel as values, because a rejected listener loses everything but its text. */
export type Reply =
  | { ok: true; value: unknown }
  /** `earlier` is the earlier query that comes with `query-repeated`. */
  | { ok: false; error: ErrorView; earlier?: unknown }

/** The reply that carries an error, in the language of the screens. */
export const failureReply = (error: AppError, locale: Locale): Reply => {
  const { text, hint } = texts(locale).errors[error.code]
  return {
    ok: false,
    error: { code: error.code, text: fill(text, error.params), hint: fill(hint, error.params), params: { ...error.params } },
    ...('earlier' in error.details && { earlier: error.details['earlier'] }),
  }
}
