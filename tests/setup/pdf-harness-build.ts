import { rm } from 'node:fs/promises'
import type { TestProject } from 'vitest/node'
import { buildHarness } from '../e2e/pdf/build-harness.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built harness page. */
    pdfHarness: string
  }
}

/** Before the tests: the harness page of the PDF tests, built once for all files. */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const folder = await buildHarness()
  provide('pdfHarness', folder)
  return () => rm(folder, { recursive: true, force: true })
}
