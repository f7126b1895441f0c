import { pathToFileURL } from 'node:url'
import { populateGlobal } from 'vitest/runtime'
import type { Environment } from 'vitest/runtime'
import { fastDomFile } from './fast-dom-bundle.ts'

/** Vitest's own environment `happy-dom`, from one file. */
export default {
  name: 'fast-dom',
  viteEnvironment: 'client',
  setup: async (global) => {
    const { GlobalWindow } = (await import(
      /* @vite-ignore */ pathToFileURL(fastDomFile).href
    )) as typeof import('happy-dom')
    const window = new GlobalWindow({
      console: global.console,
      url: 'http://localhost:3000',
      settings: { disableErrorCapturing: true },
    })
    const { keys, originals } = populateGlobal(global, window, {
      bindFunctions: true,
      additionalKeys: [
        'Request',
        'Response',
        'MessagePort',
        'fetch',
        'Headers',
        'AbortController',
        'AbortSignal',
        'URL',
        'URLSearchParams',
        'FormData',
      ],
    })
    return {
      teardown: async () => {
        await window.happyDOM.abort()
        window.close()
        for (const key of keys) delete global[key]
        for (const [key, original] of originals) Object.defineProperty(global, key, original)
      },
    }
  },
} satisfies Environment
