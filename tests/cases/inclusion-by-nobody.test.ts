import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { people } from '../simulators/people.ts'
import { freshDesk, invoiceAt, leaveDesk, startPlatforms } from './debt-desk.ts'
import type { DebtDesk, Platforms } from './debt-desk.ts'

const { antonia } = people
const minute = 60_000
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

/** Lets the time go by in steps, and the service do what it does by itself at each. */
const pass = async (total: number, step: number) => {
  for (let gone = 0; gone < total; gone += step) {
    platforms.time.now += step
    await desk.service.tick()
  }
}
const calls = (call: 'include' | 'remove') => platforms.connect.ledger.of(call).length

test('G31 · a day of the program: five debts that match every rule and one that was paid are no inclusion and one removal', async () => {
  const record = await desk.include()
  platforms.connect.pefin.activate(record.contract)
  const { database } = platforms.hubsoft
  const model = database.invoice(Number(invoiceAt(antonia, 3)))
  for (let turn = 1; turn <= 5; turn += 1)
    database.invoices.push({
      ...structuredClone(model),
      id: 990_000 + turn,
      lines: [{ id: turn, text: 'Mensalidade', cents: model.cents }],
    })
  platforms.connect.ledger.clear()
  database.pay(Number(invoiceAt(antonia, 2)))
  await pass(24 * 60 * minute, 10 * minute)
  expect([calls('include'), calls('remove')]).toEqual([0, 1])
  expect(platforms.connect.pefin.live()).toEqual([])
  expect(desk.service.failures).toEqual([])
})

test('G50 · just included is not yet listed: the letter’s time, told as such and as no failure', async () => {
  platforms.connect.pefin.mode = 'daily'
  const record = await desk.include(antonia, [invoiceAt(antonia, 3)])
  await pass(24 * 60 * minute, 60 * minute)
  platforms.connect.pefin.processDay()
  await pass(24 * 60 * minute, 60 * minute)
  const { negativation, tasks } = await desk.ana.call('negativation', { id: record.id })
  expect(negativation).toMatchObject({ state: 'sent', bureauState: 'letter', openTasks: 0 })
  expect(tasks).toEqual([])
  platforms.connect.pefin.activate(record.contract)
  await pass(24 * 60 * minute, 60 * minute)
  expect(await desk.record(record.id)).toMatchObject({ state: 'active' })
  platforms.connect.pefin.mode = 'immediate'
})
