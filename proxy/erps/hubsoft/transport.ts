import { z } from 'zod'
import { AppError } from '../../../shared/errors.ts'
import type { Answer, Reply } from '../../net/request.ts'
import { retryAfterMs } from '../../net/retry-after.ts'

/** What an ERP that says "wait" without saying how long is given. */
const defaultWaitMs = 30_000

/** The whole answer, whatever its status. @throws `erp-unreachable`, `erp-unreadable` */
export const answered = (reply: Reply): Answer => {
  switch (reply.kind) {
    case 'answer':
      return reply
    case 'redirect':
    case 'cut':
      throw new AppError('erp-unreadable', { retry: 'safe' })
    case 'not-sent':
    case 'lost':
      // Everything that is asked of the ERP is a read: it may be asked again.
      throw new AppError('erp-unreachable', { retry: 'safe' })
  }
}

const withStatus = z.looseObject({ status: z.string().optional(), msg: z.string().optional() })
export type HubsoftBody = z.infer<typeof withStatus>

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * The JSON object of an answer. HubSoft says business errors with HTTP 200 and `status:"error"`, and success sometimes as
 * `suscess` (domain 1.3), so only "error" is compared. Nothing of the body enters the error: it can hold paths of the server.
 * @param now Unix milliseconds, for a wait that is told as a moment (case G86)
 * @throws `erp-rate`, `erp-down`, `erp-refused`, `erp-unreadable`
 */
export const bodyOf = ({ status, text, retryAfter }: Answer, now: number): HubsoftBody => {
  if (status === 429) {
    const seconds = Math.max(1, Math.ceil((retryAfterMs(retryAfter, now) ?? defaultWaitMs) / 1000))
    throw new AppError('erp-rate', { params: { seconds }, retry: 'safe' })
  }
  if (status >= 500) throw new AppError('erp-down', { params: { status }, retry: 'safe' })
  if (status === 404) throw new AppError('erp-unreadable')
  if (status >= 400) throw new AppError('erp-refused')
  const body = withStatus.safeParse(parsed(text))
  if (!body.success) throw new AppError('erp-unreadable', { retry: 'safe' })
  return body.data
}
