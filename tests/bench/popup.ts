import type { Page } from 'playwright-core'
import { texts } from '../../shared/locales/texts.ts'
import { openCandidates, openPopup } from '../e2e/batch.ts'
import { addErpApi, headOffice, setUp } from '../e2e/journey.ts'
import { startWorld } from '../e2e/world.ts'
import { addDefaulters } from '../simulators/hubsoft-api/seed/defaulters.ts'

const { candidates } = texts('pt-BR')
const row = 'tr.candidate'

/** So many people give ten thousand candidates: some have a second service. */
const people = 9_160

interface Limit {
  what: string
  ms: number
  most: number
}

/** Notes, in every page that opens, when the first element of a kind was painted. */
const notePaint = (page: Page, selector: string): Promise<unknown> =>
  page.addInitScript((wanted) => {
    const look = (): void => {
      if (!document.querySelector(wanted)) return void requestAnimationFrame(look)
      // The frame that holds it has been painted when the next one begins.
      requestAnimationFrame(() => Object.assign(window, { paintedAt: performance.now() }))
    }
    requestAnimationFrame(look)
  }, selector)

/** Milliseconds from the address to the first paint of the noted kind, the middle one of several openings. */
const firstPaint = async (page: Page): Promise<number> => {
  const times: number[] = []
  for (let turn = 0; turn < 5; turn += 1) {
    await page.reload()
    await page.waitForFunction(() => 'paintedAt' in window)
    times.push(await page.evaluate(() => (window as unknown as { paintedAt: number }).paintedAt))
  }
  return times.toSorted((one, other) => one - other)[2]!
}

/** Milliseconds from an act of the person to the frame that shows what came of it. */
const untilPainted = (page: Page, selector: string, act: 'type' | 'press'): Promise<number> =>
  page.locator(selector).evaluate(
    (element, how) =>
      new Promise<number>((resolve) => {
        const begun = performance.now()
        if (how === 'press') (element as HTMLElement).click()
        else {
          Object.assign(element, { value: 'MARIA' })
          element.dispatchEvent(new Event('input', { bubbles: true }))
        }
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - begun)))
      }),
    act,
  )

/** The longest frame while a list is scrolled through, in milliseconds. */
const longestFrame = (page: Page, selector: string): Promise<number> =>
  page.evaluate(
    (inside) =>
      new Promise<number>((resolve) => {
        let list = document.querySelector(inside)?.parentElement ?? document.scrollingElement!
        while (list.parentElement && list.scrollHeight <= list.clientHeight) list = list.parentElement
        let last = performance.now()
        let longest = 0
        let frames = 0
        const step = (now: number): void => {
          longest = Math.max(longest, now - last)
          last = now
          frames += 1
          if (frames === 300) return resolve(longest)
          list.scrollTop += 700
          requestAnimationFrame(step)
        }
        requestAnimationFrame((now) => {
          last = now
          requestAnimationFrame(step)
        })
      }),
    selector,
  )

/** Measures the popup over ten thousand candidates, in the built extension against the simulators, and prints it beside its limits. */
export const benchPopup = async (print: (line: string) => void): Promise<void> => {
  const world = await startWorld()
  try {
    const { database } = world.hubsoft
    database.invoices.length = 0
    addDefaulters(database, people, { today: new Date().toISOString().slice(0, 10) })
    const set = await world.browser.page('options.html')
    await setUp(set, await world.proxy.pairingCode(), headOffice(world.connect.accounts[0]!))
    await addErpApi(set, world.hubsoft.url)
    await set.close()

    const page = await openPopup(world.browser)
    await notePaint(page, 'h1')
    const empty = await firstPaint(page)
    await openCandidates(page)
    const count = await page.locator('.candidate-table').getAttribute('aria-rowcount')
    const opened = await openPopup(world.browser)
    await notePaint(opened, row)
    const first = await firstPaint(opened)
    await opened.getByRole('button', { name: candidates.listing.again, exact: true }).waitFor()
    const scroll = await longestFrame(opened, row)
    const select = await untilPainted(opened, '.selection-line input[type=checkbox]', 'press')
    const filter = await untilPainted(opened, '.filter-search', 'type')
    const bare = await longestFrame(opened, 'body')

    const limits: Limit[] = [
      { what: 'first paint of rows', ms: first, most: 300 },
      { what: 'filter', ms: filter, most: 50 },
      { what: 'select all', ms: select, most: 50 },
      { what: 'longest frame while scrolling', ms: scroll, most: 50 },
    ]
    print(
      `\nPopup with ${count ?? '?'} candidates (the popup's own first paint without them: ${empty.toFixed(0)} ms;`,
    )
    print(`longest frame of a page that does not move: ${bare.toFixed(1)} ms)`)
    for (const { what, ms, most } of limits)
      print(
        `  ${what.padEnd(32)} ${ms.toFixed(1).padStart(8)} ms   to reach ${most} ms   ${ms <= most ? 'yes' : 'NO'}`,
      )
  } finally {
    await world.close()
  }
}
