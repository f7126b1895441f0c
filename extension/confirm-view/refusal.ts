import type { RefusalDetails } from '../../shared/api.ts'
import { refusalDetails } from '../../shared/api.ts'
import type { AppError } from '../../shared/errors.ts'

/** What the service tells beside a refused draft or confirmation; empty when it tells nothing that can be read. */
export const refusalOf = (error: AppError): RefusalDetails => {
  const parsed = refusalDetails.safeParse(error.details['refusal'])
  return parsed.success ? parsed.data : {}
}
