import { operations } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import { answerError } from './answer-error.ts'
import type { ExchangeParts } from './exchange.ts'
import { exchangePlain } from './exchange.ts'
import type { Identity } from './key-store.ts'
import { operationRequest } from './operation-request.ts'
import { importKey } from './signing.ts'

/**
 * Exchanges a pairing code for this browser's identity. The secret exists as text only inside this function.
 * Throws AppError: the service's own refusal (`pairing-closed`, `pairing-code-wrong`, `pairing-locked`), `service-off` when
 * nobody answers, `stranger-on-port` when the answer is not ours.
 */
export const pairWithService = async (
  port: number,
  input: { code: string; name: string },
  parts: ExchangeParts,
): Promise<Identity> => {
  const answer = await exchangePlain(port, operationRequest('pair', input), parts).catch((cause: unknown) => {
    throw new AppError('service-off', { cause })
  })
  if (answer.status >= 400) throw answerError(answer.body) ?? new AppError('stranger-on-port')
  const paired = operations.pair.output.safeParse(answer.body)
  const key = paired.success ? await importKey(paired.data.secret) : null
  if (!paired.success || !key) throw new AppError('stranger-on-port')
  return { client: paired.data.client.id, name: paired.data.client.name, key }
}

/**
 * As `pairWithService`, with the first of several services that has its pairing open: the code was shown by one of them, and
 * one that is closed does not count a wrong code.
 */
export const pairWithOneOf = async (
  [port, ...others]: number[],
  input: { code: string; name: string },
  parts: ExchangeParts,
): Promise<Identity> => {
  if (port === undefined) throw new AppError('service-off')
  try {
    return await pairWithService(port, input, parts)
  } catch (thrown) {
    const isClosed = thrown instanceof AppError && thrown.code === 'pairing-closed'
    if (isClosed && others.length > 0) return pairWithOneOf(others, input, parts)
    throw thrown
  }
}
