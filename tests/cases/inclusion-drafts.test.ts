import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { memoryStore } from '../../proxy/store/memory-store.ts'
import type { Store } from '../../proxy/store/store.ts'
import { people } from '../simulators/people.ts'
import { confirmation, debtDesk, freshDesk, invoiceAt, leaveDesk, startPlatforms } from './debt-desk.ts'
import type { DebtDesk, Platforms } from './debt-desk.ts'

const hour = 3_600_000
let platforms: Platforms
let desk: DebtDesk

beforeAll(async () => {
  platforms = await startPlatforms()
})
afterAll(() => platforms.close())
beforeEach(async () => {
  desk = await freshDesk(platforms)
})
afterEach(() => leaveDesk(platforms, desk))

const pass = async (hours: number) => {
  for (let gone = 0; gone < hours; gone += 1) {
    platforms.time.now += hour
    await desk.service.tick()
  }
}
const stateOf = async (id: string) => (await desk.record(id)).state
const includes = () => platforms.connect.ledger.of('include').length

test('a draft that nobody touches for a day is given up by the program, and its debt is free for a new one', async () => {
  const { id, contract } = (await desk.draft()).negativation
  await pass(23)
  expect(await stateOf(id)).toBe('draft')
  await pass(1)
  expect(await stateOf(id)).toBe('cancelled')
  const { history } = await desk.ana.call('negativation', { id })
  expect(history.map(({ event, actor }) => [event, actor])).toEqual([
    ['draft', 'Ana'],
    ['cancel', 'Nada Consta'],
  ])
  const shown = await desk.draft()
  expect(shown.negativation).toMatchObject({ state: 'draft', contract })
  expect(shown.negativation.id).not.toBe(id)
  await desk.ana.call('negativationConfirm', confirmation(shown))
  await desk.service.services.idle()
  expect(await stateOf(shown.negativation.id)).toBe('sent')
  expect(await stateOf(id)).toBe('cancelled')
  expect(desk.service.failures).toEqual([])
})

test('shown anew, a draft lives a day from then', async () => {
  const { id } = (await desk.draft()).negativation
  await pass(20)
  expect((await desk.draft()).negativation.id).toBe(id)
  await pass(23)
  expect(await stateOf(id)).toBe('draft')
  await pass(1)
  expect(await stateOf(id)).toBe('cancelled')
})

test.each([11_990, 12_345])(
  'a confirmation under way that finds its draft given up sends nothing and says so (%d cents now)',
  async (cents) => {
    const shown = await desk.draft()
    const invoice = platforms.hubsoft.database.invoice(Number(invoiceAt(people.antonia, 2)))
    const before = invoice.cents
    expect(before).toBe(11_990)
    invoice.cents = cents
    const gate = Promise.withResolvers<void>()
    platforms.connect.faults.set('debtState', { kind: 'slow', until: gate.promise })
    const refused = desk.ana.refused('negativationConfirm', confirmation(shown))
    await platforms.connect.ledger.seen('debtState')
    await pass(24)
    gate.resolve()
    const refusal = await refused
    invoice.cents = before
    expect(refusal).toMatchObject({
      status: 409,
      code: 'negativation-not-draft',
      negativation: { id: shown.negativation.id, state: 'cancelled' },
    })
    expect(includes()).toBe(0)
  },
)

/** Does something when the links of invoices are looked at for the so-manieth time. */
const storeThatTells = () => {
  const store = memoryStore()
  const told = { looks: 0, at: async (_look: number): Promise<unknown> => null }
  const query: Store['query'] = async (collection, match) => {
    if (collection === 'invoiceLinks') await told.at((told.looks += 1))
    return store.query(collection, match)
  }
  return { store: { ...store, query }, told }
}

test.each([1, 2, 3])('a draft given up at step %d of its confirmation is no changed draft', async (step) => {
  const { store, told } = storeThatTells()
  const other = await debtDesk(platforms, { store })
  const shown = await other.draft()
  const { id } = shown.negativation
  told.looks = 0
  told.at = async (look) => look === step && other.ana.call('negativationCancel', { id })
  expect(await other.ana.refused('negativationConfirm', confirmation(shown))).toMatchObject({
    code: 'negativation-not-draft',
    negativation: { id, state: 'cancelled' },
  })
  expect(includes()).toBe(0)
  await other.service.services.stop()
})

test('what was sent is no draft, however long its end is awaited', async () => {
  const shown = await desk.draft()
  const gate = Promise.withResolvers<void>()
  platforms.connect.faults.set('include', { kind: 'slow', until: gate.promise })
  await desk.ana.call('negativationConfirm', confirmation(shown))
  await platforms.connect.ledger.seen('include')
  platforms.time.now += 30 * hour
  const ticked = desk.service.tick()
  gate.resolve()
  await ticked
  expect(await stateOf(shown.negativation.id)).toBe('sent')
  expect(includes()).toBe(1)
})
