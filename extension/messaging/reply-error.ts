import { AppError } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/locales/texts.ts'
import type { Reply } from './reply.ts'

/**
 * The AppError behind a failed reply. The words come with the reply, so that neither the texts nor their tables have to
 * travel into the content script: they stand in `details.view`; `details.earlier` comes with `query-repeated`,
 * `details.refusal` with a refused draft or confirmation.
 */
export const replyError = ({ error, earlier, refusal }: Extract<Reply, { ok: false }>): AppError =>
  new AppError(error.code as ErrorCode, {
    ...(error.params && { params: error.params }),
    details: {
      view: error,
      ...(earlier !== undefined && { earlier }),
      ...(refusal !== undefined && { refusal }),
    },
  })
