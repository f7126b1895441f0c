import { expect, test } from 'vitest'
import type { Reply } from '../../net/request.ts'
import { hubsoftReader } from './read.ts'
import type { HubsoftDeps } from './token.ts'
import { tokenSource } from './token.ts'

const access = {
  baseUrl: 'https://api.example',
  clientId: '17',
  clientSecret: '',
  username: 'u',
  password: 'p',
}
const answer = (status: number, body: unknown): Reply => ({
  kind: 'answer',
  status,
  text: JSON.stringify(body),
  retryAfter: null,
})

/** An API whose tokens are `t1`, `t2`, …; `alive` says which are good. */
const fakeApi = (body: unknown = { status: 'success', clientes: [] }) => {
  const state = { now: 0, logins: 0, alive: (_token: string) => true, expires_in: 3600 as number | undefined }
  const deps: HubsoftDeps = {
    access,
    clock: () => state.now,
    request: async ({ url, headers }) => {
      if (url.endsWith('/oauth/token')) {
        state.logins += 1
        return answer(200, { access_token: `t${state.logins}`, expires_in: state.expires_in })
      }
      return state.alive(headers?.['authorization']?.slice(7) ?? '') ? answer(200, body) : answer(401, {})
    },
  }
  return { state, deps }
}

test('G85 · calls at the same time share one login', async () => {
  const { state, deps } = fakeApi()
  const tokens = tokenSource(deps)
  expect(await Promise.all([tokens.get(), tokens.get(), tokens.get()])).toEqual(['t1', 't1', 't1'])
  expect(state.logins).toBe(1)
})

test('G85 · three readers whose token dies together log in once again, not three times', async () => {
  const { state, deps } = fakeApi()
  const tokens = tokenSource(deps)
  await tokens.get()
  state.alive = (token) => token !== 't1'
  const read = hubsoftReader(deps, tokens)
  await Promise.all([1, 2, 3].map(() => read('cliente', {})))
  expect(state.logins).toBe(2)
})

test('a token is renewed a minute before its end; an hour when HubSoft does not say', async () => {
  const { state, deps } = fakeApi()
  state.expires_in = undefined
  const tokens = tokenSource(deps)
  await tokens.get()
  state.now = 3539_000
  expect(await tokens.get()).toBe('t1')
  state.now = 3540_000
  expect(await tokens.get()).toBe('t2')
})

test('a login that failed is tried again by the next call', async () => {
  const { deps } = fakeApi()
  let down = true
  const { request } = deps
  const tokens = tokenSource({
    ...deps,
    request: (call) => (down ? Promise.resolve({ kind: 'lost' }) : request(call)),
  })
  await expect(tokens.get()).rejects.toMatchObject({ code: 'erp-unreachable' })
  down = false
  expect(await tokens.get()).toBe('t1')
})
