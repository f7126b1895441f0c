import { statSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { allowSite } from '../e2e/allow-site.ts'
import { launchExtension } from '../e2e/launch-extension.ts'
import { tracePage } from './page-trace.ts'
import type { PageTrace } from './page-trace.ts'
import { startStormPage } from './storm-page.ts'

export interface PagesResult {
  /** Shares of one core, from 0 to 1: the content script's own, and the main thread's of the page with and without it. */
  cost: number
  withUs: number
  without: number
  /** Milliseconds of the thread: the most of one task that is the content script's, and the longest tasks of both pages. */
  longest: { own: number; withUs: number; without: number }
  bytes: number
}

const rounds = 3
const seconds = 10
const changesASecond = 1000
const most = { cost: 0.02, task: 50, bytes: 60_000 }
const script = 'dist/chrome-mv3/content-scripts/erp.js'
const panel = 'nada-consta-panel'
/** Our site, and one of the same ERP that nobody enabled: the same page without us. */
const hosts = { without: 'outra.hubsoft.com.br', withUs: 'empresa.hubsoft.com.br' }
type Side = keyof typeof hosts

const storm = (page: Page, duration: number): Promise<number> =>
  page.evaluate(
    ([lasting, perSecond]) =>
      (window as unknown as { storm(...given: number[]): Promise<number> }).storm(lasting!, perSecond!),
    [duration, changesASecond],
  )

const median = (values: number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`
const verdict = (isReached: boolean): string => (isReached ? 'yes' : 'NO')

const printResult = (
  print: (line: string) => void,
  { cost, withUs, without, longest, bytes }: PagesResult,
) => {
  print(
    `\nA page of 5,000 rows under ${changesASecond} changes a second (its main thread ${percent(withUs)} of a core, the same page without`,
  )
  print(
    `the extension ${percent(without)}; its longest task ${longest.withUs.toFixed(1)} ms, without ${longest.without.toFixed(1)} ms)`,
  )
  print(
    `  content script, of a core     ${percent(cost).padStart(12)}   to reach < ${percent(most.cost)}   ${verdict(cost < most.cost)}`,
  )
  print(
    `  its longest task              ${longest.own.toFixed(1).padStart(9)} ms   to reach ≤ ${most.task} ms   ${verdict(longest.own <= most.task)}`,
  )
  print(
    `  its size, minified         ${String(bytes).padStart(9)} bytes   to reach < ${most.bytes}   ${verdict(bytes < most.bytes)}`,
  )
}

/**
 * Measures what the built content script costs a page of five thousand rows under a storm of changes, beside the same page without it, and
 * prints both. A page with so many rows keeps its thread busy by drawing, so that the difference of two shares would tell how often it
 * drew: what is counted is the time in the content script's own calls, with every layout that they force.
 */
export const benchPages = async (print: (line: string) => void): Promise<PagesResult> => {
  const server = await startStormPage()
  const site = `http://${hosts.withUs}`
  const browser = await launchExtension({ hosts: ['*.hubsoft.com.br'], grant: [`${site}/*`] })
  try {
    await allowSite(browser, site)
    const traces: Record<Side, PageTrace[]> = { without: [], withUs: [] }
    // Both in turn, each in a new page, so that both see the same machine.
    for (let round = 0; round < rounds; round += 1) {
      for (const side of ['without', 'withUs'] as const) {
        const page = await browser.context.newPage()
        await page.goto(server.url(hosts[side]))
        if (side === 'withUs') await page.waitForSelector(panel, { state: 'attached' })
        // The page warms up, and whatever of ours would stand in it stands there.
        await storm(page, 2)
        const count = await page.locator(panel).count()
        if (count !== (side === 'withUs' ? 1 : 0)) throw new Error(`${count} panels in the page ${side}`)
        traces[side].push(await tracePage(page, () => storm(page, seconds)))
        await page.close()
      }
    }
    const shareOf = (used: number): number => used / (seconds * 1000)
    const result: PagesResult = {
      cost: median(traces.withUs.map(({ ofExtensions }) => shareOf(ofExtensions))),
      withUs: median(traces.withUs.map(({ all }) => shareOf(all))),
      without: median(traces.without.map(({ all }) => shareOf(all))),
      longest: {
        own: Math.max(...traces.withUs.map(({ longestOfExtensions }) => longestOfExtensions)),
        withUs: Math.max(...traces.withUs.map(({ longest }) => longest)),
        without: Math.max(...traces.without.map(({ longest }) => longest)),
      },
      bytes: statSync(script).size,
    }
    printResult(print, result)
    return result
  } finally {
    await browser.close()
    await server.close()
  }
}
