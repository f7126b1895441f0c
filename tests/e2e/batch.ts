import { callService } from './call-service.ts'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import type { InclusionPolicy } from '../../shared/api.ts'
import { fill } from '../../shared/errors.ts'
import { texts } from '../../shared/locales/texts.ts'
import type { ExtensionBrowser } from './launch-extension.ts'

/** The steps of collections staff on the way from a list of defaulters to a batch's result, as tests and demo walk it. */

const { batch, candidates, options, popup } = texts('pt-BR')

/** As large as a browser lets a popup be. */
export const popupSize = { width: 780, height: 580 } as const

/** Opens the toolbar's popup as a page of its own; it then behaves as in the toolbar but for closing by itself. */
export const openPopup = async (browser: ExtensionBrowser): Promise<Page> => {
  const page = await browser.page('popup.html')
  await page.setViewportSize(popupSize)
  return page
}

/** From the popup's first view to the list of overdue invoices, read to its end. */
export const openCandidates = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: popup.mass.open, exact: true }).click()
  await page
    .getByRole('button', { name: candidates.listing.again, exact: true })
    .waitFor({ timeout: 180_000 })
}

/** Chooses what a batch is sent with, where more than one stands to choose. */
export const chooseReason = async (page: Page): Promise<void> => {
  await page.getByLabel(candidates.selection.reason, { exact: true }).selectOption('TI')
}

/** What a person has to accept; there is always something: nobody sees the ERP's own records. */
export const warningsOf = (page: Page): Locator =>
  page.getByRole('region', { name: batch.simulation.warnings })

/** Simulates the selection and waits for the numbers. */
export const simulate = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: candidates.selection.simulate, exact: true }).click()
  await warningsOf(page).waitFor({ timeout: 45_000 })
}

/** Accepts every warning, each by its own box. */
export const acceptWarnings = async (page: Page): Promise<void> => {
  for (const box of await warningsOf(page).getByRole('checkbox').all()) await box.check()
}

/** The field that asks for the number of people, and the number that it asks for in its own words. */
export const peopleAsked = async (page: Page) => {
  const label = fill(batch.confirm.typed, { people: '([\\d.]+)' })
  const field = page.getByLabel(new RegExp(`^${label}$`))
  const text = (await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent)) ?? ''
  return { field, people: Number((new RegExp(label).exec(text)?.[1] ?? '').replace('.', '')) }
}

/** The button that sends, once the number of people is typed as it stands in its own words. */
export const typePeople = async (page: Page, written = 'Contratos encerrados, valores conferidos.') => {
  const reason = page.getByLabel(batch.confirm.written, { exact: true })
  if (await reason.isVisible()) await reason.fill(written)
  const { field, people } = await peopleAsked(page)
  await field.fill(String(people))
  return { people, button: page.getByRole('button', { name: /^Negativar / }) }
}

/** Sets rules of inclusion as an administrator would. */
export const setRules = async (page: Page, rules: Partial<InclusionPolicy>): Promise<void> => {
  const now = await callService(page, 'inclusionPolicy', {})
  await callService(page, 'inclusionPolicySave', { ...now, ...rules })
}

/** Kills every worker of the extension, as the browser does when it needs memory. */
export const stopWorkers = async (context: BrowserContext, page: Page): Promise<void> => {
  const session = await context.newCDPSession(page)
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await session.detach()
}

export const batchWords = { batch, candidates, options, popup }
