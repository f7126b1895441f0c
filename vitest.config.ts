import { resolve } from 'node:path'
import { preact } from '@preact/preset-vite'
import { configDefaults, defineConfig } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'
import { LongFilesFirst } from './tests/setup/long-files-first.ts'
import { hasOwnNetworks, ownNetworkPool } from './tests/setup/own-network-pool.ts'
import { inOwnDom, inOwnProcess } from './tests/setup/own-process.ts'

/** The extension knows three fixed ports: its browser files run several at a time where each can have a network of its own. */
const serviceFiles = hasOwnNetworks()
  ? { pool: ownNetworkPool(), sequence: { groupOrder: 2 } }
  : // After the others: a browser that has to share two cores with them misses its moments.
    { fileParallelism: false, sequence: { groupOrder: 3 } }

/** Searches all that the service writes, in every test that starts it, for secrets and documents (attack 33). */
const canary = ['tests/attacks/canary/setup.ts']

const nodeFiles = [
  'shared/**/*.test.ts',
  'proxy/**/*.test.ts',
  'tests/{simulators,attacks,cases,laws,properties}/**/*.test.ts',
]
const aloneInNode = inOwnProcess(nodeFiles)

/** What needs no DOM; a `.test.ts` that needs one says `@own-process`. */
const logicFiles = ['extension/**/*.test.ts', 'tests/erps/**/*.test.ts']
const aloneInExtension = inOwnProcess(logicFiles)

const domFiles = ['extension/**/*.test.tsx', ...aloneInExtension]
const aloneInDom = inOwnDom(domFiles)

const dom = {
  environment: './tests/setup/fast-dom.ts',
  globalSetup: './tests/setup/fast-dom-bundle.ts',
  sequence: { groupOrder: 1 },
}

export default defineConfig({
  test: {
    // One more than the default leaves it on a machine of two cores: most tests wait, for a disk, a process or a browser.
    maxWorkers: 2,
    sequence: { sequencer: LongFilesFirst },
    // Every file starts a process: it finds what Node has compiled before.
    env: { NODE_COMPILE_CACHE: resolve('node_modules/.cache/nada-consta/compiled') },
    projects: [
      {
        test: {
          name: 'node',
          include: nodeFiles,
          exclude: [...configDefaults.exclude, ...aloneInNode],
          environment: 'node',
          setupFiles: canary,
          // Each worker loads the service's modules once, not once for each file.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'node-alone',
          include: aloneInNode,
          environment: 'node',
          setupFiles: canary,
          sequence: { groupOrder: 1 },
        },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'extension-logic',
          include: logicFiles,
          exclude: [...configDefaults.exclude, ...aloneInExtension],
          environment: 'node',
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        plugins: [WxtVitest(), preact()],
        test: {
          ...dom,
          name: 'extension',
          include: domFiles,
          exclude: [...configDefaults.exclude, ...aloneInDom],
          setupFiles: ['tests/setup/fresh-page.ts'],
          isolate: false,
        },
      },
      {
        plugins: [WxtVitest(), preact()],
        test: { ...dom, name: 'extension-alone', include: aloneInDom },
      },
      {
        // Real processes that are killed and start again, many at a time: apart from the tests that count milliseconds.
        test: {
          name: 'crash',
          include: ['tests/{crash,package}/**/*.test.ts'],
          environment: 'node',
          setupFiles: canary,
          sequence: { groupOrder: 2 },
          testTimeout: 90_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Real browsers without the service: several at a time.
        test: {
          name: 'pages',
          include: ['tests/e2e/{pdf,hubsoft-pages}/**/*.test.ts'],
          environment: 'node',
          globalSetup: './tests/setup/pdf-harness-build.ts',
          // Each worker starts one browser, not one for each file.
          isolate: false,
          sequence: { groupOrder: 2 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'erp',
          include: ['tests/e2e/erp/**/*.test.ts'],
          environment: 'node',
          sequence: { groupOrder: 2 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...serviceFiles,
          name: 'browser',
          include: ['tests/e2e/*.test.ts'],
          environment: 'node',
          setupFiles: canary,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
