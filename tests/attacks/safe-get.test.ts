import { describe, expect, test } from 'vitest'
import { everyOperation } from './every-operation.ts'
import { lines, rawRequest, statusOf } from './raw-request.ts'
import { chromeOrigin, testService } from './test-service.ts'

const everyScope = ['query', 'include', 'remove', 'admin'] as const

describe('attack 12 · looking changes nothing', () => {
  test('every GET twice commits nothing', async () => {
    const service = await testService()
    const client = await service.pair(chromeOrigin('a'), [...everyScope])
    const before = service.store.commits.length
    const content = JSON.stringify(await service.store.query('clients'))
    for (const { name, access, sample } of everyOperation.filter(({ method }) => method === 'GET')) {
      const caller = access === 'console' ? service.consoleClient() : client
      const answers = [await caller.ask(name, sample), await caller.ask(name, sample)]
      for (const { status } of answers) expect([name, status]).not.toEqual([name, 401])
    }
    expect(service.store.commits.length).toBe(before)
    expect(JSON.stringify(await service.store.query('clients'))).toBe(content)
  })

  test('a method override is read by nobody', async () => {
    const service = await testService()
    const client = await service.pair(chromeOrigin('a'), [...everyScope])
    for (const { name, sample } of everyOperation.filter(({ method }) => method === 'POST')) {
      const ran = service.ran.length
      for (const header of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
        const response = await client.ask(name, sample, {
          method: 'GET',
          body: '',
          headers: { [header]: 'POST', 'content-type': null },
        })
        // The path may be a read of its own; its signature is that of another request.
        expect([name, [401, 405].includes(response.status)]).toEqual([name, true])
      }
      expect(service.ran.length).toBe(ran)
    }
  })

  test('other methods', async () => {
    const service = await testService()
    const client = await service.pair(chromeOrigin('a'), [...everyScope])
    const { port, close } = await service.serve()
    for (const { target } of everyOperation) {
      for (const method of [
        'PUT',
        'DELETE',
        'PATCH',
        'HEAD',
        'TRACE',
        'QUERY',
        'PROPFIND',
        'CONNECT',
        'get',
      ]) {
        const { headers } = client.prepare(method, target.path, '')
        const signed = headers.filter(([name]) => name !== 'host').map(([name, value]) => `${name}: ${value}`)
        const request = lines(`${method} ${target.path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, ...signed)
        const status = statusOf(await rawRequest(port, request))
        // Node hangs up on CONNECT, and refuses a method that it does not know.
        expect([method, [0, 400, 405].includes(status)]).toEqual([method, true])
      }
    }
    await close()
    expect(service.ran).toEqual([])
  })
})
