import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { texts } from '../../shared/locales/texts.ts'
import {
  addErpApi,
  chooseFromMenu,
  consult,
  createIntegration,
  enableErpSite,
  exportPdf,
  headOffice,
  highlight,
  openConfirmation,
  openErp,
  openRecords,
  pairBrowser,
  reportText,
  reviewDebt,
  sendButton,
  syncProducts,
  testPair,
} from '../e2e/journey.ts'
import {
  acceptWarnings,
  chooseReason,
  openCandidates,
  openPopup,
  simulate,
  typePeople,
} from '../e2e/batch.ts'
import { erpPanel } from '../e2e/erp-panel.ts'
import { startWorld } from '../e2e/world.ts'
import type { World } from '../e2e/world.ts'
import { addDefaulters } from '../simulators/hubsoft-api/seed/defaulters.ts'
import { people } from '../simulators/people.ts'
import { payOnEnter, payRegistered } from './pay-registered.ts'

/**
 * `npm run demo`: simulators, service and browser on this machine. With a display it sets everything up and leaves the browser to
 * the person; without one it walks the whole story by itself and leaves screenshots and the PDF in `output/`.
 */

const output = resolve('output')
const { batch, confirm, erp: erpWords, negativation, options, popup: popupWords, report } = texts('pt-BR')
const hasDisplay =
  process.env['CI'] === undefined &&
  (process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']))

let step = 0
const tell = (text: string): void => {
  step += 1
  console.log(`${String(step).padStart(2)}. ${text}`)
}

const shoot = async (page: Page, name: string): Promise<void> => {
  await page.screenshot({ path: join(output, `${name}.png`) })
}

const setUp = async (world: World): Promise<void> => {
  const page = await world.browser.page('options.html')
  const code = await world.proxy.pairingCode()
  tell(`"nada-consta pair" shows the code ${code}; it is typed in the extension's options page.`)
  await pairBrowser(page, code, 'Ana – Cobrança')
  tell(
    'An integration is created with both of Connect’s credential pairs, in production against the simulator.',
  )
  await createIntegration(page, headOffice(world.connect.accounts[0]!))
  await testPair(page, 'query')
  await testPair(page, 'pefin')
  tell('Each pair is tested by itself: both are accepted.')
  await shoot(page, '1-connect')
  await syncProducts(page)
  tell('The products are synchronised; the four of PEFIN are there.')
  await addErpApi(page, world.hubsoft.url)
  await enableErpSite(page)
  tell('The ERP’s API user and its site are added.')
  await shoot(page, '2-options')
  await page.close()
}

const walk = async (world: World): Promise<void> => {
  const erp = await openErp(world.context, world.pages.url('/cliente/editar/11943/cadastro'))
  const selected = await highlight(erp, '#content:not(.ng-leave) hubsoft-cliente-cabecalho b')
  tell('The attendant opens MARIA EXEMPLO’s record in HubSoft and highlights her CPF.')
  await shoot(erp, '3-erp')
  const tab = await chooseFromMenu(world.browser, erp, selected)
  tell('"Consultar crédito" in the context menu opens the report tab; nothing is paid yet.')
  await tab.getByLabel(report.product, { exact: true }).waitFor()
  await shoot(tab, '4-before')
  await consult(tab, 'CREDNET LIGHT')
  await reportText(tab)
  tell(
    `"Consultar" asks Connect once (${world.connect.ledger.billed.length} billed); the answer is shown as it came.`,
  )
  await shoot(tab, '5-report')
  const name = await exportPdf(tab, join(output, 'report.pdf'))
  tell(`"Exportar PDF" saves ${name}; here it is output/report.pdf.`)
  const again = await chooseFromMenu(world.browser, erp, selected)
  await consult(again, 'CREDNET LIGHT')
  await again.getByRole('button', { name: report.openKept }).waitFor()
  tell('Asking again the same day warns first and offers the kept answer: nobody pays twice by accident.')
  await shoot(again, '6-repeated')
}

const registerAndClear = async (world: World): Promise<void> => {
  const { pefin } = world.connect
  const { antonia } = people
  const erp = await openErp(world.context, world.pages.url(`/cliente/editar/${antonia.id}/cadastro`))
  await (await erpPanel(erp)).shows(erpWords.panel.negativate)
  tell('Collections opens ANTÔNIA FICTÍCIA’s record: the panel tells how many invoices are late.')
  await shoot(erp, '7-late')
  const window = await openConfirmation(erp)
  await shoot(window, '8-choose')
  await reviewDebt(window)
  tell(
    '"Negativar…" opens a window with what the service read from the ERP; each warning is accepted by hand.',
  )
  await shoot(window, '9-review')
  await sendButton(window).click()
  await window.getByText(confirm.ended.sent, { exact: true }).waitFor()
  const [record] = pefin.live(antonia.document)
  tell(`The press sends one inclusion: contract ${record!.contract}, protocol ${record!.protocol}.`)
  await shoot(window, '10-sent')
  await window.close()
  pefin.activate(record!.contract)
  const list = await openRecords(world.browser)
  tell(
    `The letter's time passes. In the ERP ${payRegistered(world)} invoices are paid; nobody does anything else.`,
  )
  await pefin.seen('removed', record!.contract)
  tell('The service saw the payment and sent the removal: the bureau no longer holds the name.')
  const row = list.getByRole('row', { name: new RegExp(antonia.name) })
  await row.getByText(negativation.states.removed, { exact: true }).waitFor({ timeout: 60_000 })
  await row.getByRole('button').click()
  await list.getByText(negativation.events.latch).first().waitFor()
  tell('It looked twice to be sure; the history keeps who, when, why and the protocols.')
  await shoot(list, '11-cleared')
}

const registerMany = async (world: World): Promise<void> => {
  const { pefin, ledger } = world.connect
  addDefaulters(world.hubsoft.database, 40, { today: new Date().toISOString().slice(0, 10) })
  const popup = await openPopup(world.browser)
  await popup.getByRole('button', { name: popupWords.mass.open, exact: true }).waitFor()
  await shoot(popup, '12-day')
  await openCandidates(popup)
  await popup.getByRole('checkbox', { name: /^todas as aptas/ }).check()
  await chooseReason(popup)
  tell(
    'Month’s end: the popup lists everybody who is late, with what speaks against it; one box selects all who may go.',
  )
  await shoot(popup, '13-candidates')
  const before = ledger.of('include').length
  await simulate(popup)
  await acceptWarnings(popup)
  tell('"Simular" reads everybody at the ERP and counts who would go, who not, and why. Nothing is sent yet.')
  await shoot(popup, '14-simulation')
  await popup.getByRole('button', { name: batch.simulation.review, exact: true }).click()
  const { people: count, button } = await typePeople(popup)
  await shoot(popup, '15-confirm')
  await button.click()
  await popup.close()
  tell(`The number of people (${count}) is typed once. The popup is closed at once: the service goes on.`)
  const again = await openPopup(world.browser)
  await again.getByRole('region', { name: batch.result.title }).waitFor({ timeout: 60_000 })
  const sent = ledger.of('include').length - before
  tell(`Opened again it shows the result: ${sent} inclusions, each read again at the ERP before it left.`)
  await shoot(again, '16-result')
  const live = pefin.live()
  for (const { contract } of live) pefin.activate(contract)
  const cleared = ledger.of('remove').length
  tell(
    `Days later ${payRegistered(world)} invoices are paid in the ERP, and again nobody does anything else.`,
  )
  await ledger.seen('remove', cleared + live.length)
  for (const { contract } of live) await pefin.seen('removed', contract)
  tell(`The service has cleared all ${live.length} names.`)
  const list = await openRecords(world.browser)
  await list.getByText(negativation.states.removed, { exact: true }).first().waitFor()
  await shoot(list, '17-cleared-many')
}

const leaveToPerson = async (world: World): Promise<void> => {
  await openErp(world.context, world.pages.url('/cliente/editar/11943/cadastro'))
  tell(
    'The browser is yours: highlight the CPF in the record, right-click, "Consultar crédito", or use the panel at the lower right.',
  )
  console.log(`    Options: chrome-extension://${world.browser.id}/options.html · ${options.title}`)
  console.log(
    '    "Negativar…" in the panel registers a debt. Then press Enter here: the ERP shows it paid, and the name is cleared.',
  )
  console.log('    Close the browser to end the demo.')
  payOnEnter(world)
  await world.context.waitForEvent('close', { timeout: 0 })
}

await rm(output, { recursive: true, force: true })
await mkdir(output, { recursive: true })
const world = await startWorld({ headless: !hasDisplay, pace: 600 })
tell(
  'Simulators of Connect and HubSoft run, the service listens on 127.0.0.1, the browser has the extension.',
)
world.connect.reports.set('73164025807', { pages: 6 })
try {
  await setUp(world)
  if (hasDisplay) await leaveToPerson(world)
  else {
    await walk(world)
    await registerAndClear(world)
    await registerMany(world)
  }
} finally {
  await world.close()
}
console.log(hasDisplay ? 'Done.' : 'Done. Screenshots and the PDF are in output/.')
