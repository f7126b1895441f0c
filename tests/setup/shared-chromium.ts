import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { findChromium } from './find-chromium.ts'
import { withoutUnusedFeatures } from './unused-features.ts'

const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(),
    headless: true,
    chromiumSandbox: false,
    args: [
      '--no-first-run',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      withoutUnusedFeatures,
      '--host-resolver-rules=MAP *.hubsoft.com.br 127.0.0.1',
    ],
  })

let running: Browser | undefined

/** A plain Chromium without the extension: one for all test files of a process, with which it ends. A new one where it has died. */
export const sharedChromium = async (): Promise<Browser> => {
  if (!running?.isConnected()) running = await launch()
  return running
}
