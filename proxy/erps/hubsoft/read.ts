import { AppError } from '../../../shared/errors.ts'
import type { Answer } from '../../net/request.ts'
import type { HubsoftDeps, TokenSource } from './token.ts'
import type { HubsoftBody } from './transport.ts'
import { answered, bodyOf } from './transport.ts'

const timeoutMs = 30_000

export type Query = Readonly<Record<string, string>>

/** Reads one path below the integration API. @throws the `erp-…` family */
export type HubsoftReader = (path: string, query: Query) => Promise<HubsoftBody>

/**
 * One GET of the integration API. A 401 means that the token was revoked (domain 1.2): one new login and one repeat, and a second 401
 * is the answer (case G85).
 */
export const hubsoftReader =
  ({ request, clock, access }: HubsoftDeps, tokens: TokenSource): HubsoftReader =>
  async (path, query) => {
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
    if (first.status !== 401) return bodyOf(first, clock())
    tokens.drop(token)
    const second = await ask(await tokens.get())
    if (second.status === 401) throw new AppError('erp-credentials-refused')
    return bodyOf(second, clock())
  }
