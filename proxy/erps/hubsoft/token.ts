import { z } from 'zod'
import type { Clock } from '../../../shared/clock.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Request } from '../../net/request.ts'
import type { ErpAccess } from '../erp.ts'
import { answered, bodyOf } from './transport.ts'

export interface HubsoftDeps {
  request: Request
  clock: Clock
  access: ErpAccess
}

/** The token that everybody shares. */
export interface TokenSource {
  /** One that should still be good; calls at the same time share one login (case G85). */
  get(): Promise<string>
  /** The server refused this one: the next `get` asks for another. A token that was replaced meanwhile stays. */
  drop(token: string): void
}

interface Token {
  text: string
  /** Unix milliseconds. */
  expires: number
}

const timeoutMs = 20_000
const minute = 60_000
const tokenAnswer = z.looseObject({
  access_token: z.string().min(1),
  expires_in: z.number().positive().default(3600),
})

/** Logs in by the password grant; HubSoft documents no refresh. @throws `erp-credentials-refused` and the `erp-…` family */
const logIn = async ({ request, clock, access }: HubsoftDeps): Promise<Token> => {
  const reply = answered(
    await request({
      method: 'POST',
      url: new URL('/oauth/token', access.baseUrl).href,
      json: {
        grant_type: 'password',
        client_id: access.clientId,
        client_secret: access.clientSecret,
        username: access.username,
        password: access.password,
      },
      timeoutMs,
    }),
  )
  if (reply.status === 400 || reply.status === 401) throw new AppError('erp-credentials-refused')
  const answer = tokenAnswer.safeParse(bodyOf(reply, clock()))
  if (!answer.success) throw new AppError('erp-unreadable')
  const { access_token: text, expires_in: seconds } = answer.data
  return { text, expires: clock() + seconds * 1000 - minute }
}

export const tokenSource = (deps: HubsoftDeps): TokenSource => {
  let current: Token | null = null
  let pending: Promise<Token> | null = null
  return {
    get: async () => {
      if (current && deps.clock() < current.expires) return current.text
      pending ??= logIn(deps).finally(() => {
        pending = null
      })
      current = await pending
      return current.text
    },
    drop: (token) => {
      if (current?.text === token) current = null
    },
  }
}
