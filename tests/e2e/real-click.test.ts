import { spawn, execFileSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { maySkip } from '../setup/tools.ts'
import { highlight, openErp } from './journey.ts'
import { makeReady } from './make-ready.ts'
import { startWorld } from './world.ts'
import type { World } from './world.ts'

const cpf = '731.640.258-07'
const target = '#content:not(.ng-leave) hubsoft-cliente-cabecalho b'

/** A display of its own; Xvfb picks a free number and tells it. */
const startDisplay = async (): Promise<{ server: ChildProcess; display: string }> => {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x900x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [line] = (await once(createInterface({ input: server.stdout }), 'line')) as [string]
  return { server, display: `:${line}` }
}

const xdotool = (...words: string[]): string => execFileSync('xdotool', words, { encoding: 'utf8' })

/** The windows on the display's top level. */
const windows = (): string[] => xdotool('search', '--maxdepth', '1', '--onlyvisible', '.*').trim().split('\n')

/** The window's size stays the same over three frames: bars that move the page have come and gone. */
const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const memory = window as unknown as { heights?: number[] }
    memory.heights = [...(memory.heights ?? []), window.innerHeight].slice(-10)
    return memory.heights.length === 10 && new Set(memory.heights).size === 1
  })

describe.skipIf(maySkip('Xvfb') || maySkip('xdotool'))('a person’s own right click, under Xvfb', () => {
  let world: World
  let server: ChildProcess
  let previous: string | undefined

  beforeAll(async () => {
    const started = await startDisplay()
    server = started.server
    previous = process.env['DISPLAY']
    process.env['DISPLAY'] = started.display
    world = await startWorld({ headless: false })
    await makeReady(world, 'test')
    world.connect.ledger.clear()
  })
  afterAll(async () => {
    await world.close()
    server.kill()
    if (previous === undefined) delete process.env['DISPLAY']
    else process.env['DISPLAY'] = previous
  })

  test('the menu item stands there, names the document and opens the report tab', async () => {
    const erp = await openErp(world.context, world.pages.url('/cliente/editar/11943/cadastro'))
    await erp.bringToFront()
    await highlight(erp, target)
    await settled(erp)
    const box = (await erp.locator(target).first().boundingBox())!
    const origin = await erp.evaluate(() => ({ x: screenX, y: screenY + outerHeight - innerHeight }))
    const at = [origin.x + box.x + box.width / 2, origin.y + box.y + box.height / 2].map((n) =>
      String(Math.round(n)),
    )
    // X may take a key before the menu does, and another item answers: such a try proves nothing and is made again.
    const pressItem = async (): Promise<Page | null> => {
      const before = windows().length
      xdotool('mousemove', ...at, 'click', '3')
      // The menu is a window of its own.
      await expect.poll(() => windows().length).toBeGreaterThan(before)
      const opened = world.context.waitForEvent('page', { timeout: 5_000 }).catch(() => null)
      // The extension's item stands above "Inspect", the last one.
      xdotool('key', '--delay', '150', 'Up', 'Up', 'Return')
      const page = await opened
      await page?.waitForLoadState()
      if (page && new URL(page.url()).pathname === '/report.html') return page
      await page?.close()
      xdotool('key', 'Escape')
      await erp.bringToFront()
      await highlight(erp, target)
      return null
    }
    const tab = (await pressItem()) ?? (await pressItem()) ?? (await pressItem())
    if (!tab) throw new Error('the menu item opened no report tab in three tries')
    await tab.getByText(cpf).first().waitFor()
    expect(new URL(tab.url()).pathname).toBe('/report.html')
    expect(world.connect.ledger.of('consult')).toEqual([])
  })
})
