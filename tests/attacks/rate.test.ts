import { describe, expect, test } from 'vitest'
import { limits } from '../../proxy/guards/rate.ts'
import { everyOperation, signedOperations } from './every-operation.ts'
import { chromeOrigin, testService } from './test-service.ts'

const steady = Date.UTC(2026, 10, 25, 12)

const wired = async () => {
  let now = steady
  const service = await testService({ clock: () => now })
  const client = await service.pair(chromeOrigin('a'), ['query', 'include', 'remove', 'admin'])
  return {
    service,
    client,
    later: (ms: number) => {
      now += ms
    },
  }
}

const removalRequest = everyOperation.find(({ name }) => name === 'removalRequest')!
const queryStart = everyOperation.find(({ name }) => name === 'queryStart')!

describe('attack 22 · a flood', () => {
  test('100 queries in a second: refused after the burst, the rest of the service goes on', async () => {
    const { service, client, later } = await wired()
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => client.ask('queryStart', queryStart.sample)),
    )
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(100 - limits.query.burst)
    expect(service.ran).toHaveLength(limits.query.burst)
    expect(await refused[0]!.json()).toMatchObject({
      error: { code: 'rate-refused', params: { seconds: 1 } },
    })

    expect((await client.ask('status', {})).status).toBe(200)
    // A name is cleared all the same, and more than one.
    for (let index = 0; index < 5; index += 1)
      expect((await client.ask('removalRequest', removalRequest.sample)).status).not.toBe(429)
    expect(service.ran.filter((name) => name === 'removalRequest')).toHaveLength(5)
    expect((await client.ask('clientRevoke', { id: 'nobody' })).status).toBe(404)

    later(1000)
    const more = await Promise.all(
      Array.from({ length: 10 }, () => client.ask('queryStart', queryStart.sample)),
    )
    expect(more.filter(({ status }) => status !== 429)).toHaveLength(limits.query.perSecond)
  })

  test('one browser does not use up the share of another', async () => {
    const { service, client } = await wired()
    const other = await service.pair(chromeOrigin('b'))
    for (let index = 0; index < 60; index += 1) await client.ask('queryStart', queryStart.sample)
    expect((await other.ask('queryStart', queryStart.sample)).status).not.toBe(429)
  })

  test('every operation has a limit', async () => {
    for (const { name, access, sample } of signedOperations) {
      const { service, client } = await wired()
      const caller = access === 'console' ? service.consoleClient() : client
      const most = Math.max(...Object.values(limits).map(({ burst }) => burst)) + 1
      const statuses: number[] = []
      while (statuses.length <= most && statuses.at(-1) !== 429)
        statuses.push((await caller.ask(name, sample)).status)
      expect([name, statuses.at(-1)]).toEqual([name, 429])
    }
  })

  test('removals have a lane of their own', () => {
    expect(limits.remove.burst).toBeGreaterThan(limits.include.burst)
    expect(limits.remove).not.toBe(limits.include)
  })
})
