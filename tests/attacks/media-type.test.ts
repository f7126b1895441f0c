import { beforeAll, describe, expect, test } from 'vitest'
import { everyOperation } from './every-operation.ts'
import { chromeOrigin, testService } from './test-service.ts'
import type { TestService } from './test-service.ts'

let service: TestService
let client: Awaited<ReturnType<TestService['pair']>>

beforeAll(async () => {
  service = await testService()
  client = await service.pair(chromeOrigin('a'), ['query', 'include', 'remove', 'admin'])
})

const withType = (type: string) =>
  client.ask('clientRevoke', { id: 'nobody' }, { headers: { 'content-type': type } })

describe('attack 11 · a body that is not exactly JSON', () => {
  test.each(everyOperation.filter(({ method }) => method === 'POST'))('$name', async ({ name, sample }) => {
    const ran = service.ran.length
    for (const type of [
      null,
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'Application/JSON',
      'application/json;boundary=x',
      'application/json; charset=utf-16',
      'application/json; charset=utf-8; x=y',
      'application/json, text/plain',
      'text/plain; application/json',
      'application/jsonp',
      'application/vnd.api+json',
    ]) {
      // A body that is no JSON either: the refusal comes before it is read.
      const response = await client.ask(name, sample, { body: '{', headers: { 'content-type': type } })
      expect([type, response.status]).toEqual([type, 415])
    }
    for (const version of [null, '', '0', '1, 1'])
      expect((await client.ask(name, sample, { headers: { 'x-proxy-api': version } })).status).toBe(415)
    // Another API is named, whatever else is wrong.
    expect((await client.ask(name, sample, { headers: { 'x-proxy-api': '2' } })).status).toBe(409)
    expect(service.ran.length).toBe(ran)
  })

  test('a charset is allowed', async () => {
    expect((await withType('application/json; charset=utf-8')).status).toBe(404)
    expect((await withType('application/json;charset=UTF-8')).status).toBe(404)
  })
})
