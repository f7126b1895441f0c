import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { fill } from '../../shared/errors.ts'
import { texts } from '../../shared/locales/texts.ts'
import { formatMoney } from '../../shared/money.ts'
import type { CustomerOf } from '../simulators/people.ts'
import { people } from '../simulators/people.ts'
import { openConfirmation, openErp, openRecords, reviewDebt, sendButton } from './journey.ts'
import { makeReady } from './make-ready.ts'
import { startWorld } from './world.ts'
import type { World } from './world.ts'

const { confirm, negativation: words } = texts('pt-BR')
const operator = 'Ana – Cobrança'

let world: World

/** The customer's service is over, so that the window proposes the late invoices by itself. */
const endService = ({ id }: CustomerOf): void => {
  const [service] = world.hubsoft.database.customer(id).services
  service!.state = 'cancelado'
}

/** The ERP's record of a customer, from which windows are opened. */
const recordOf = (customer: CustomerOf): Promise<Page> => {
  endService(customer)
  return openErp(world.context, world.pages.url(`/cliente/editar/${customer.id}/cadastro`))
}

/** A window that shows exactly what would be sent. */
const reviewing = async (erp: Page): Promise<Page> => {
  const window = await openConfirmation(erp)
  await reviewDebt(window)
  return window
}

/** The invoices that the review shows. */
const invoicesIn = async (window: Page): Promise<number[]> => {
  const cells = await window.getByRole('region', { name: confirm.debt }).getByRole('cell').allInnerTexts()
  return cells.filter((text) => /^\d{6}$/.test(text)).map(Number)
}

const rowOf = (list: Page, name: string) => list.getByRole('row').filter({ hasText: name })

/** The inclusions that were asked for, whatever came of them. */
const sent = () => world.connect.ledger.of('include')

beforeAll(async () => {
  // Every wait of the service so many times shorter: five minutes between two looks at the bureau become half a second.
  world = await startWorld({ pace: 600 })
  await makeReady(world)
})
afterAll(() => world.close())

beforeEach(() => {
  world.connect.ledger.clear()
})
afterEach(async () => {
  world.connect.faults.clear()
  // The browser's own first page stays, or the browser would go with its last one.
  const [, ...opened] = world.context.pages()
  await Promise.all(opened.map((page) => page.close()))
})

describe('what was shown is not what is', () => {
  test('G38 · attack 27 · paid while the review is shown: the press sends nothing and says why', async () => {
    const window = await reviewing(await recordOf(people.antonia))
    const [invoice] = await invoicesIn(window)
    world.hubsoft.database.pay(invoice!)
    await sendButton(window).click()
    await window.getByText(fill(confirm.changes.paid, { invoice: String(invoice) })).waitFor()
    expect(sent()).toEqual([])
    expect(world.connect.pefin.live(people.antonia.document)).toEqual([])
  })

  test('G38 · a changed value: before and after are shown, and the new one wants its own press', async () => {
    const window = await reviewing(await recordOf(people.jose))
    const [id] = await invoicesIn(window)
    const invoice = world.hubsoft.database.invoice(id!)
    const before = invoice.cents
    invoice.cents = before + 10_000
    await sendButton(window).click()
    const values = { before: formatMoney(before), after: formatMoney(before + 10_000) }
    await window.getByText(fill(confirm.changes.value, { invoice: String(id), ...values })).waitFor()
    const debt = window.getByRole('region', { name: confirm.debt })
    await debt.getByRole('cell', { name: values.after, exact: true }).first().waitFor()
    expect(sent()).toEqual([])
  })
})

describe('one debt, one inclusion', () => {
  test('G43 · two windows for the same customer: the second tells who confirmed, and sends nothing', async () => {
    const erp = await recordOf(people.maria)
    const first = await reviewing(erp)
    const second = await reviewing(erp)
    await sendButton(first).click()
    await first.getByText(confirm.ended.sent, { exact: true }).waitFor()
    await sendButton(second).click()
    await second.getByText(fill(confirm.attached, { actor: operator })).waitFor()
    expect(sent()).toHaveLength(1)
    expect(world.connect.pefin.live(people.maria.document)).toHaveLength(1)
  })

  test('G43 · a reload in the middle of the sending attaches again', async () => {
    const answer = Promise.withResolvers<void>()
    world.connect.faults.set('include', { kind: 'slow', until: answer.promise })
    const window = await reviewing(await recordOf(people.joao))
    await sendButton(window).click()
    await world.connect.ledger.seen('include')
    await window.reload()
    await window.getByText(confirm.sendingHint).waitFor()
    answer.resolve()
    await window.getByText(confirm.ended.sent, { exact: true }).waitFor()
    expect(await sendButton(window).count()).toBe(0)
    expect(sent()).toHaveLength(1)
  })

  test('no answer: the window says that it is not known, and the record is found by itself', async () => {
    const seen = Promise.withResolvers<void>()
    world.connect.faults.set('include', { kind: 'accept-reset' })
    // The look before the sending passes; the one that settles the doubt is answered after its words were seen.
    world.connect.faults.after('debtState', 1, { kind: 'slow', until: seen.promise })
    const window = await reviewing(await recordOf(people.benedita))
    await sendButton(window).click()
    await window.getByText(confirm.ended.unknown, { exact: true }).waitFor()
    const list = await openRecords(world.browser)
    const row = rowOf(list, people.benedita.name)
    await row.getByText(words.states.unknown, { exact: true }).waitFor()
    seen.resolve()
    await row.getByText(words.states.sent, { exact: true }).waitFor()
    const [record] = world.connect.pefin.live(people.benedita.document)
    expect(world.connect.pefin.inclusions(record!.contract)).toBe(1)
    expect(sent()).toHaveLength(1)
  })
})

describe('a name that is no name', () => {
  test('attack 27 · HTML in the ERP’s data is text in the window and in the list; nothing of it runs', async () => {
    const trap = `${world.connect.origin}/x`
    const name = `<img src=${trap} onerror=ran=1>`
    const erp = await recordOf(people.jose)
    world.hubsoft.database.customer(people.jose.id).name = name
    const window = await reviewing(erp)
    const person = window.getByRole('region', { name: confirm.person })
    await person.getByText(name, { exact: true }).waitFor()
    const isText = (page: Page) =>
      page.evaluate(() => !('ran' in globalThis) && document.querySelector('img, [onerror]') === null)
    expect(await isText(window)).toBe(true)
    await sendButton(window).click()
    await window.getByText(confirm.ended.sent, { exact: true }).waitFor()
    expect(await isText(window)).toBe(true)

    const list = await openRecords(world.browser)
    await rowOf(list, name).getByText(words.states.sent, { exact: true }).waitFor()
    expect(await isText(list)).toBe(true)
    expect(world.connect.ledger.of('other')).toEqual([])
  })
})
