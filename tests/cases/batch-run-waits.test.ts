import { describe, expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import type { BatchWorld } from '../properties/batch-world.ts'
import { batchWorld } from '../properties/batch-world.ts'

const second = 1000
const short = [
  ['2', 2 * second, 2 * second],
  ['0.3', 300, second],
  ['Wed, 25 Nov 2026 13:00:30 GMT', 29 * second, 30 * second],
  ['abc', 30 * second, 30 * second],
  [null, 30 * second, 30 * second],
] as const

const callsOf = ({ bureau }: BatchWorld, call: 'include' | 'debtState') =>
  bureau.sent.filter((sent) => sent.call === call)

describe('G86 · 429: nothing was worked on, the queue pauses and keeps its place', () => {
  test.each(short)('G86 · Retry-After %s of the bureau’s inclusion', async (retryAfter, least, most) => {
    const world = await batchWorld({ people: 8, policy: { batchAtOnce: 3, batchPerMinute: 6_000 } })
    const batchId = await world.batch()
    world.bureau.faults.after('include', 4, { kind: 'rate-limit', retryAfter })
    const batch = await world.run(batchId)
    expect(batch).toMatchObject({ state: 'done', log: [{ event: 'done' }] })
    expect(await world.counts(batchId)).toMatchObject({ sent: 8 })
    const times = callsOf(world, 'include').map(({ at }) => at)
    expect(times).toHaveLength(9)
    const pauses = times.slice(1).map((at, place) => at - times[place]!)
    expect(Math.max(...pauses)).toBeGreaterThanOrEqual(least)
    expect(Math.max(...pauses)).toBeLessThanOrEqual(most + 100)
    for (const { contract } of callsOf(world, 'include'))
      expect(world.bureau.pefin.inclusions(contract)).toBe(1)
    // The one that was put off keeps its place.
    expect(callsOf(world, 'include')[5]?.contract).toBe(callsOf(world, 'include')[4]?.contract)
    expect(await world.store.query('negativations', { state: 'draft' })).toEqual([])
  })

  test.each(short)(
    'G86 · Retry-After %s of the look before the inclusion',
    async (retryAfter, least, most) => {
      const world = await batchWorld({ people: 8, policy: { batchAtOnce: 1, batchPerMinute: 6_000 } })
      const batchId = await world.batch()
      world.bureau.faults.after('debtState', 4, { kind: 'rate-limit', retryAfter })
      expect(await world.run(batchId)).toMatchObject({ state: 'done', log: [{ event: 'done' }] })
      const times = callsOf(world, 'include').map(({ at }) => at)
      const longest = Math.max(...times.slice(1).map((at, place) => at - times[place]!))
      expect(longest).toBeGreaterThanOrEqual(least)
      expect(longest).toBeLessThanOrEqual(most + 100)
      expect(times).toHaveLength(8)
    },
  )

  test('G86 · of the ERP: no read and no inclusion meanwhile, and the screen says until when', async () => {
    const world = await batchWorld({ people: 8 })
    const batchId = await world.batch()
    world.fake.failure(new AppError('erp-rate', { params: { seconds: 45 }, retry: 'safe' }), 'customer')
    await world.resume(batchId)
    await world.pass(10_000)
    world.fake.failure(null, 'customer')
    const { customer } = world.fake.calls
    expect(world.runner.progress(batchId).waitingUntil).toBe('2026-11-25T13:00:45.000Z')
    await world.pass(30_000)
    expect(world.fake.calls.customer).toBe(customer)
    expect(world.includes()).toBe(0)
    await world.until(world.runner.idle())
    expect(await world.book.get(batchId)).toMatchObject({ state: 'done', log: [{ event: 'done' }] })
    expect(world.includes()).toBe(8)
  })

  test.each(['include', 'debtState'] as const)(
    'G86 · a day is no pause: it stops and says until when (%s)',
    async (call) => {
      const world = await batchWorld({ people: 8 })
      const batchId = await world.batch()
      world.bureau.faults.after(call, 4, { kind: 'rate-limit', retryAfter: '86400' })
      const begun = world.time.clock()
      expect(await world.run(batchId)).toMatchObject({
        state: 'stopped',
        stop: {
          cause: 'rate',
          problem: { code: 'connect-rate' },
          until: expect.stringMatching(/^2026-11-26T13:0/),
        },
      })
      expect(world.time.clock() - begun).toBeLessThan(10_000)
      const { sent, waiting } = await world.counts(batchId)
      expect([sent + waiting, sent >= 4]).toEqual([8, true])
      expect(await world.run(batchId)).toMatchObject({ state: 'done' })
      for (const { contract } of callsOf(world, 'include'))
        expect(world.bureau.pefin.inclusions(contract)).toBe(1)
    },
  )

  test('G86 · of the ERP the same', async () => {
    const world = await batchWorld({ people: 3 })
    const batchId = await world.batch()
    world.fake.failure(new AppError('erp-rate', { params: { seconds: 86_400 }, retry: 'safe' }))
    expect(await world.run(batchId)).toMatchObject({
      state: 'stopped',
      stop: { cause: 'rate', problem: { code: 'erp-rate' }, until: '2026-11-26T13:00:00.000Z' },
    })
    expect(await world.counts(batchId)).toMatchObject({ waiting: 3 })
  })

  test('a pause of a person ends the wait at once', async () => {
    const world = await batchWorld({ people: 3 })
    const batchId = await world.batch()
    world.bureau.faults.set('include', { kind: 'rate-limit', retryAfter: '200' }, 'always')
    await world.resume(batchId)
    await world.pass(2_000)
    await world.pause(batchId)
    expect(world.time.elapsed()).toBe(2_000)
    expect(world.runner.progress(batchId)).toEqual({
      perThousandSeconds: null,
      secondsLeft: null,
      waitingUntil: null,
    })
    await world.until(world.runner.idle())
    expect(await world.book.get(batchId)).toMatchObject({ state: 'paused' })
  })
})
