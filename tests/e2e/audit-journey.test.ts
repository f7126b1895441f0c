import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { texts } from '../../shared/locales/texts.ts'
import { consult, headOffice, openStep, setUp } from './journey.ts'
import { startWorld } from './world.ts'
import type { World } from './world.ts'

const { access, audit, options, report } = texts('pt-BR')
const { acts } = audit

/** Who did what, when, about whom and for which purpose, as the service noted it. */
let world: World
let set: Page

beforeAll(async () => {
  world = await startWorld()
  set = await world.browser.page('options.html')
  await setUp(set, await world.proxy.pairingCode(), headOffice(world.connect.accounts[0]!))
})
afterAll(() => world.close())

const rowOf = (page: Page, act: string) => page.getByRole('row').filter({ hasText: act }).first()

test('a query and the set-up stand there with who, when, about whom and why; a name that changes is there from the next act on', async () => {
  const query = await world.browser.page('report.html')
  await query.getByLabel(report.document).fill('731.640.258-07')
  await consult(query, 'CREDNET LIGHT')
  await query.getByRole('button', { name: report.exportPdf }).waitFor()

  const page = await world.browser.page('records.html#audit')
  const row = rowOf(page, acts.queryStart)
  await row.waitFor()
  expect(await row.innerText()).toMatch(/\d\d\/\d\d\/\d{4}.*\d\d:\d\d:\d\d/s)
  expect(await row.innerText()).toContain(report.purposes.sale)
  // Covered: the audit tells that it was this person, and nobody new who he is.
  expect(await row.innerText()).toContain('***.640.258-**')
  expect(await page.locator('main').innerText()).not.toContain('731.640.258-07')
  for (const act of [acts.pair, acts.integrationCreate, acts.credentialsSave, acts.productsSync])
    await rowOf(page, act).waitFor()

  await openStep(set, options.clients.title)
  const clients = set.getByRole('row').filter({ hasText: options.clients.this })
  await clients.getByRole('button', { name: access.edit }).click()
  await set.getByLabel(access.name).fill('Bia – Cobrança')
  await set.keyboard.press('Enter')
  await set.getByRole('row').filter({ hasText: 'Bia – Cobrança' }).waitFor()
  await page.getByRole('button', { name: audit.reload }).click()
  expect(await rowOf(page, acts.clientUpdate).innerText()).toContain('Bia – Cobrança')
  expect(await rowOf(page, acts.queryStart).innerText()).not.toContain('Bia')

  await page.getByLabel(audit.filters.document, { exact: true }).fill('731.640.258-07')
  await rowOf(page, acts.clientUpdate).waitFor({ state: 'detached' })
  await rowOf(page, acts.queryStart).waitFor()
})
