import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sha256Hex } from '../../proxy/guards/hmac.ts'
import type { OperationName } from '../../shared/api.ts'
import { question } from '../cases/credit-service.ts'
import { debtDesk, invoiceAt, leaveDesk, startPlatforms } from '../cases/debt-desk.ts'
import { storeRoom } from '../cases/store-room.ts'
import { people } from '../simulators/people.ts'
import { everyOperation } from './every-operation.ts'
import { lines, rawRequest, statusOf } from './raw-request.ts'
import { sampleInputs } from './sample-inputs.ts'
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

const hashes = async (folder: string): Promise<Record<string, string>> => {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const read = files.map(async (path) => [path, sha256Hex(await readFile(path))] as const)
  return Object.fromEntries(await Promise.all(read))
}

describe('attack 12 · the whole service on a disk', () => {
  test('every GET that finds something, twice: the same answer, and not a byte of the store is another one', async () => {
    const [room, platforms] = [await storeRoom(), await startPlatforms()]
    const desk = await debtDesk(platforms, { store: await room.open() })
    const { ana, service, erpId, integrationId } = desk
    const { negativation } = await desk.draft()
    const query = await ana.call('queryStart', question(integrationId))
    await service.ended(query.id)
    const listing = await ana.call('candidateStart', { erpId, again: false })
    const { customerId, serviceId, invoiceIds } = desk.wish(people.jose, [invoiceAt(people.jose, 2)])
    const debts = [{ customerId, serviceId, invoiceIds }]
    const { batch } = await ana.call('batchDraft', {
      ...sampleInputs.batchDraft,
      erpId,
      integrationId,
      debts,
    })
    await service.services.idle()
    const ids: Partial<Record<OperationName, string>> = {
      query: query.id,
      queryAnswer: query.id,
      negativation: negativation.id,
      candidateListing: listing.id,
      batch: batch!.id,
    }
    const before = await hashes(room.folder)
    for (const { name, access, sample } of everyOperation.filter(({ method }) => method === 'GET')) {
      if (access === 'console') continue
      const input = { ...sample, ...(ids[name] && { id: ids[name] }) }
      const [first, second] = [await ana.ask(name, input), await ana.ask(name, input)]
      expect([name, first.status, second.status]).toEqual([name, 200, 200])
      expect([name, await second.text()]).toEqual([name, await first.text()])
      expect([name, await hashes(room.folder)]).toEqual([name, before])
      expect([...second.headers.keys()].filter((header) => header.startsWith('access-control-'))).toEqual([])
    }
    await leaveDesk(platforms, desk)
    await platforms.close()
    await room.clear()
  })
})
