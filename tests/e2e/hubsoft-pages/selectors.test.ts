import { describe, expect, test } from 'vitest'
import {
  patternExpectations,
  selectorExpectations,
} from '../../../extension/erps/hubsoft/selectors.expectations.ts'
import * as hooks from '../../../extension/erps/hubsoft/selectors.ts'
import { switchTable } from '../../simulators/hubsoft-pages/switches.ts'
import type { Switches } from '../../simulators/hubsoft-pages/switches.ts'
import { pagesInBrowser } from './pages-in-browser.ts'

const { open, page, shown } = pagesInBrowser()
const { selectors } = hooks

type Hook = keyof typeof selectors

/** The full way to a hook: the hooks around it first. */
const wayTo = (hook: Hook): string => {
  const { inside } = selectorExpectations[hook]
  // A selector list needs its context in each of its parts.
  return inside ? `:is(${wayTo(inside)}) :is(${selectors[hook]})` : selectors[hook]
}

const wishes = (Object.keys(selectors) as Hook[]).flatMap((hook) =>
  selectorExpectations[hook].finds.map(({ path, switches = {}, press = '', least, most }) => ({
    page: JSON.stringify([path, switches, press]),
    hook,
    least,
    most,
  })),
)

/** Each page is loaded once, for all hooks that are looked for on it. */
const pages = [...Map.groupBy(wishes, ({ page: name }) => name)]

describe('each selector finds on the test pages what it is there for', () => {
  test.each(pages)('%s', async (name, expected) => {
    const [path, switches, press] = JSON.parse(name) as [string, Switches, string]
    expect(Object.keys(switches).filter((one) => !(one in switchTable))).toEqual([])
    await open(path, switches)
    // The record's header comes last; a page without a record has a grid.
    await shown('#content:not(.ng-leave) :is(.header h2, table)')
    await page().waitForLoadState('networkidle')
    if (press !== '') await page().locator(`${selectors.view} ${press}`).first().click()
    for (const { hook, least, most } of expected) {
      const count = () => page().locator(wayTo(hook)).count()
      await expect.poll(count, { message: `${hook}, at least` }).toBeGreaterThanOrEqual(least)
      expect(await count(), `${hook}, at most`).toBeLessThanOrEqual(most)
    }
  })
})

describe('each pattern knows its words', () => {
  const patterns = Object.entries(hooks).filter(([, hook]) => hook instanceof RegExp) as [string, RegExp][]

  test('all of them', () => {
    expect(patterns.map(([name]) => name).toSorted()).toEqual(Object.keys(patternExpectations).toSorted())
  })

  test.each(patterns)('%s', (name, pattern) => {
    const { matches, not } = patternExpectations[name as keyof typeof patternExpectations]
    expect(matches.filter((text) => !pattern.test(text))).toEqual([])
    expect(not.filter((text) => pattern.test(text))).toEqual([])
  })
})

test('numbered ids and places among siblings are no hooks', () => {
  for (const selector of Object.values(selectors)) expect(selector).not.toMatch(/#input_|_\d|\bdiv\[|nth-/)
})
