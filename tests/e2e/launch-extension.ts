import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import type { BrowserContext, Page, Worker } from 'playwright-core'
import { watchText } from '../attacks/canary/watch.ts'
import { findChromium } from '../setup/find-chromium.ts'

const built = resolve('dist/chrome-mv3')

interface LaunchOptions {
  /** Another unpacked extension than the built one. */
  folder?: string
  /** Host patterns that lead to 127.0.0.1 instead of the world, e.g. `*.hubsoft.com.br`. */
  hosts?: string[]
  /** Match patterns that a person has once allowed, so that `permissions.request` answers without its window. */
  grant?: string[]
  headless?: boolean
  dark?: boolean
  /** Pages that were left are kept, as a person's browser does and an automated one does not. */
  backForwardCache?: boolean
  /** Further switches of the browser. */
  args?: string[]
}

export interface ExtensionBrowser {
  context: BrowserContext
  /** The extension's id, which follows from the folder of the build. */
  id: string
  /** Opens one of the extension's own pages, e.g. `options.html`. */
  page(path: string): Promise<Page>
  /** The background; a new object after the browser has stopped and woken it. */
  worker(): Promise<Worker>
  /** Closes the browser and erases its profile. */
  close(): Promise<void>
}

const switches = (build: string, hosts: string[]): string[] => [
  '--no-first-run',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-features=Translate,MediaRouter,OptimizationHints,SpareRendererForSitePerProcess,WebUIOmniboxPopup,WebUIOmniboxAimPopup',
  // Without it the "no sandbox" bar moves the page while a test aims at it.
  '--test-type',
  '--enable-unsafe-extension-debugging',
  `--disable-extensions-except=${build}`,
  `--load-extension=${build}`,
  ...(hosts.length > 0
    ? [`--host-resolver-rules=${hosts.map((host) => `MAP ${host} 127.0.0.1`).join(', ')}`]
    : []),
]

const start = async (profile: string, options: LaunchOptions): Promise<BrowserContext> => {
  const build = options.folder ?? built
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    headless: options.headless ?? true,
    chromiumSandbox: false,
    // A real window keeps its own size: an emulated one is not where the screen shows it.
    viewport: options.headless === false ? null : { width: 1366, height: 768 },
    locale: 'pt-BR',
    colorScheme: options.dark ? 'dark' : 'light',
    ignoreDefaultArgs: [
      '--disable-extensions',
      ...(options.backForwardCache ? ['--disable-back-forward-cache'] : []),
    ],
    args: [...switches(build, options.hosts ?? []), ...(options.args ?? [])],
  })
  await ensureLoaded(context, build)
  return context
}

const workerOf = async (context: BrowserContext): Promise<Worker> =>
  context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))

/** Loads the extension over the one that runs, as an update does: what it stored and was allowed stays. */
export const reloadExtension = async (context: BrowserContext, build = built): Promise<void> => {
  const session = await context.browser()!.newBrowserCDPSession()
  await session.send('Extensions.loadUnpacked', { path: build })
}

/** Chrome itself no longer takes `--load-extension`; it takes this command of the debugging pipe instead. */
const ensureLoaded = async (context: BrowserContext, build: string): Promise<void> => {
  if (context.serviceWorkers().length > 0) return
  const loaded = await context.waitForEvent('serviceworker', { timeout: 5_000 }).catch(() => null)
  if (!loaded) await reloadExtension(context, build)
}

/** The extension's id, which the browser makes of the folder's name; on Windows it counts two bytes for a letter. */
const idOf = (folder: string): string =>
  createHash('sha256')
    .update(Buffer.from(folder, process.platform === 'win32' ? 'utf16le' : 'utf8'))
    .digest('hex')
    .slice(0, 32)
    .replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))

/**
 * Notes in a new profile what a person's click on "Allow" would note: automation cannot press the browser's own window. Where the
 * browser seals its profile (Chrome on Windows and macOS) it asks the person itself.
 */
const grantHosts = async (profile: string, build: string, patterns: string[]): Promise<void> => {
  const hosts = { explicit_host: patterns }
  const settings = { [idOf(build)]: { granted_permissions: hosts, runtime_granted_permissions: hosts } }
  await mkdir(join(profile, 'Default'))
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify({ extensions: { settings } }))
}

/** Starts Chromium with the built extension and an empty profile of its own. Needs `npm run build:chromium` before. */
export const launchExtension = async (options: LaunchOptions = {}): Promise<ExtensionBrowser> => {
  const profile = await mkdtemp(join(tmpdir(), 'nada-consta-browser-'))
  if (options.grant) await grantHosts(profile, options.folder ?? built, options.grant)
  const context = await start(profile, options)
  // What our own pages say there; a page of the ERP says what it likes.
  context.on('console', (message) => {
    if (message.location().url.startsWith('chrome-extension:'))
      watchText('the console of the browser', message.text())
  })
  const id = new URL((await workerOf(context)).url()).host
  return {
    context,
    id,
    page: async (path) => {
      const page = await context.newPage()
      await page.goto(`chrome-extension://${id}/${path}`)
      return page
    },
    worker: () => workerOf(context),
    close: async () => {
      await context.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
