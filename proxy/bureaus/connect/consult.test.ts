import { expect, test } from 'vitest'
import { parseDocument } from '../../../shared/document.ts'
import type { Call, Reply } from '../../net/request.ts'
import type { Question } from '../bureau.ts'
import { consult } from './consult.ts'

const document = parseDocument('731.640.258-07')
if (!document) throw new Error('bad fixture')
const question: Question = {
  product: 'CREDNET_LIGHT',
  document,
  environment: 'production',
  answerFormat: 'html',
}

const asking = async (over: Partial<Question>, reply: Reply = { kind: 'lost' }) => {
  const calls: Call[] = []
  const request = async (call: Call): Promise<Reply> => {
    calls.push(call)
    return reply
  }
  const deps = { request, clock: () => 0, baseUrl: 'https://connect.example/mercurio/' }
  const failure = await consult(deps, { login: 'l', password: 'p' }, { ...question, ...over }).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return { call: calls[0], calls, failure }
}

test('the form is the one that client code sends', async () => {
  const { call } = await asking({})
  expect(call).toMatchObject({
    method: 'POST',
    url: 'https://connect.example/mercurio/ws_consulta/',
    form: {
      login: 'l',
      password: 'p',
      consulta: 'CREDNET_LIGHT',
      tipodocumento: 'F',
      documento: '73164025807',
      estatica: 'N',
      tiporesposta: 'H',
    },
  })
})

test('G56 · in the test environment the answer is static, which is never billed', async () => {
  expect((await asking({ environment: 'test', answerFormat: 'json' })).call?.form).toMatchObject({
    estatica: 'S',
    tiporesposta: 'J',
  })
})

test('G57 · an answer after 310 s is still waited for', async () => {
  expect((await asking({})).call?.timeoutMs).toBeGreaterThan(310_000)
})

test.each<[Reply, string, string]>([
  [{ kind: 'not-sent' }, 'connect-unreachable', 'safe'],
  [{ kind: 'lost' }, 'query-uncertain', 'reconcile'],
  [{ kind: 'cut' }, 'connect-cut', 'reconcile'],
  [{ kind: 'redirect', status: 302 }, 'connect-error-page', 'reconcile'],
  [{ kind: 'answer', status: 504, text: '', retryAfter: null }, 'connect-down', 'reconcile'],
  [{ kind: 'answer', status: 403, text: '', retryAfter: null }, 'connect-down', 'reconcile'],
  [{ kind: 'answer', status: 401, text: '', retryAfter: null }, 'connect-credentials-refused', 'never'],
  [{ kind: 'answer', status: 429, text: '', retryAfter: '0.3' }, 'connect-rate', 'safe'],
])('G89 · %j is %s, asked once', async (reply, code, retry) => {
  const { failure, calls } = await asking({}, reply)
  expect(failure).toMatchObject({ code, retry })
  expect(calls).toHaveLength(1)
})
