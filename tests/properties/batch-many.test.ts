import { expect, test } from 'vitest'
import { dice, faultyPlatforms } from './batch-faults.ts'
import { batchWorld } from './batch-world.ts'
import { indexedErp } from './indexed-erp.ts'

const people = 5_000

test('5.000 with faults in 2 % of the calls of each kind, a person going on whenever it stops: no double, no loss', async () => {
  const world = await batchWorld({ people, policy: { batchAtOnce: 4, batchPerMinute: 6_000 } })
  const { fake, bureau, debts, outside, store } = world
  outside.erp = indexedErp(fake, debts)
  const batchId = await world.batch()
  Object.assign(outside, faultyPlatforms({ erp: outside.erp, bureau }, 0.02, dice(7)))

  const causes: string[] = []
  let batch = await world.run(batchId)
  for (; batch.state === 'stopped'; batch = await world.run(batchId)) causes.push(batch.stop?.cause ?? '')

  expect(batch.state).toBe('done')
  expect(new Set(causes)).toEqual(new Set(['credentials', 'balance', 'rate']))
  const counts = await world.counts(batchId)
  expect(counts).toMatchObject({ waiting: 0, sending: 0, cancelled: 0, skipped: 0 })
  const { sent, refused, unknown, failed } = counts
  expect(sent + refused + unknown + failed).toBe(people)
  expect(sent).toBeGreaterThan(0.95 * people)

  // No double, and everything that the bureau has is known to be there, or may be there.
  const atBureau = bureau.pefin.records.map(({ contract }) => contract)
  expect(new Set(atBureau).size).toBe(atBureau.length)
  const records = await store.query('negativations')
  const contractsIn = (...states: string[]): Set<string> =>
    new Set(records.filter(({ state }) => states.includes(state)).map(({ contract }) => contract))
  expect(atBureau.filter((contract) => !contractsIn('sent', 'unknown').has(contract))).toEqual([])
  expect([...contractsIn('sent')].filter((contract) => !atBureau.includes(contract))).toEqual([])
  expect(contractsIn('draft').size).toBe(0)
  expect(new Set(records.map(({ key }) => key)).size).toBeGreaterThanOrEqual(people - failed)

  // Every item that was not sent says why.
  const ended = (await world.book.items(batchId)).filter(({ end }) => end !== null)
  for (const { end, problem, tries } of ended)
    expect([end?.state, end?.problem?.code, problem?.code, tries]).toEqual([
      'failed',
      expect.any(String),
      end?.problem?.code,
      3,
    ])
  expect(world.failures).toEqual([])
}, 60_000)
