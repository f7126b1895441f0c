import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { preact } from '@preact/preset-vite'
import { build } from 'vite'
import { noCodeFromText } from '../../../extension/build/no-code-from-text.ts'
import { stripRemoteCode } from '../../../extension/pdf/strip-remote-code.ts'

const root = fileURLToPath(new URL('page', import.meta.url))

/** Builds the harness page as the extension is built, into a new folder under the system's temporary one. */
export const buildHarness = async (): Promise<string> => {
  const outDir = await mkdtemp(join(tmpdir(), 'nada-consta-pdf-'))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [preact(), stripRemoteCode(), noCodeFromText()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      rollupOptions: { input: join(root, 'harness.html') },
    },
  })
  return outDir
}
