import { AppError } from '../../../shared/errors.ts'
import type { Answer } from '../../net/request.ts'
import type { HubsoftDeps, TokenSource } from './token.ts'
import type { HubsoftBody } from './transport.ts'
import { answered, bodyOf } from './transport.ts'

const timeoutMs = 30_000

/**
 * One GET of the integration API. A 401 means that the token was revoked (domain 1.2): one new login and one repeat, and a second 401
 * is the answer (case G85).
 * @throws AppError of the `erp-…` family
 */
export const hubsoftRead = async (
  { request, access }: HubsoftDeps,
  tokens: TokenSource,
  path: string,
  query: Readonly<Record<string, string>>,
): Promise<HubsoftBody> => {
  const url = new URL(`/api/v1/integracao/${path}`, access.baseUrl)
  url.search = new URLSearchParams(query).toString()
  const ask = async (token: string): Promise<Answer> =>
    answered(
      await request({
        method: 'GET',
        url: url.href,
        headers: { authorization: `Bearer ${token}` },
        timeoutMs,
      }),
    )

  const token = await tokens.get()
  const first = await ask(token)
  if (first.status !== 401) return bodyOf(first)
  tokens.drop(token)
  const second = await ask(await tokens.get())
  if (second.status === 401) throw new AppError('erp-credentials-refused')
  return bodyOf(second)
}
