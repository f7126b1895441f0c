import type { Answer } from '../server/answer.ts'
import { json } from '../server/answer.ts'

/** A technical user of the API. Some tenants give no client secret. */
export interface ApiUser {
  clientId: string
  clientSecret: string
  username: string
  password: string
}

export const firstUsers = (): ApiUser[] => [
  {
    clientId: '17',
    clientSecret: 's3cr3t',
    username: 'integracao@provedor.example',
    password: 'hubsoft-123',
  },
  { clientId: '18', clientSecret: '', username: 'sem-segredo@provedor.example', password: 'hubsoft-456' },
]

export interface TokenDesk {
  /** Live: add a user, change a password. */
  users: ApiUser[]
  /** How many tokens were handed out. */
  readonly issued: number
  /** Seconds that the next tokens live; null leaves `expires_in` out and lets them live an hour. */
  setLifetime(seconds: number | null): void
  /** An administrator revokes every token, whatever its age. */
  revokeAll(): void
}

export interface TokenOffice extends TokenDesk {
  answer(body: Buffer): Answer
  accepts(authorization: string | undefined): boolean
}

const refused = json(
  {
    error: 'invalid_credentials',
    error_description: 'The user credentials were incorrect.',
    message: 'The user credentials were incorrect.',
  },
  401,
)

const parsed = (body: Buffer): Partial<Record<string, unknown>> => {
  try {
    return JSON.parse(body.toString()) as Partial<Record<string, unknown>>
  } catch {
    return {}
  }
}

const matches = (user: ApiUser, form: Partial<Record<string, unknown>>): boolean =>
  form['grant_type'] === 'password' &&
  form['client_id'] === user.clientId &&
  (form['client_secret'] ?? '') === user.clientSecret &&
  form['username'] === user.username &&
  form['password'] === user.password

/** `POST /oauth/token`: the password grant alone; `refresh_token` comes back and is good for nothing. */
export const tokenOffice = (clock: () => number): TokenOffice => {
  const users = firstUsers()
  const alive = new Map<string, number>()
  let issued = 0
  let lifetime: number | null = 2_592_000

  const issue = (): Answer => {
    issued += 1
    const access_token = `eyJ.simulador.${issued}`
    alive.set(access_token, clock() + (lifetime ?? 3600) * 1000)
    const expiry = lifetime === null ? {} : { expires_in: lifetime }
    return json({ token_type: 'Bearer', ...expiry, access_token, refresh_token: `def50200${issued}` })
  }
  return {
    users,
    get issued() {
      return issued
    },
    setLifetime: (seconds) => {
      lifetime = seconds
    },
    revokeAll: () => alive.clear(),
    answer: (body) => {
      const form = parsed(body)
      return users.some((user) => matches(user, form)) ? issue() : refused
    },
    accepts: (authorization) => {
      const [, token = ''] = /^Bearer (.+)$/.exec(authorization ?? '') ?? []
      return clock() < (alive.get(token) ?? 0)
    },
  }
}
