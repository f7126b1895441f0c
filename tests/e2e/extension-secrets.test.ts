import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from 'webextension-polyfill'
import { startHubsoftPages } from '../simulators/hubsoft-pages/start-hubsoft-pages.ts'
import type { HubsoftPages } from '../simulators/hubsoft-pages/start-hubsoft-pages.ts'
import { allowSite } from './allow-site.ts'
import { pairBrowser } from './journey.ts'
import { launchExtension } from './launch-extension.ts'
import type { ExtensionBrowser } from './launch-extension.ts'
import { startProxy } from './start-proxy.ts'
import type { RunningProxy } from './start-proxy.ts'

const site = 'http://empresa.hubsoft.com.br'
const recordPath = '/cliente/editar/11943/cadastro'

type Globals = typeof globalThis & { chrome: Browser }

let browser: ExtensionBrowser
let pages: HubsoftPages
let proxy: RunningProxy
let options: Page

beforeAll(async () => {
  pages = await startHubsoftPages()
  // Nothing here asks Connect anything.
  proxy = await startProxy('http://127.0.0.1:1/mercurio/')
  browser = await launchExtension({ hosts: ['*.hubsoft.com.br'], grant: [`${site}/*`] })
  options = await browser.page('options.html')
  await pairBrowser(options, await proxy.pairingCode(), 'Ana – Cobrança')
  await allowSite(browser, site)
})
afterAll(async () => {
  await browser.close()
  await proxy.close()
  await pages.close()
})

/** Runs code in the content script's own world, which no page script and no test library reaches. */
const contentWorld = async (
  page: Page,
): Promise<{ session: CDPSession; run: (code: string) => Promise<unknown> }> => {
  const session = await page.context().newCDPSession(page)
  const found = Promise.withResolvers<number>()
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.includes(browser.id)) found.resolve(context.id)
  })
  await session.send('Runtime.enable')
  const contextId = await found.promise
  const run = async (code: string): Promise<unknown> => {
    const answer = await session.send('Runtime.evaluate', {
      expression: code,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    })
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? 'failed')
    return answer.result.value
  }
  return { session, run }
}

const linkState = () =>
  options.evaluate(() =>
    (globalThis as unknown as Globals).chrome.runtime.sendMessage<object, { ok: boolean; value: unknown }>({
      name: 'link-state',
      input: {},
    }),
  )

const send = (message: object) => `chrome.runtime.sendMessage(${JSON.stringify(message)})`

describe('attack 28 · the key of this browser', () => {
  test('is there, and cannot be exported even by the extension itself', async () => {
    const seen = await options.evaluate(async () => {
      // oxlint-disable-next-line unicorn/consistent-function-scoping -- it runs in the page, which has nothing from outside
      const settled = <Value>(request: IDBRequest<Value>) =>
        new Promise<Value>((resolve) => {
          request.addEventListener('success', () => resolve(request.result))
        })
      const database = await settled(indexedDB.open('nada-consta'))
      const rows = database.transaction('identity').objectStore('identity')
      const { key } = (await settled(rows.get('current'))) as { key: CryptoKey }
      const attempts = (['raw', 'jwk'] as const).map((format) =>
        crypto.subtle.exportKey(format, key).then(
          () => 'exported',
          (error: DOMException) => error.name,
        ),
      )
      return { extractable: key.extractable, attempts: await Promise.all(attempts) }
    })
    expect(seen).toEqual({ extractable: false, attempts: ['InvalidAccessError', 'InvalidAccessError'] })
  })

  test('nor anything like it lies where a content script can read', async () => {
    const page = await browser.context.newPage()
    await page.goto(pages.url(recordPath))
    await page.locator('nada-consta-panel').waitFor({ state: 'attached' })
    const { run } = await contentWorld(page)
    const stored = (await run('chrome.storage.local.get(null)')) as Record<string, unknown>
    expect(Object.keys(stored).toSorted()).toEqual(['sites'])
    expect(await run('indexedDB.databases().then((all) => all.map(({ name }) => name))')).not.toContain(
      'nada-consta',
    )
    await expect(run('chrome.storage.session.get(null)')).rejects.toThrow(/not allowed|undefined|access/i)
    await page.close()
  })
})

describe('attack 23 · a content script that was taken over', () => {
  test('cannot run operations, pair, forget or add sites', async () => {
    const page = await browser.context.newPage()
    await page.goto(pages.url(recordPath))
    await page.locator('nada-consta-panel').waitFor({ state: 'attached' })
    const { run } = await contentWorld(page)
    const refused = { ok: false, error: { code: 'message-refused' } }
    for (const message of [
      { name: 'call', input: { operation: 'status', input: {} } },
      { name: 'call', input: { operation: 'credentialsSave', input: {} } },
      { name: 'pair', input: { code: 'AAAA-AAAA', name: 'x' } },
      { name: 'forget', input: {} },
      { name: 'site-enable', input: { site } },
      { name: 'draft', input: { id: 'd6bd8369-f85e-47b4-b358-1d25ab6a1791' } },
      { name: '__proto__', input: {} },
    ]) {
      expect(await run(send(message))).toMatchObject(refused)
    }
    const state = await linkState()
    expect(state).toMatchObject({ ok: true, value: { state: 'ready' } })
    await page.close()
  })
})

describe('attack 32 · G63 · the permission for the service is withheld', () => {
  test('is a state of its own, and ends with the permission', async () => {
    const worker = await browser.worker()
    const pretend = (allowed: boolean) =>
      worker.evaluate((granted) => {
        const { permissions } = (globalThis as unknown as Globals).chrome
        // A required permission can be withheld only in the browser's own settings, where no automation reaches.
        Object.defineProperty(permissions, 'contains', { configurable: true, value: async () => granted })
      }, allowed)
    await pretend(false)
    expect((await linkState()).value).toEqual({ state: 'permission-withheld', params: {} })
    await pretend(true)
    expect((await linkState()).value).toMatchObject({ state: 'ready' })
  })
})

describe('a browser that was revoked', () => {
  test('says that it is not paired, and sends no more than its question', async () => {
    const [client] =
      /^\S+/m.exec((await proxy.command('clients')).split('\n').find((line) => line.includes('Ana')) ?? '') ??
      []
    await proxy.command('revoke', client!)
    const reply = await linkState()
    expect(reply).toMatchObject({ ok: true, value: { state: 'not-paired' } })
  })
})
