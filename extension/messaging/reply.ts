import type { ErrorView } from '../../shared/api.ts'
import type { AppError } from '../../shared/errors.ts'
import { fill } from '../../shared/errors.ts'
import { errorTexts } from '../../shared/locales/error-texts.ts'
import type { Locale } from '../../shared/locales/locale.ts'

/** How the background answers a message: errors travel as values, because a rejected listener loses everything but its text. */
export type Reply =
  | { ok: true; value: unknown }
  /** `earlier` is the earlier query that comes with `query-repeated`, `refusal` what comes with a refused confirmation. */
  | { ok: false; error: ErrorView; earlier?: unknown; refusal?: unknown }

const view = ({ code, params, details }: AppError, locale: Locale): ErrorView => {
  const errors = errorTexts(locale)
  // A newer service may know an error that we have no words for; then its own stand.
  if (!Object.hasOwn(errors, code)) return details['view'] as ErrorView
  const { text, hint } = errors[code]
  return { code, text: fill(text, params), hint: fill(hint, params), params: { ...params } }
}

/** The reply that carries an error, in the language of the screens. */
export const failureReply = (error: AppError, locale: Locale): Reply => ({
  ok: false,
  error: view(error, locale),
  ...('earlier' in error.details && { earlier: error.details['earlier'] }),
  ...('refusal' in error.details && { refusal: error.details['refusal'] }),
})
