import { beforeAll, describe, expect, test } from 'vitest'
import { everyOperation } from './every-operation.ts'
import { chromeOrigin, testService } from './test-service.ts'
import type { TestService } from './test-service.ts'

let service: TestService
let client: Awaited<ReturnType<TestService['pair']>>
const generous = { burst: 100_000, perSecond: 100_000 }
const limits = {
  read: generous,
  public: generous,
  console: generous,
  query: generous,
  include: generous,
  remove: generous,
  admin: generous,
}

beforeAll(async () => {
  service = await testService({ limits })
  client = await service.pair(chromeOrigin('a'), ['query', 'include', 'remove', 'admin'])
})

/** Sends a body as it stands, signed as it stands. */
const ask = async (path: string, body: string, access: string): Promise<Response> => {
  const caller = access === 'console' ? service.consoleClient() : client
  const { headers } = caller.prepare('POST', path, body)
  return service.app.request(`http://127.0.0.1:41417${path}`, { method: 'POST', headers, body })
}

const deep = '['.repeat(30_000) + ']'.repeat(30_000)

describe('attack 16 · JSON that is not the input', () => {
  test.each(everyOperation.filter(({ method }) => method === 'POST'))('$name', async ({ access, target }) => {
    const ran = service.ran.length
    const right = JSON.parse(target.body) as Record<string, unknown>
    const [first = 'x'] = Object.keys(right)
    const inner = target.body.slice(1, -1)
    const also = inner === '' ? '' : `${inner},`
    for (const body of [
      deep,
      `{"a":${deep}}`,
      '[]',
      'null',
      '"text"',
      '1',
      '{',
      '{"a":NaN}',
      '{"a":1,}',
      "{'a':1}",
      '\u{feff}{}',
      `{${also}"unknown":1}`,
      `{${also}"__proto__":{"isAdmin":true}}`,
      `{${also}"\\u005f_proto__":{"isAdmin":true}}`,
      `{${also}"constructor":{"prototype":{"isAdmin":true}}}`,
      `{${also}"toString":1}`,
      `{${also}"${first}":1,"${first}":1}`,
      `{${also}"same":1,"s\\u0061me":1}`,
    ]) {
      const response = await ask(target.path, body, access)
      expect([body.slice(0, 80), response.status]).toEqual([body.slice(0, 80), 400])
      const text = await response.text()
      expect(text).not.toContain('isAdmin')
      expect(text).not.toContain('unknown')
      expect(text.length).toBeLessThan(400)
    }
    expect(service.ran.length).toBe(ran)
    expect('isAdmin' in {}).toBe(false)
  })

  test('bytes that are no UTF-8', async () => {
    const body = Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])
    const path = '/v1/policy'
    const { headers } = client.prepare('POST', path, body)
    const response = await service.app.request(`http://127.0.0.1:41417${path}`, {
      method: 'POST',
      headers,
      body,
    })
    expect(response.status).toBe(400)
  })

  test.each([
    ['money with a fraction', 'productSave', { priceCents: 3.5 }],
    ['negative money', 'productSave', { priceCents: -1 }],
    ['money as text', 'productSave', { priceCents: '350' }],
    ['too much money', 'productSave', { priceCents: 1e12 }],
    ['a least amount with a fraction', 'inclusionPolicySave', { minCents: 1000.5 }],
    ['a least amount that is negative', 'inclusionPolicySave', { minCents: -1000 }],
    ['a least amount that is no number', 'inclusionPolicySave', { minCents: Number.NaN }],
    ['an amount to approve that is negative', 'inclusionPolicySave', { approvalCents: -1 }],
    ['an amount to approve with a fraction', 'inclusionPolicySave', { approvalCents: 0.5 }],
    ['a debtor with a wrong digit', 'personErase', { document: '731.640.258-08' }],
    ['a search for a wrong digit', 'customerSearch', { document: '731.640.258-08' }],
    ['a CPF with a wrong digit', 'queryStart', { document: '731.640.258-08' }],
    ['a CPF of equal digits', 'queryStart', { document: '111.111.111-11' }],
    ['an unknown purpose', 'queryStart', { purpose: 'curiosity' }],
    ['a creditor that is no CNPJ', 'integrationCreate', { creditor: '731.640.258-07' }],
    ['a policy beyond the limits', 'policySave', { retentionDays: 100_000 }],
    ['an id with a path in it', 'clientRevoke', { id: '..%2f..' }],
  ] as const)('%s', async (_, name, change) => {
    const ran = service.ran.length
    const { sample } = everyOperation.find((operation) => operation.name === name)!
    const response = await client.ask(name, { ...sample, ...change })
    // No path leads there with an id like that.
    expect(response.status).toBe('id' in change ? 404 : 400)
    expect(service.ran.length).toBe(ran)
    expect(await response.text()).not.toMatch(/731|111|curiosity|350/)
  })

  test('an id in the body as well as in the path', async () => {
    const response = await ask('/v1/clients/one/revoke', '{"id":"two"}', 'admin')
    expect(response.status).toBe(400)
  })

  test('a query behind a path that has none, twice the same field, an unknown one', async () => {
    for (const path of [
      '/v1/status?a=1',
      '/v1/hello?client=a&client=b',
      '/v1/hello?token=x',
      '/v1/hello?__proto__=x',
    ]) {
      const { headers } = client.prepare('GET', path, '')
      expect((await service.app.request(`http://127.0.0.1:41417${path}`, { headers })).status).toBe(400)
    }
    expect((await ask('/v1/policy?a=1', '{"repeatDays":30,"retentionDays":90}', 'admin')).status).toBe(400)
  })

  test('G30 · a document as a number is refused as such', async () => {
    const history = await client.ask('queryHistory', { document: 4718253000156 })
    expect(history.status).toBe(400)
    expect(await history.json()).toMatchObject({
      error: { code: 'document-not-text', text: 'O documento deve ser texto.' },
    })
  })
})
