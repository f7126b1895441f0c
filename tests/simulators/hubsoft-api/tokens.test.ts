import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ask, askToken, tokenOf } from './ask-api.ts'
import type { HubsoftApiSimulator } from './start-hubsoft-api.ts'
import { startHubsoftApi } from './start-hubsoft-api.ts'

let now: number
let api: HubsoftApiSimulator

beforeEach(async () => {
  now = Date.parse('2026-11-25T10:00:00-03:00')
  api = await startHubsoftApi({ clock: () => now })
})
afterEach(() => api.close())

const statusWith = async (token: string): Promise<number> =>
  (await ask(token, api, 'configuracao/empresa')).status

describe('POST /oauth/token', () => {
  test('the password grant brings a token for thirty days', async () => {
    const body = (await (await askToken(api)).json()) as Record<string, unknown>
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 2_592_000 })
    expect(await statusWith(String(body['access_token']))).toBe(200)
    expect(await statusWith(String(body['refresh_token']))).toBe(401)
  })

  test('a user without client secret may leave it out or send it empty', async () => {
    const user = { client_id: '18', username: 'sem-segredo@provedor.example', password: 'hubsoft-456' }
    expect((await askToken(api, { ...user, client_secret: '' })).status).toBe(200)
    expect((await askToken(api, { ...user, client_secret: 's3cr3t' })).status).toBe(401)
  })

  test.each([
    { password: 'errada' },
    { client_id: '99' },
    { client_secret: '' },
    { grant_type: 'refresh_token' },
  ])('refuses %o in the documented shape', async (fields) => {
    const response = await askToken(api, fields)
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({
      error: 'invalid_credentials',
      error_description: 'The user credentials were incorrect.',
      message: 'The user credentials were incorrect.',
    })
    expect(api.tokens.issued).toBe(0)
  })

  test('a token ends when its time is over', async () => {
    api.tokens.setLifetime(60)
    const token = await tokenOf(api)
    now += 59_999
    expect(await statusWith(token)).toBe(200)
    now += 1
    expect(await statusWith(token)).toBe(401)
  })

  test('expires_in may be missing', async () => {
    api.tokens.setLifetime(null)
    expect(await (await askToken(api)).json()).not.toHaveProperty('expires_in')
  })

  test('a revoked token ends at once; a new one works', async () => {
    const token = await tokenOf(api)
    api.tokens.revokeAll()
    expect(await statusWith(token)).toBe(401)
    expect(await statusWith(await tokenOf(api))).toBe(200)
  })

  test('without a token no path says anything, not even that it does not exist', async () => {
    expect((await fetch(`${api.url}/api/v1/integracao/cliente`)).status).toBe(401)
    expect((await fetch(`${api.url}/api/v1/integracao/negativacao`)).status).toBe(401)
    expect((await ask(await tokenOf(api), api, 'negativacao')).status).toBe(404)
  })
})
