import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const onPath = (name: string): string | undefined => {
  try {
    const finder = process.platform === 'win32' ? 'where' : 'which'
    return execFileSync(finder, [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split(
      /\r?\n/,
    )[0]
  } catch {
    return undefined
  }
}

const windowsFolders = [
  process.env['PROGRAMFILES'],
  process.env['PROGRAMFILES(X86)'],
  process.env['LOCALAPPDATA'],
]

/** Where each system keeps a Chromium-based browser; Chromium first, since it takes an unpacked extension without ado. */
const candidates = (): (string | undefined)[] => [
  process.env['CHROME_PATH'],
  ...['chromium', 'chromium-browser'].map(onPath),
  chromium.executablePath(),
  ...['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'].map(onPath),
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...windowsFolders.flatMap((folder) =>
    folder === undefined
      ? []
      : [
          'Chromium/Application/chrome.exe',
          'Google/Chrome/Application/chrome.exe',
          'Microsoft/Edge/Application/msedge.exe',
        ].map((path) => join(folder, path)),
  ),
]

/** The browser that tests and demo use, or `undefined` where none is installed. `CHROME_PATH` decides when it is set. */
export const lookForChromium = (): string | undefined =>
  candidates().find((path) => path !== undefined && path !== '' && existsSync(path))

/** As `lookForChromium`, for those who cannot go on without. */
export const findChromium = (): string => {
  const path = lookForChromium()
  if (path === undefined)
    throw new Error('No Chromium, Chrome or Edge found: run "npm run setup" or set CHROME_PATH.')
  return path
}
