import { createServer } from 'node:http'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeServer } from '../../proxy/server/close-server.ts'
import { listen } from '../../proxy/server/listen.ts'
import { everyOperation } from '../attacks/every-operation.ts'
import { chromeOrigin, testService } from '../attacks/test-service.ts'
import type { TestService } from '../attacks/test-service.ts'
import { findChromium } from '../setup/find-chromium.ts'
import { withoutUnusedFeatures } from '../setup/unused-features.ts'

const evil = 'evil.example'
/** A page whose web sockets fail is slowed down by the browser, from about the tenth on. */
const attacksOfPage = 8

interface Target {
  method: string
  address: string
  body: string
}

// The page knows none of this file's names: what it runs stands within.
// oxlint-disable unicorn/consistent-function-scoping
/** Runs in the page: everything by which a page can make its browser send a request. Answers what it could read of the answers. */
const attackFrom = async ({ method, address, body }: Target): Promise<string[]> => {
  const read: string[] = []
  const attempt = async (request: Promise<Response>): Promise<void> => {
    try {
      read.push(await (await request).text())
    } catch {
      // The browser let the page read nothing, as it should.
    }
  }
  const settled = (element: HTMLElement, address: string): Promise<void> =>
    new Promise((resolve) => {
      for (const event of ['load', 'error']) element.addEventListener(event, () => resolve(), { once: true })
      element.setAttribute('src', address)
      document.body.append(element)
    })
  const withBody = method === 'POST' ? { body } : {}
  await attempt(fetch(address, { method, ...withBody }))
  await attempt(fetch(address, { method, mode: 'no-cors', ...withBody }))
  await attempt(fetch(address, { method, credentials: 'include', ...withBody }))
  await attempt(
    fetch(address, {
      method,
      headers: { 'content-type': 'application/json', 'x-proxy-api': '1', 'x-nada-client': 'console' },
      ...withBody,
    }),
  )
  navigator.sendBeacon(address, body)
  for (const name of ['img', 'script', 'iframe', 'audio'])
    await settled(document.createElement(name), address)
  await new Promise<void>((resolve) => {
    const source = new EventSource(address)
    source.addEventListener('message', (event) => read.push(String(event.data)))
    source.addEventListener('error', () => {
      source.close()
      resolve()
    })
  })
  await new Promise<void>((resolve) => {
    const socket = new WebSocket(address.replace('http', 'ws'))
    socket.addEventListener('open', () => read.push('a web socket opened'))
    socket.addEventListener('close', () => resolve())
  })
  await new Promise<void>((resolve) => {
    const frame = document.createElement('iframe')
    frame.name = 'answer'
    document.body.append(frame)
    const form = document.createElement('form')
    Object.assign(form, { action: address, method: 'POST', enctype: 'text/plain', target: 'answer' })
    const field = document.createElement('input')
    // The classic: a form whose text is JSON.
    field.name = `${body.slice(0, -1)},"x":"`
    field.value = '"}'
    form.append(field)
    document.body.append(form)
    frame.addEventListener('load', () => resolve(), { once: true })
    form.submit()
  })
  document.body.replaceChildren()
  return read
}

// oxlint-enable unicorn/consistent-function-scoping

describe('attack 10 · a page of the web', () => {
  let service: TestService
  let port: number
  let browser: Browser
  let address: string
  let refused: number
  let commits: number
  /** How many requests came, by the path that they were meant for. */
  const arrived = new Map<string, number>()
  const closing: (() => Promise<void>)[] = []
  /** Pages that nobody uses now, with how often each may attack yet. A page for each attack would cost more than the attack. */
  const resting: { page: Page; left: number }[] = []

  const openPage = async (): Promise<Page> => {
    const page = await browser.newPage()
    await page.goto(address)
    return page
  }

  const attack = async (victim: Target): Promise<string[]> => {
    const { page, left } = resting.pop() ?? { page: await openPage(), left: attacksOfPage }
    const read = await page.evaluate(attackFrom, victim)
    if (left > 1) resting.push({ page, left: left - 1 })
    else await page.close()
    return read
  }

  beforeAll(async () => {
    service = await testService()
    const served = await service.serve()
    port = served.port
    served.server.on('request', ({ url = '' }: { url?: string }) => {
      const [path = ''] = url.split('?')
      arrived.set(path, (arrived.get(path) ?? 0) + 1)
    })
    closing.push(served.close)
    await service.pair(chromeOrigin('a'))
    await service.consoleClient({ port }).call('pairingOpen', {})
    arrived.clear()
    refused = service.refusals.total()
    commits = service.store.commits.length

    const site = createServer((_, response) => {
      response.setHeader('content-type', 'text/html')
      response.end('<!doctype html><title>evil</title><body></body>')
    })
    const sitePort = await listen(site, [0])
    closing.push(() => closeServer(site, 0))
    browser = await chromium.launch({
      executablePath: findChromium(),
      chromiumSandbox: false,
      // The page is on this machine too, so that the browser's own check of local addresses does not stand in for ours.
      args: [
        `--host-resolver-rules=MAP ${evil} 127.0.0.1`,
        '--disable-background-networking',
        '--disable-gpu',
        withoutUnusedFeatures,
        '--no-first-run',
      ],
    })
    address = `http://${evil}:${sitePort}/`
  })
  afterAll(async () => {
    await browser.close()
    for (const close of closing.splice(0)) await close()
  })

  test.concurrent.each(everyOperation)('$name', async ({ method, target }) => {
    const victim = { method, address: `http://127.0.0.1:${port}${target.path}`, body: target.body || '{}' }
    const read = await attack(victim)

    expect(read.filter((text) => text !== '')).toEqual([])
    expect(service.ran).toEqual([])
    expect(service.store.commits.length).toBe(commits)
    expect(service.clients.list()).toHaveLength(1)
    // Most of them did come through the browser.
    expect(arrived.get(new URL(victim.address).pathname)).toBeGreaterThanOrEqual(8)
  })

  test('each request that arrived was refused and counted', async () => {
    await browser.close()
    for (const close of closing.splice(0)) await close()
    const all = [...arrived.values()].reduce((sum, count) => sum + count, 0)
    expect(all).toBeGreaterThan(8 * everyOperation.length)
    expect(service.refusals.total() - refused).toBeGreaterThanOrEqual(all)
  })
})
