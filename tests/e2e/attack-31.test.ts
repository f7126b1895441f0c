import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { texts } from '../../shared/locales/texts.ts'
import { maySkip } from '../setup/tools.ts'
import { panelHost } from '../simulators/hubsoft-pages/hosts.ts'
import { startHubsoftPages } from '../simulators/hubsoft-pages/start-hubsoft-pages.ts'
import type { HubsoftPages } from '../simulators/hubsoft-pages/start-hubsoft-pages.ts'
import { launchExtension } from './launch-extension.ts'
import { launchFirefox } from './launch-firefox.ts'
import { startProxy } from './start-proxy.ts'
import type { RunningProxy } from './start-proxy.ts'

const { options } = texts('pt-BR')

/** Browsers keep pages away from this machine's own services; the extension's background must not need such a permission. */
describe('attack 31 · Local Network Access', () => {
  let pages: HubsoftPages
  let proxy: RunningProxy

  beforeAll(async () => {
    pages = await startHubsoftPages()
    // No query is made: a closed port stands in for Connect.
    proxy = await startProxy('http://127.0.0.1:9/')
  })
  afterAll(async () => {
    await proxy.close()
    await pages.close()
  })

  test('G61 · Chromium refuses the page, and lets the background through without asking', async () => {
    const browser = await launchExtension({
      hosts: ['*.hubsoft.com.br'],
      args: [`--ip-address-space-overrides=127.0.0.1:${pages.port}=public`],
    })
    try {
      const erp = await browser.context.newPage()
      await erp.goto(pages.url('/dashboard'))
      const outcome = await erp.evaluate(
        (address) =>
          fetch(address, { mode: 'no-cors' }).then(
            () => 'reached',
            () => 'refused',
          ),
        `http://127.0.0.1:${proxy.port}/v1/hello`,
      )
      expect(outcome).toBe('refused')

      const set = await browser.page('options.html')
      await set.getByLabel(options.browser.code).waitFor()
      expect(await set.getByText(options.service.found, { exact: false }).count()).toBeGreaterThan(0)
    } finally {
      await browser.close()
    }
  })

  test.skipIf(maySkip('firefox-esr'))(
    'Firefox, with its blocking switched on, lets the background through',
    async () => {
      const firefox = await launchFirefox([panelHost], {
        'network.lna.enabled': true,
        'network.lna.blocking': true,
      })
      try {
        const set = await firefox.page('options.html')
        await set.waitForFunction(
          (wanted) => document.body.innerText.includes(wanted),
          {},
          options.browser.code,
        )
        const text = await set.evaluate(() => document.body.innerText)
        expect(text).toContain(options.service.found)
        expect(text).not.toContain(options.service.blocked)
      } finally {
        await firefox.close()
      }
    },
  )
})
