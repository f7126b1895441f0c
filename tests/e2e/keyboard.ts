import type { Locator, Page } from 'playwright-core'

/** More than any screen has stops. */
const mostStops = 150

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement)

/** Walks with the Tab key until the target has the focus, as somebody without a mouse does. */
export const reach = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor()
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await isFocused(target)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the Tab key never reached ${target.toString()}`)
}

/** Waits until the target may be pressed, reaches it and presses a key on it. */
export const pressOn = async (page: Page, target: Locator, key: 'Enter' | 'Space'): Promise<void> => {
  // A trial waits as a click would and does nothing.
  await target.click({ trial: true })
  await reach(page, target)
  await page.keyboard.press(key)
}

/** Chooses an option of a list with the arrow keys. */
export const chooseByArrows = async (page: Page, list: Locator, option: string): Promise<void> => {
  await reach(page, list)
  const chosen = () => list.evaluate((element: HTMLSelectElement) => element.selectedOptions[0]?.label ?? '')
  await page.keyboard.press('Home')
  while ((await chosen()) !== option) {
    const before = await chosen()
    await page.keyboard.press('ArrowDown')
    if ((await chosen()) === before) throw new Error(`no option “${option}” in ${list.toString()}`)
  }
}
