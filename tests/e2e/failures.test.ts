import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { texts } from '../../shared/locales/texts.ts'
import type { ConnectFault } from '../simulators/connect/start-connect.ts'
import { consult, openStep, savePair, testPair } from './journey.ts'
import { makeReady } from './make-ready.ts'
import { startWorld } from './world.ts'
import type { World } from './world.ts'

const { errors, report, options } = texts('pt-BR')

const documents = ['731.640.258-07', '907.315.826-59', '640.182.357-71', '318.275.940-04', '004.821.937-19']

const beginning = (text: string): string => text.split('{')[0]!

/** What a person reads when something is wrong: each fault in its own words, nothing paid twice, the way on beside it. */
describe('bad input and a broken Connect, in clear Portuguese', () => {
  let world: World
  let set: Page

  beforeAll(async () => {
    world = await startWorld()
    await makeReady(world)
    set = await world.browser.page('options.html')
  })
  afterAll(() => world.close())

  const typed = async (document: string): Promise<Page> => {
    const page = await world.browser.page('report.html')
    await page.getByLabel(report.document).fill(document)
    return page
  }

  test('an invalid document is refused while it is typed, before anything is sent', async () => {
    const before = world.connect.ledger.requests.length
    const page = await typed('731.640.258-08')
    await page.getByRole('button', { name: report.consult, exact: true }).click()
    await page.getByText(report.documentInvalid).waitFor()
    expect(world.connect.ledger.requests).toHaveLength(before)
    await page.close()
  })

  const faults: [string, ConnectFault, keyof typeof errors, number][] = [
    ['a password that Connect no longer takes', { kind: 'wrong-password' }, 'connect-credentials-refused', 0],
    ['no balance', { kind: 'no-balance' }, 'connect-no-balance', 0],
    ['a login form instead of the answer', { kind: 'login-form' }, 'connect-error-page', 0],
    ['an answer cut in half', { kind: 'cut', by: 'connection' }, 'connect-cut', 1],
    ['a gateway error after the work was done', { kind: 'status', status: 504 }, 'connect-down', 1],
  ]
  test.each(faults)('%s', async (_, fault, code, billed) => {
    const document = documents[faults.findIndex(([, , known]) => known === code)]!
    world.connect.ledger.clear()
    world.connect.faults.set('consult', fault)
    const page = await typed(document)
    await consult(page, 'CREDNET LIGHT')
    await page.getByText(beginning(errors[code].text)).first().waitFor()
    await page.getByText(beginning(errors[code].hint)).first().waitFor()
    expect(await page.getByRole('button', { name: report.exportPdf }).isVisible()).toBe(false)
    expect(world.connect.ledger.of('consult')).toHaveLength(1)
    expect(world.connect.ledger.billed).toHaveLength(billed)
    await page.close()
  })

  test('a product that Connect no longer knows', async () => {
    world.connect.faults.set('consult', { kind: 'unknown-product' })
    const page = await typed('04.718.253/0001-56')
    await consult(page, 'CREDNET LIGHT')
    await page.getByText(report.failed).waitFor()
    expect(world.connect.ledger.billed.some(({ document }) => document === '04718253000156')).toBe(false)
    await page.close()
  })

  test('a wrong password of either pair is told apart from the other pair', async () => {
    const words = options.connect.pairs
    for (const pair of ['query', 'pefin'] as const) {
      await openStep(set, options.connect.title)
      const row = set.getByRole('region', { name: words[pair].title, exact: true })
      await row.getByRole('button', { name: new RegExp(options.replace) }).click()
      await savePair(set, pair, { login: 'provedor', password: 'errada' })
      const verdict = await testPair(set, pair)
      expect(verdict).toContain(options.connect.refused)
    }
    expect(await testPair(set, 'query')).not.toContain(options.connect.valid)
  })

  test('platform down: said so, and nothing paid', async () => {
    await world.connect.close()
    const page = await typed('0K.7M2.Q9R/0001-05')
    await consult(page, 'CREDNET LIGHT')
    await page.getByText(errors['connect-unreachable'].text).waitFor()
    expect(await page.getByRole('button', { name: report.exportPdf }).isVisible()).toBe(false)
    await page.close()
  })

  test('service off: the state and the command that starts it', async () => {
    await world.proxy.stop()
    const page = await world.browser.page('options.html')
    await page.getByText('nada-consta start', { exact: true }).waitFor()
    expect(await page.getByText(errors['service-off'].text).isVisible()).toBe(true)
    await page.close()
  })
})
