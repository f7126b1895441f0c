import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { defaultInclusionPolicy } from '../../proxy/policy/inclusion-policy.ts'
import { dateAt } from '../../shared/business-time.ts'
import type { Batch } from '../../shared/api.ts'
import type { SignedClient } from '../attacks/signed-client.ts'
import { debtsOf } from '../cases/batch-desk.ts'
import type { Defaulter } from '../simulators/hubsoft-api/seed/defaulters.ts'
import { addDefaulters } from '../simulators/hubsoft-api/seed/defaulters.ts'
import type { CrashOrder } from './crash-order.ts'
import { crashWorld } from './crash-world.ts'
import type { CrashWorld } from './crash-world.ts'
import { orDead } from './life.ts'

const people = 24
let world: CrashWorld
let added = 0

beforeAll(async () => {
  world = await crashWorld()
})
afterAll(() => world.close())

/** Others than those of every other life. */
const newPeople = (): Defaulter[] => {
  const from = added
  added += people
  return addDefaulters(world.hubsoft.database, people, { today: dateAt(Date.now()), from, isPlain: true })
}

const untilState = (browser: SignedClient, id: string, states: readonly Batch['state'][]): Promise<Batch> =>
  vi.waitFor(
    async () => {
      const batch = await browser.call('batch', { id })
      if (!states.includes(batch.state)) throw new Error(`still ${batch.state}`)
      return batch
    },
    { timeout: 40_000, interval: 250 },
  )

/** Selected and read; the press of the button is still to come, every warning accepted. */
const readyBatch = async (browser: SignedClient, of: readonly Defaulter[]) => {
  const { erpId, integrationId } = world
  await browser.call('inclusionPolicySave', {
    ...defaultInclusionPolicy,
    batchAtOnce: 2,
    batchPerMinute: 6_000,
  })
  const { batch } = await browser.call('batchDraft', {
    key: crypto.randomUUID(),
    erpId,
    integrationId,
    reasonCode: 'TI',
    part: 0,
    parts: 1,
    debts: of.flatMap(debtsOf),
  })
  const { id } = batch!
  await untilState(browser, id, ['draft'])
  const { warnings } = await browser.call('batchSimulation', { id, accepted: [] })
  const accepted = warnings.map(({ code }) => code)
  const { seal, going } = await browser.call('batchSimulation', { id, accepted })
  const press = { id, key: crypto.randomUUID(), seal, people: going.people, accepted, written: '' }
  return { id, confirm: () => orDead(browser.call('batchConfirm', press)) }
}

/** The process dies at one of these in the middle of the batch. */
const orders: CrashOrder[] = [
  { at: 'request-before', after: 90 },
  { at: 'request-after', after: 70 },
  { at: 'write-torn', after: 20 },
]

describe('the power goes in the middle of a batch', () => {
  test.each(orders)(
    'G31, G89 · $at: nothing leaves before a person goes on, then everybody is registered once',
    async (order) => {
      const all = newPeople()
      const documents = new Set(all.map(({ document }) => document))
      const sent = () =>
        world.connect.ledger.of('include').filter(({ fields }) => documents.has(fields['documento'] ?? ''))
      const home = await world.newHome()
      const first = await world.start(home)
      const { id, confirm } = await readyBatch(world.browser(first), all)
      await first.arm(order)
      await confirm()
      expect(await first.gone).toBe('SIGKILL')
      const before = sent().length

      const second = await world.start(home)
      const browser = world.browser(second)
      const { state, counts } = await browser.call('batch', { id })
      expect(state).toBe('interrupted')
      expect(counts.waiting).toBeGreaterThan(0)
      // The program goes about its work.
      await browser.call('sweepNow', {})
      const lastSweep = async () => (await browser.call('removalsStatus', {})).lastSweepAt
      await vi.waitFor(async () => expect(await lastSweep()).not.toBeNull(), {
        timeout: 10_000,
        interval: 250,
      })
      expect(sent().length).toBe(before)

      await browser.call('batchResume', { id })
      const done = await untilState(browser, id, ['done'])
      expect(done.counts).toMatchObject({ waiting: 0, sending: 0, refused: 0, skipped: 0 })
      // Nobody was sent twice; what was under way at the death is looked up, and told apart from what is registered.
      expect(new Set(sent().map(({ fields }) => fields['documento'])).size).toBe(sent().length)
      const items = (await browser.call('batchItems', { id, states: [], from: 0, count: 100 })).items
      const listed = ({ document }: { document: string }): number => world.connect.pefin.live(document).length
      const inState = (state: string) => items.filter((item) => item.state === state).map(listed)
      expect(inState('sent').every((count) => count === 1)).toBe(true)
      expect(inState('failed').every((count) => count === 0)).toBe(true)
      const { sent: registered, unknown, failed } = done.counts
      expect(registered + unknown + failed).toBe(people)
      expect(unknown + failed).toBeLessThanOrEqual(4)
      await second.stop()
    },
  )
})
