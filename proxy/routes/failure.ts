import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { refusalDetails } from '../../shared/api.ts'
import type { RefusalDetails } from '../../shared/api.ts'
import { errorBody } from '../../shared/error-body.ts'
import type { AppError, ErrorBody } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/locales/texts.ts'

/** The HTTP status of each failure; what stands not here is a request that was understood and could not be done. */
const statuses: Partial<Record<ErrorCode, ContentfulStatusCode>> = {
  internal: 500,

  'host-refused': 421,
  'origin-refused': 403,
  'method-refused': 405,
  'media-type-refused': 415,
  'body-too-large': 413,
  'signature-refused': 401,
  'clock-skew': 401,
  'scope-refused': 403,
  'rate-refused': 429,
  'route-unknown': 404,
  'input-invalid': 400,

  'pairing-closed': 403,
  'pairing-code-wrong': 403,
  'pairing-locked': 403,

  'document-invalid': 400,
  'document-not-text': 400,
  'creditor-invalid': 400,
  'address-invalid': 400,

  'integration-unknown': 404,
  'product-unknown': 404,
  'query-unknown': 404,
  'query-no-answer': 404,
  'erp-unknown': 404,
  'client-unknown': 404,
  'last-admin': 409,
  'name-reserved': 409,
  'name-taken': 409,

  'extension-older': 409,
  'service-older': 409,
  'query-repeated': 409,
  'query-key-reused': 409,
  'credentials-missing': 409,

  'connect-unreachable': 502,
  'connect-no-reply': 502,
  'connect-unproven': 502,
  'connect-credentials-refused': 502,
  'connect-error-page': 502,
  'connect-cut': 502,
  'connect-down': 502,
  'connect-products-unreadable': 502,
  'erp-unreachable': 502,
  'erp-unreadable': 502,
  'erp-down': 502,
  'erp-rate': 503,

  'negativation-unknown': 404,
  'task-unknown': 404,
  'listing-unknown': 404,
  'batch-unknown': 404,
  'erp-none': 404,
  'erp-customer-unknown': 404,
  'negativation-changed': 409,
  'negativation-not-draft': 409,
  'negativation-expired': 409,
  'confirm-key-reused': 409,
  'already-registered': 409,
  'already-at-bureau': 409,
  'environment-differs': 409,
  'batch-parts-differ': 409,
  'batch-count-differs': 409,
  'batch-changed': 409,
  'batch-state': 409,
  'batch-over-daily-limit': 409,
  'batch-approver-same': 409,
  'batch-too-large': 413,
  'task-resolved': 409,
  'removal-not-possible': 409,
  'person-registered': 409,
  'person-under-way': 409,
  'person-watched': 409,
  'person-task-open': 409,
  'person-query-running': 409,
  'person-in-batch': 409,
  'erp-in-use': 409,
  'integration-in-use': 409,
  'inclusion-not-set-up': 409,
  'erp-filter-ignored': 502,
  'lookup-failed': 502,
  'lookup-unsupported': 502,

  'store-read-only': 503,
  'restore-audit-running': 503,
  'disk-full': 507,
  'connect-rate': 503,
  'vault-unavailable': 503,
  'store-unreadable': 503,
  'store-write-failed': 503,
}

export const statusOf = (code: ErrorCode): ContentfulStatusCode => statuses[code] ?? 422

/** The facts beside a refused confirmation, as far as the API's schema knows them. */
const detailsOf = ({ details }: AppError): RefusalDetails | null => {
  const parsed = refusalDetails.safeParse(details)
  return parsed.success && Object.keys(parsed.data).length > 0 ? parsed.data : null
}

/** The one body of every refusal and failure: code and text of the table, nothing of the request, no stack. */
export const failureBody = (
  error: AppError,
): { error: ErrorBody; earlier?: unknown; details?: RefusalDetails } => {
  const details = detailsOf(error)
  return {
    error: errorBody(error),
    ...(error.details['earlier'] !== undefined && { earlier: error.details['earlier'] }),
    ...(details && { details }),
  }
}
