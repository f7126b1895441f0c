import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { texts } from '../../shared/locales/texts.ts'
import { consult, reportText } from './journey.ts'
import { makeReady } from './make-ready.ts'
import { startWorld } from './world.ts'
import type { World } from './world.ts'

const { report } = texts('pt-BR')

describe('the worker dies while Connect thinks', () => {
  let world: World
  let set: Page

  beforeAll(async () => {
    world = await startWorld()
    await makeReady(world)
    set = await world.browser.page('options.html')
    world.connect.ledger.clear()
  })
  afterAll(() => world.close())

  const noted = (page: Page): Promise<string> =>
    page.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: ExtensionApi }
      return JSON.stringify(await chrome.storage.session.get(null))
    })

  const stopWorkers = async (page: Page): Promise<void> => {
    const session = await world.context.newCDPSession(page)
    await session.send('ServiceWorker.enable')
    await session.send('ServiceWorker.stopAllWorkers')
    await session.detach()
  }

  test('attack 32 · G57 · the tab attaches again and shows the one answer', async () => {
    const answer = Promise.withResolvers<void>()
    world.connect.faults.set('consult', { kind: 'slow', until: answer.promise })
    const tab = await world.browser.page('report.html')
    await tab.getByLabel(report.document).fill('731.640.258-07')
    await consult(tab, 'CREDNET LIGHT')
    await world.connect.ledger.seen('consult')
    // The tab has noted which query is its own; before that it asks again by the key, which is case G58.
    await expect.poll(() => noted(set)).toContain('queryId')

    await stopWorkers(tab)
    await tab.reload()
    await tab.getByText(/Consultando no Connect|Buscando a consulta/).waitFor()
    answer.resolve()
    expect(await reportText(tab)).toContain('731.640.258-07')
    expect(world.connect.ledger.of('consult')).toHaveLength(1)
  })

  test('G57 · a closed tab loses nothing: the answer stands in the history', async () => {
    const answer = Promise.withResolvers<void>()
    world.connect.faults.set('consult', { kind: 'slow', until: answer.promise })
    const tab = await world.browser.page('report.html')
    await tab.getByLabel(report.document).fill('907.315.826-59')
    await consult(tab, 'CREDNET LIGHT')
    await world.connect.ledger.seen('consult', 2)
    await tab.close()
    answer.resolve()

    const later = await world.browser.page('report.html')
    await later.getByLabel(report.document).fill('907.315.826-59')
    await later
      .getByRole('button', { name: /CREDNET LIGHT/ })
      .first()
      .click()
    expect(await reportText(later)).toContain('907.315.826-59')
    expect(world.connect.ledger.of('consult')).toHaveLength(2)
  })
})
