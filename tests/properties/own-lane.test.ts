import { assert, asyncProperty, constantFrom, integer, record } from 'fast-check'
import { expect, test } from 'vitest'
import type { FakeBureauFault } from '../fakes/bureau.ts'
import { clearingWorld } from './clearing-world.ts'
import { paced } from './paced.ts'
import { settle } from './virtual-time.ts'

const inclusionFaults: FakeBureauFault[] = [
  { kind: 'not-sent' },
  { kind: 'lost-before' },
  { kind: 'accept-then-lose' },
  { kind: 'status', status: 500, isDone: false },
  { kind: 'refuse', code: '999', text: 'Recusado pela simulação' },
  { kind: 'slow', until: new Promise(() => {}) },
]

const trouble = record({
  fault: constantFrom(...inclusionFaults),
  isPaused: constantFrom(true, false),
  presses: integer({ min: 1, max: 3 }),
  paidAfter: integer({ min: 0, max: 25 }),
})

test('a paid name is cleared as fast as ever while inclusions are paused, broken or hanging', async () => {
  await assert(
    asyncProperty(
      integer({ min: 1, max: 1_000_000 }),
      trouble,
      async (seed, { fault, isPaused, presses, paidAfter }) => {
        const world = await clearingWorld({ seed })
        const [maria, ...others] = world.debts
        if (maria) await world.press(maria)
        await world.wait(paidAfter)
        world.bureau.faults.set('include', fault, 'always')
        for (const debt of others.slice(0, presses)) {
          void world.press(debt).catch(() => {})
          await settle()
        }
        await world.pause(isPaused)
        world.payToday('119431')
        const longest = (paced.sweep + paced.sweepJitter + paced.tick) / 60_000
        await world.wait(longest)
        expect(world.bureau.sent.filter(({ call }) => call === 'remove')).toHaveLength(1)
        await world.wait(60)
        expect(world.bureau.pefin.live().filter(({ document }) => document === '73164025807')).toEqual([])
      },
    ),
    { numRuns: 60 },
  )
})

test('one account that is down holds up no other: each integration has its own lane', async () => {
  const world = await clearingWorld()
  for (const debt of world.debts) await world.press(debt)
  await settle()
  const { store } = world.outside
  const [first, second] = await store.query('negativations', {})
  if (!first || !second) throw new Error('nothing was registered')
  // The second record belongs to an integration whose pair is missing.
  const other = { ...second, integrationId: 'integration-2' }
  const [integration] = await store.query('integrations', {})
  if (!integration) throw new Error('no integration')
  await store.commit([
    { collection: 'integrations', id: 'integration-2', value: { ...integration, id: 'integration-2' } },
    { collection: 'negativations', id: other.id, value: other },
  ])
  for (const { invoiceIds } of world.debts) for (const id of invoiceIds) world.payToday(id)
  await world.wait(90)
  const states = (await store.query('negativations', {})).map(({ id, state }) => [id === other.id, state])
  expect(states.filter(([isOther]) => !isOther).map(([, state]) => state)).toEqual([
    'removed',
    'removed',
    'removed',
  ])
  const stuck = await world.core().ledger.get(other.id)
  expect(stuck).toMatchObject({
    state: 'removal-requested',
    removal: { problem: { code: 'credentials-missing' } },
  })
})
