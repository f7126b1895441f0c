import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { rolldown } from 'rolldown'

const { version } = createRequire(import.meta.url)('happy-dom/package.json') as { version: string }

/** Where the DOM of the tests lies as one file. */
export const fastDomFile = resolve('node_modules/.cache/nada-consta', `happy-dom-${version}.mjs`)

/** Before the tests: happy-dom as one file. Its 600 modules, loaded for each test file anew, take longer than the tests. */
export default async (): Promise<void> => {
  if (existsSync(fastDomFile)) return
  const bundle = await rolldown({ input: 'happy-dom', platform: 'node' })
  // Two runs at a time must not read each other's half.
  const half = `${fastDomFile}.${process.pid}`
  await bundle.write({ file: half, format: 'esm', keepNames: true })
  await bundle.close()
  await rename(half, fastDomFile)
}
