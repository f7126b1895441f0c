import { failureSchema } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/locales/texts.ts'

/**
 * The AppError behind a failed answer of the service, or null when the body is no failure of ours. `details.view` keeps the
 * service's own words, for a code that only a newer service knows; `details.earlier` comes with `query-repeated`, `details.refusal`
 * with a refused draft or confirmation.
 */
export const answerError = (body: unknown): AppError | null => {
  const failure = failureSchema.safeParse(body)
  if (!failure.success) return null
  const { error, earlier, details } = failure.data
  return new AppError(error.code as ErrorCode, {
    ...(error.params && { params: error.params }),
    details: {
      view: error,
      ...(earlier !== undefined && { earlier }),
      ...(details !== undefined && { refusal: details }),
    },
  })
}
