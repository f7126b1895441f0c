import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { fill } from '../../shared/errors.ts'
import { texts } from '../../shared/locales/texts.ts'
import { people } from '../simulators/people.ts'
import { erpPanel } from './erp-panel.ts'
import {
  addErpApi,
  headOffice,
  openConfirmation,
  openErp,
  openRecords,
  reviewDebt,
  sendButton,
  setUp,
} from './journey.ts'
import { startWorld } from './world.ts'
import type { World } from './world.ts'

const { confirm, erp: erpWords, negativation: words, records } = texts('pt-BR')
const { antonia, maria } = people
const recordPath = ({ id }: { id: number }): string => `/cliente/editar/${id}/cadastro`

let world: World

const badgeText = async (browser: World['browser']): Promise<string> =>
  (await browser.worker()).evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: ExtensionApi }
    return chrome.action.getBadgeText({})
  })

/** The list's row of a person. */
const rowOf = (list: Page, name: string) => list.getByRole('row', { name: new RegExp(name) })

beforeAll(async () => {
  // Every wait of the service so many times shorter: ten minutes between two reads of the payments become one second.
  world = await startWorld({ pace: 600 })
  const set = await world.browser.page('options.html')
  await setUp(set, await world.proxy.pairingCode(), headOffice(world.connect.accounts[0]!))
  await addErpApi(set, world.hubsoft.url)
  await set.close()
})
afterAll(() => world.close())

describe('from a late invoice to a clear name', () => {
  let erp: Page
  let list: Page
  const registered: number[] = []

  test('the panel tells what is late, and nothing is registered by itself', async () => {
    erp = await openErp(world.context, world.pages.url(recordPath(antonia)))
    const panel = await erpPanel(erp)
    await panel.shows(/faturas vencidas/)
    expect(world.connect.ledger.of('include')).toEqual([])
  })

  test('a person confirms in a window of the extension: one record at the bureau', async () => {
    const window = await openConfirmation(erp)
    expect(new URL(window.url()).protocol).toBe('chrome-extension:')
    expect(window.url()).not.toContain(antonia.document)
    await reviewDebt(window)
    const shown = await window.getByRole('region', { name: confirm.debt }).getByRole('cell').allInnerTexts()
    registered.push(...shown.filter((text) => /^\d{6}$/.test(text)).map(Number))
    expect(registered.length).toBeGreaterThan(0)
    // A double click is one inclusion (case G43).
    await sendButton(window).dblclick()
    await window.getByText(confirm.ended.sent, { exact: true }).waitFor()
    expect(world.connect.pefin.live(antonia.document)).toHaveLength(1)
    expect(world.connect.ledger.of('include')).toHaveLength(1)
    await window.close()
  })

  test('the panel and the list show it', async () => {
    // The window has closed and the person is back at the ERP; without a screen the browser does not say so itself.
    await erp.evaluate(() => window.dispatchEvent(new Event('focus')))
    await (await erpPanel(erp)).shows(erpWords.panel.status.states.sent)
    list = await openRecords(world.browser)
    expect(await rowOf(list, antonia.name).innerText()).toContain(words.states.sent)
  })

  test('paid in the ERP: the removal reaches the bureau, is verified and shows, with nobody’s help', async () => {
    const [record] = world.connect.pefin.live(antonia.document)
    world.connect.pefin.activate(record!.contract)
    for (const invoice of registered) world.hubsoft.database.pay(invoice)
    await world.connect.pefin.seen('removed', record!.contract)
    await rowOf(list, antonia.name)
      .getByText(words.states.removed, { exact: true })
      .waitFor({ timeout: 60_000 })
    expect(world.connect.pefin.live(antonia.document)).toEqual([])
    expect(world.connect.pefin.inclusions(record!.contract)).toBe(1)
  })
})

describe('a removal by hand', () => {
  let list: Page

  test('an active service wants a written reason, which stays in the history', async () => {
    const erp = await openErp(world.context, world.pages.url(recordPath(maria)))
    const window = await openConfirmation(erp)
    // With the service active nothing is proposed: a person has to mark the invoice.
    await window
      .getByLabel(fill(confirm.selectInvoice, { invoice: world.hubsoft.database.cases.unpaid }))
      .check()
    await reviewDebt(window, 'Contrato rescindido por carta em 10/11.')
    await sendButton(window).click()
    await window.getByText(confirm.ended.sent, { exact: true }).waitFor()
    await window.close()
    await erp.close()
    list = await openRecords(world.browser)
    await rowOf(list, maria.name).getByRole('button').click()
    await list.getByText('Contrato rescindido por carta em 10/11.').waitFor({ state: 'attached' })
    expect(world.connect.pefin.live(maria.document)).toHaveLength(1)
  })

  test('a person chooses the Motivo Baixa, and it reaches the bureau as chosen', async () => {
    const [record] = world.connect.pefin.live(maria.document)
    await list.getByRole('button', { name: fill(records.removal.openOf, { name: maria.name }) }).click()
    const dialog = list.getByRole('dialog')
    await dialog.getByLabel(records.removal.reason).selectOption('03')
    await dialog.getByLabel(records.removal.note).fill('Pedido do cliente no protocolo 99.')
    await dialog.getByRole('button', { name: /^Baixar R\$/ }).click()
    await world.connect.pefin.seen('removed', record!.contract)
    expect(world.connect.ledger.of('remove').at(-1)?.fields['motivo']).toBe('03')
    await rowOf(list, maria.name)
      .getByText(words.states.removed, { exact: true })
      .waitFor({ timeout: 60_000 })
    expect(world.connect.pefin.live()).toEqual([])
  })
})

describe('an inclusion whose end nobody can look up', () => {
  const { joao } = people

  test('is never sent again: a pendência shows what was sent and asks what the bureau’s site shows', async () => {
    world.connect.pefin.offersLookUp = false
    world.connect.faults.set('include', { kind: 'accept-reset' })
    const before = world.connect.ledger.of('include').length
    const erp = await openErp(world.context, world.pages.url(recordPath(joao)))
    const window = await openConfirmation(erp)
    await reviewDebt(window)
    await sendButton(window).click()
    await window.getByText(confirm.ended.unknown, { exact: true }).waitFor()
    await window.close()

    const list = await openRecords(world.browser, '#tasks')
    const task = list.getByRole('article', { name: new RegExp(joao.name) })
    await task.waitFor()
    const [record] = world.connect.pefin.live(joao.document)
    expect(await task.innerText()).toContain(record!.contract)
    expect(world.connect.ledger.of('include')).toHaveLength(before + 1)
  })

  test('the toolbar icon counts it', async () => {
    const list = await openRecords(world.browser, '#tasks')
    await list.getByRole('button', { name: records.day.sweepNow }).click()
    await expect.poll(() => badgeText(world.browser)).toBe('1')
  })

  test('a person’s word ends it, with what was seen', async () => {
    const list = await openRecords(world.browser, '#tasks')
    const task = list.getByRole('article', { name: new RegExp(joao.name) })
    await task.getByLabel(records.tasks.note).fill('O site do Serasa mostra o registro, protocolo conferido.')
    await task
      .getByRole('button', { name: `${words.actions['confirm-listed']} · ${joao.name}`, exact: true })
      .click()
    await task.waitFor({ state: 'detached' })
    await list.getByRole('link', { name: records.views.records }).click()
    await rowOf(list, joao.name).getByText(words.states.sent, { exact: true }).waitFor()
    expect(world.connect.pefin.inclusions(world.connect.pefin.live(joao.document)[0]!.contract)).toBe(1)
    await expect.poll(() => badgeText(world.browser)).toBe('')
  })
})
