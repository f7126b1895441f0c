import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crashPoints } from './crash-order.ts'
import type { CrashOrder } from './crash-order.ts'
import { confirmation } from '../cases/debt-desk.ts'
import { crashWorld } from './crash-world.ts'
import type { CrashWorld } from './crash-world.ts'
import type { CrashableService } from './crashable-service.ts'
import { draftOf, liveRecordsOf, newDebt, orDead, recordsOf, settle, untilCleared } from './life.ts'

let world: CrashWorld

beforeAll(async () => {
  world = await crashWorld()
})
afterAll(() => world.close())

/**
 * Each point of journal and network, met the first, the second and the fourth time after the order. The journal is opened so that a
 * write is durable when it returns (O_DSYNC): before and after its sync is before and after its write.
 */
const orders: CrashOrder[] = crashPoints
  .filter((at) => at.startsWith('write') || at.startsWith('request'))
  .flatMap((at) => [0, 1, 3].map((after) => ({ at, after })))

/** Restarts over the same data and brings the debt to its end: one inclusion, one record, nothing lost. */
const settled = async (home: string, invoice: string) => {
  const service = await world.start(home)
  const browser = world.browser(service)
  const record = await settle(world, browser, invoice)
  expect(world.connect.pefin.inclusions(record.contract)).toBe(1)
  expect(world.connect.pefin.live().filter(({ contract }) => contract === record.contract)).toHaveLength(1)
  return { service, browser, record }
}

const confirmed = async (service: CrashableService, invoice: string) => {
  const browser = world.browser(service)
  const draft = await draftOf(world, browser, invoice)
  return { draft, press: () => orDead(browser.call('negativationConfirm', confirmation(draft))) }
}

describe.concurrent('the power goes while a debt is registered', () => {
  test.each(orders)('G89 · $at after $after others: included once, nothing lost', async (order) => {
    const invoice = newDebt(world)
    const home = await world.newHome()
    const first = await world.start(home)
    const { press } = await confirmed(first, invoice)
    await first.arm(order)
    await press()
    expect(await first.gone).toBe('SIGKILL')

    const { service, browser } = await settled(home, invoice)
    expect(await liveRecordsOf(browser, invoice)).toHaveLength(1)
    await service.stop()
  })
})

describe.concurrent('the power goes while a name is cleared', () => {
  test.each(orders)('$at after $after others: cleared, verified, nothing lost', async (order) => {
    const invoice = newDebt(world)
    const home = await world.newHome()
    const first = await world.start(home)
    const { contract } = await settle(world, world.browser(first), invoice)
    world.connect.pefin.activate(contract)
    await first.arm(order)
    world.hubsoft.database.pay(Number(invoice))
    expect(await first.gone).toBe('SIGKILL')

    const second = await world.start(home)
    await untilCleared(world.browser(second), invoice)
    expect((await recordsOf(world.browser(second), invoice)).map(({ state }) => state)).toEqual(['removed'])
    expect(world.connect.pefin.of(contract)?.state).toBe('removed')
    expect(world.connect.pefin.inclusions(contract)).toBe(1)
    await second.stop()
  })
})

describe('G89 · the power goes between the bureau and the disk', () => {
  test('mid-request: the bureau has it, the answer never came', async () => {
    const invoice = newDebt(world)
    const home = await world.newHome()
    const first = await world.start(home)
    const { press } = await confirmed(first, invoice)
    world.connect.faults.set('include', { kind: 'accept-hang' })
    const before = world.connect.ledger.of('include').length
    await press()
    await world.connect.ledger.seen('include', before + 1)
    await first.kill()
    world.connect.faults.release()
    const { service, browser } = await settled(home, invoice)
    expect(await liveRecordsOf(browser, invoice)).toHaveLength(1)
    await service.stop()
  })

  test('mid-request: the bureau has not got it yet; it is found absent and a person confirms again', async () => {
    const invoice = newDebt(world)
    const home = await world.newHome()
    const first = await world.start(home)
    const { press } = await confirmed(first, invoice)
    world.connect.faults.set('include', { kind: 'reset' })
    const before = world.connect.ledger.of('include').length
    await press()
    await world.connect.ledger.seen('include', before + 1)
    await first.kill()
    const { service, browser } = await settled(home, invoice)
    const states = (await recordsOf(browser, invoice)).map(({ state }) => state)
    expect(states.filter((state) => state === 'not-included')).toHaveLength(1)
    await service.stop()
  })

  test('the answer is there, its journal line is not', async () => {
    const invoice = newDebt(world)
    const home = await world.newHome()
    const first = await world.start(home)
    const { press } = await confirmed(first, invoice)
    const answers = Promise.withResolvers<void>()
    world.connect.faults.set('include', { kind: 'slow', until: answers.promise })
    const before = world.connect.ledger.of('include').length
    await press()
    await world.connect.ledger.seen('include', before + 1)
    await first.arm({ at: 'write-before', after: 0 })
    answers.resolve()
    expect(await first.gone).toBe('SIGKILL')
    const { service } = await settled(home, invoice)
    await service.stop()
  })
})

describe('the power goes over the snapshot', () => {
  test.each([
    'rename-before',
    'rename-after',
    'write-before',
    'write-torn',
    'sync-before',
    'sync-after',
  ] as const)('%s: the journal alone brings everything back', async (at) => {
    const invoice = newDebt(world)
    const home = await world.newHome()
    const first = await world.start(home)
    const record = await settle(world, world.browser(first), invoice)
    // The orderly end writes the snapshot: that is where it dies.
    await first.arm({ at, after: 0 })
    first.process.kill('SIGTERM')
    expect(await first.gone).toBe('SIGKILL')

    const second = await world.start(home)
    const browser = world.browser(second)
    const [again] = await recordsOf(browser, invoice)
    expect(again).toMatchObject({ id: record.id, contract: record.contract, invoices: [{ id: invoice }] })
    expect((await browser.call('removalsStatus', {})).isReadOnly).toBe(false)
    await second.stop()
  })
})
