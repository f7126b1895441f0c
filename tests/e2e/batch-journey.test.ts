import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { texts } from '../../shared/locales/texts.ts'
import { addDefaulters } from '../simulators/hubsoft-api/seed/defaulters.ts'
import type { Defaulter } from '../simulators/hubsoft-api/seed/defaulters.ts'
import { openPopup, peopleAsked, setRules, stopWorkers, warningsOf } from './batch.ts'
import { chooseByArrows, pressOn, reach } from './keyboard.ts'
import { callService } from './call-service.ts'
import { makeReady } from './make-ready.ts'
import { startWorld } from './world.ts'
import type { World } from './world.ts'

const { batch: words, candidates, popup } = texts('pt-BR')

/** Where 300 of the thousand live; nobody else does. */
const city = 'CIDADE MODELO'

interface Expected {
  customerId: number
  document: string
  invoiceIds: number[]
  /** Of the oldest overdue one, eligible or not: the list's order. */
  due: string
  cents: number
}

/** What the default rules let through once every warning is accepted: one record for each customer and service. */
const eligible = (people: readonly Defaulter[]): Expected[] =>
  people
    .filter(({ address, isMinor }) => address !== 'incomplete' && !isMinor)
    .flatMap(({ customerId, document, debts }) =>
      debts
        .map(({ invoices }) => ({
          due: invoices.map(({ due }) => due).toSorted()[0]!,
          invoices: invoices.filter(({ flaw }) => flaw === null),
        }))
        .filter(({ invoices }) => invoices.length > 0)
        .map(({ due, invoices }) => ({
          customerId,
          document,
          invoiceIds: invoices.map(({ id }) => id),
          due,
          cents: invoices.reduce((sum, { cents }) => sum + cents, 0),
        })),
    )

let world: World
let all: Defaulter[]
let page: Page

const today = (): string => new Date().toISOString().slice(0, 10)

const registered = (): string[] =>
  world.connect.pefin
    .live()
    .map(({ document, cents }) => `${document} ${cents}`)
    .toSorted()

const linesOf = (debts: readonly Expected[]): string[] =>
  debts.map(({ document, cents }) => `${document} ${cents}`).toSorted()

beforeAll(async () => {
  world = await startWorld({ pace: 600 })
  const { database } = world.hubsoft
  database.invoices.length = 0
  all = addDefaulters(database, 1_000, { today: today() })
  for (const { customerId } of all.slice(0, 300))
    for (const service of database.customer(customerId).services) service.address.city = city
  await makeReady(world)
  const set = await world.browser.page('popup.html')
  await setRules(set, { batchAtOnce: 8, batchPerMinute: 6_000 })
  await set.close()
})
afterAll(() => world.close())

/** Without a mouse, from the popup's first view to the saved report. */
describe('a month’s defaulters in one act, by keyboard alone', () => {
  let expected: Expected[]
  let paid: Expected[]

  const button = (name: string | RegExp) =>
    page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })

  test('300 of 1,000 are selected by filter and simulated; nothing is sent', async () => {
    page = await openPopup(world.browser)
    await pressOn(page, button(popup.mass.open), 'Enter')
    await button(candidates.listing.again).waitFor()
    await pressOn(page, button(new RegExp(candidates.filters.further)), 'Enter')
    await chooseByArrows(page, page.getByLabel(candidates.filters.city, { exact: true }), `${city} (329)`)
    await pressOn(page, page.getByRole('checkbox', { name: /^todas as aptas/ }), 'Space')
    const reasons = page.getByLabel(candidates.selection.reason, { exact: true })
    await chooseByArrows(page, reasons, await reasons.locator('option[value="TI"]').innerText())
    await pressOn(page, button(candidates.selection.simulate), 'Enter')
    await warningsOf(page).waitFor()
    for (const warning of await warningsOf(page).getByRole('checkbox').all())
      await pressOn(page, warning, 'Space')
    expect(world.connect.ledger.of('include')).toEqual([])
  })

  test('G67 · confirmed by the typed number; the popup closes at the fourth item, the worker dies', async () => {
    expected = eligible(all.slice(0, 300))
    await pressOn(page, button(words.simulation.review), 'Enter')
    await reach(page, page.getByLabel(words.confirm.written, { exact: true }))
    await page.keyboard.type('Contratos encerrados, valores conferidos.')
    const { field, people } = await peopleAsked(page)
    expect(people).toBe(new Set(expected.map(({ customerId }) => customerId)).size)
    await reach(page, field)
    await page.keyboard.type(String(people))
    const gate = Promise.withResolvers<void>()
    world.connect.faults.after('include', 3, { kind: 'slow', until: gate.promise }, 'always')
    await pressOn(page, button(/^Negativar /), 'Enter')
    await world.connect.ledger.seen('include', 4)
    const helper = await world.browser.page('records.html')
    await page.close()
    await stopWorkers(world.context, helper)
    // The last of the queue, whose debts are the youngest, pay while they wait.
    paid = expected.toSorted((one, other) => (one.due < other.due ? -1 : 1)).slice(-6)
    for (const { invoiceIds } of paid) for (const id of invoiceIds) world.hubsoft.database.pay(id)
    gate.resolve()
    world.connect.faults.clear()
    await helper.close()
  })

  test('reopened, it shows the truth; the ledger holds the eligible ones minus the paid', async () => {
    page = await openPopup(world.browser)
    await page.getByText(words.states.done, { exact: true }).first().waitFor({ timeout: 60_000 })
    const [batch] = (await callService(page, 'batches', {})).batches
    const going = expected.filter((debt) => !paid.includes(debt))
    expect(batch?.counts).toMatchObject({ sent: going.length, skipped: paid.length, waiting: 0, unknown: 0 })
    expect(registered()).toEqual(linesOf(going))
    expect(world.connect.ledger.of('include')).toHaveLength(going.length)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      pressOn(page, button(words.report.csv), 'Enter'),
    ])
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')
    expect(lines.filter((line) => line.includes(words.itemStates.sent))).toHaveLength(going.length)
  })

  test('half of them pay, and the sweep clears them with nobody’s help', async () => {
    const { pefin } = world.connect
    const going = expected.filter((debt) => !paid.includes(debt))
    for (const { contract } of pefin.live()) pefin.activate(contract)
    const half = going.filter((_, place) => place % 2 === 0)
    for (const { invoiceIds } of half) for (const id of invoiceIds) world.hubsoft.database.pay(id)
    await pefin.seen('removed', undefined, half.length)
    expect(registered()).toEqual(linesOf(going.filter((debt) => !half.includes(debt))))
  })
})
