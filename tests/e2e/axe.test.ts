import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { fill } from '../../shared/errors.ts'
import { texts } from '../../shared/locales/texts.ts'
import { addDefaulters } from '../simulators/hubsoft-api/seed/defaulters.ts'
import type { Switches } from '../simulators/hubsoft-pages/switches.ts'
import { masked, people } from '../simulators/people.ts'
import { panelViolations, violations } from './axe.ts'
import {
  acceptWarnings,
  chooseReason,
  openCandidates,
  openPopup,
  setRules,
  simulate,
  typePeople,
} from './batch.ts'
import { callService } from './call-service.ts'
import { erpPanel } from './erp-panel.ts'
import {
  addErpApi,
  consult,
  headOffice,
  openConfirmation,
  openErp,
  openRecords,
  openStep,
  reportText,
  reviewDebt,
  sendButton,
  setUp,
} from './journey.ts'
import { startWorld } from './world.ts'
import type { World } from './world.ts'

const {
  access,
  audit,
  batch,
  candidates,
  confirm,
  erp: erpWords,
  erpSites,
  errors,
  options,
  popup,
  records,
  report,
} = texts('pt-BR')
const { antonia, joao, maria } = people

let world: World
let shown: Page
let looked = 0

/** Screens that show by their address alone: what each is, where it stands and the words that end its loading. */
type Screens = [screen: string, address: string, words: string][]

/** One page shows them all, one after the other: a new one costs more than what it shows. */
const onScreen = async (address: string, words: string): Promise<string[]> => {
  looked += 1
  // A new query each time: an address that differs in its fragment alone would load nothing.
  const [path, place = ''] = address.split('#')
  await shown.goto(`chrome-extension://${world.browser.id}/${path}?${looked}#${place}`)
  await shown.getByText(words).first().waitFor()
  return violations(shown)
}

beforeAll(async () => {
  world = await startWorld({ pace: 600 })
  shown = await world.context.newPage()
})
afterAll(() => world.close())

describe('before anything is set up', () => {
  const screens: Screens = [
    ['options', 'options.html', options.browser.code],
    ['popup', 'popup.html', popup.service['not-paired']],
    ['report', 'report.html', errors['not-paired'].text],
    ['records', 'records.html', errors['not-paired'].text],
  ]
  test.each(screens)('%s', async (_, address, words) => {
    expect(await onScreen(address, words)).toEqual([])
  })
})

describe('set up', () => {
  test('options, every step and section open', async () => {
    const page = await world.browser.page('options.html')
    await setUp(page, await world.proxy.pairingCode(), headOffice(world.connect.accounts[0]!))
    await addErpApi(page, world.hubsoft.url)
    for (const { title } of [options.service, options.browser, options.connect, options.products])
      await openStep(page, title)
    await page.getByRole('button', { name: new RegExp(`^${erpSites.functions}`) }).click()
    expect(await violations(page)).toEqual([])
    for (const { title } of [options.inclusion, options.policy, options.clients, audit, options.language]) {
      await openStep(page, title)
      expect(await violations(page, '.steps:last-of-type')).toEqual([])
    }
    await openStep(page, options.clients.title)
    await page.getByText(access.pairTitle).click()
    await page.getByRole('button', { name: new RegExp(`^${access.edit} `) }).click()
    expect(await violations(page, '.steps:last-of-type')).toEqual([])
    await page.close()
  })

  const screens: Screens = [
    ['popup', 'popup.html', popup.day.taskNone],
    ['report, before a query', 'report.html', report.empty],
    ['confirmation, nothing to confirm', 'confirm.html', confirm.lostProposal],
    ['records, none', 'records.html#records', records.empty.none],
    ['tasks, none', 'records.html#tasks', records.empty.tasks],
    ['audit', 'records.html#audit', audit.export],
  ]
  test.each(screens)('%s', async (_, address, words) => {
    expect(await onScreen(address, words)).toEqual([])
  })
})

describe('a credit query', () => {
  let page: Page

  test('a document that is none', async () => {
    page = await world.browser.page('report.html')
    await page.getByLabel(report.document).fill('731.640.258-08')
    await page.getByRole('button', { name: report.consult, exact: true }).click()
    await page.getByText(report.documentInvalid).waitFor()
    expect(await violations(page)).toEqual([])
  })

  test('running, then done', async () => {
    const answer = Promise.withResolvers<void>()
    world.connect.faults.set('consult', { kind: 'slow', until: answer.promise })
    await page.getByLabel(report.document).fill(masked(maria.document))
    await consult(page, 'CREDNET LIGHT')
    await page.getByText(report.runningHint).waitFor()
    expect(await violations(page)).toEqual([])
    answer.resolve()
    await reportText(page)
    expect(await violations(page)).toEqual([])
    await page.close()
  })

  test('asked again, and failed', async () => {
    page = await world.browser.page('report.html')
    await page.getByLabel(report.document).fill(masked(maria.document))
    await consult(page, 'CREDNET LIGHT')
    const again = page.getByRole('button', { name: report.consultAgain })
    await again.waitFor()
    expect(await violations(page)).toEqual([])
    world.connect.faults.set('consult', { kind: 'no-balance' })
    await again.click()
    await page.getByText(errors['connect-no-balance'].hint).waitFor()
    expect(await violations(page)).toEqual([])
    await page.close()
  })
})

describe('the panel in the ERP’s page', () => {
  const record = `/cliente/editar/${antonia.id}/cadastro`
  const panels: [panel: string, path: string, switches: Switches, words: RegExp | string][] = [
    ['a record with its late invoices', record, {}, /faturas vencidas/],
    ['several documents', record, { labelled: 'on' }, erpWords.panel.several],
    ['a masked document', record, { document: 'masked' }, erpWords.panel.masked],
    ['folded', '/dashboard', {}, erpWords.panel.title],
  ]
  let erp: Page
  beforeAll(async () => {
    erp = await world.context.newPage()
  })
  test.each(panels)('%s', async (_, path, switches, words) => {
    await erp.goto(world.pages.url(path, switches))
    await (await erpPanel(erp)).shows(words)
    expect(await panelViolations(erp)).toEqual([])
  })
  afterAll(() => erp.close())
})

describe('a debt', () => {
  let erp: Page
  let window: Page

  test('the confirmation: choose', async () => {
    erp = await openErp(world.context, world.pages.url(`/cliente/editar/${antonia.id}/cadastro`))
    window = await openConfirmation(erp)
    expect(await violations(window)).toEqual([])
  })

  test('the confirmation: review, before and after the warnings are accepted', async () => {
    await reviewDebt(window)
    expect(await violations(window)).toEqual([])
  })

  test('the confirmation: what was shown has changed', async () => {
    const cells = await window.getByRole('region', { name: confirm.debt }).getByRole('cell').allInnerTexts()
    const id = cells.find((text) => /^\d{6}$/.test(text))!
    world.hubsoft.database.invoice(Number(id)).cents += 1_00
    await sendButton(window).click()
    await window.getByText(`A fatura ${id} valia`).waitFor()
    expect(await violations(window)).toEqual([])
  })

  test('the confirmation: sent', async () => {
    for (const box of await window.getByRole('checkbox').all()) await box.check()
    await sendButton(window).click()
    await window.getByText(confirm.ended.sent, { exact: true }).waitFor()
    expect(await violations(window)).toEqual([])
    await window.close()
  })

  test('the panel over a registered customer', async () => {
    await erp.evaluate(() => dispatchEvent(new Event('focus')))
    await (await erpPanel(erp)).shows(erpWords.panel.status.states.sent)
    expect(await panelViolations(erp)).toEqual([])
    await erp.close()
  })

  test('the list, a record’s history, the removal dialog', async () => {
    const list = await openRecords(world.browser, '#records')
    const row = list.getByRole('row', { name: new RegExp(antonia.name) })
    await row.waitFor()
    expect(await violations(list)).toEqual([])
    await row.getByRole('button').click()
    await list.getByText(records.history.title).waitFor()
    expect(await violations(list)).toEqual([])
    await list.getByRole('button', { name: fill(records.removal.openOf, { name: antonia.name }) }).click()
    await list.getByRole('dialog').getByLabel(records.removal.reason).waitFor()
    expect(await violations(list)).toEqual([])
    await list.close()
  })

  test('a task: an inclusion whose end nobody can look up', async () => {
    world.connect.pefin.offersLookUp = false
    world.connect.faults.set('include', { kind: 'accept-reset' })
    erp = await openErp(world.context, world.pages.url(`/cliente/editar/${joao.id}/cadastro`))
    window = await openConfirmation(erp)
    await reviewDebt(window)
    await sendButton(window).click()
    await window.getByText(confirm.ended.unknown, { exact: true }).waitFor()
    expect(await violations(window)).toEqual([])
    const list = await openRecords(world.browser, '#tasks')
    await list.getByRole('article').first().waitFor()
    expect(await violations(list)).toEqual([])
    await list.close()
    world.connect.pefin.offersLookUp = true
  })
})

describe('many debts at once', () => {
  let page: Page

  test('the list, with every filter', async () => {
    addDefaulters(world.hubsoft.database, 60, { today: new Date().toISOString().slice(0, 10) })
    page = await openPopup(world.browser)
    await setRules(page, { batchAtOnce: 8, batchPerMinute: 6_000 })
    await openCandidates(page)
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: candidates.filters.further }).click()
    expect(await violations(page)).toEqual([])
  })

  test('the simulation', async () => {
    await page.getByRole('checkbox', { name: /^todas as aptas/ }).check()
    await chooseReason(page)
    expect(await violations(page)).toEqual([])
    await simulate(page)
    await acceptWarnings(page)
    expect(await violations(page)).toEqual([])
  })

  test('the confirmation, then running', async () => {
    await page.getByRole('button', { name: batch.simulation.review, exact: true }).click()
    const { button } = await typePeople(page)
    expect(await violations(page)).toEqual([])
    const answers = Promise.withResolvers<void>()
    world.connect.faults.set('include', { kind: 'refuse', code: '118', text: 'CEP inválido' }, 3)
    const before = world.connect.ledger.of('include').length
    await button.click()
    await world.connect.ledger.seen('include', before + 3)
    world.connect.faults.set('include', { kind: 'slow', until: answers.promise }, 'always')
    await page.getByRole('button', { name: batch.run.pause, exact: true }).waitFor()
    expect(await violations(page)).toEqual([])
    answers.resolve()
    world.connect.faults.clear()
  })

  test('the result, in the popup and in a tab', async () => {
    await page.getByRole('region', { name: batch.result.title }).waitFor()
    expect(await violations(page)).toEqual([])
    const [made] = (await callService(page, 'batches', {})).batches
    expect(await onScreen(`batch.html#batch/${made!.id}`, batch.result.title)).toEqual([])
    // The popup opens again where it was left: at the day.
    await page.getByRole('button', { name: popup.mass.back, exact: true }).click()
    await page.getByRole('button', { name: popup.mass.open, exact: true }).waitFor()
    await page.close()
  })

  const screens: Screens = [
    ['the list of batches', 'batch.html#batches', batch.states.done],
    ['the list in a tab', 'batch.html#candidates', candidates.listing.again],
  ]
  test.each(screens)('%s', async (_, address, words) => {
    expect(await onScreen(address, words)).toEqual([])
  })
})

describe('with the service off', () => {
  beforeAll(() => world.proxy.stop())

  const screens: Screens = [
    ['options', 'options.html', errors['service-off'].text],
    ['popup', 'popup.html', popup.service['service-off']],
    ['report', 'report.html', errors['service-off'].text],
    ['records', 'records.html', records.day.off],
    ['many debts at once', 'batch.html#candidates', errors['service-off'].text],
  ]
  test.each(screens)('%s', async (_, address, words) => {
    expect(await onScreen(address, words)).toEqual([])
  })
})
