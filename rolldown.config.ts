import { mkdirSync, writeFileSync } from 'node:fs'
import { defineConfig } from 'rolldown'
import license from 'rollup-plugin-license'
import { licencesText } from './extension/build/third-party.ts'
import { holidaysTable } from './proxy/build/holidays-table.ts'

const folder = 'dist/proxy'

/** The proxy as one file; only the keychain's native module stays outside, and the sealed file stands in where it is missing. */
export default defineConfig({
  input: 'proxy/main.ts',
  platform: 'node',
  external: ['@napi-rs/keyring'],
  plugins: [
    holidaysTable(),
    license({
      thirdParty: {
        output: (libraries) => {
          mkdirSync(folder, { recursive: true })
          writeFileSync(`${folder}/THIRD-PARTY-LICENSES.txt`, licencesText(libraries))
        },
      },
    }),
  ],
  output: { file: `${folder}/nada-consta.mjs`, format: 'esm', banner: '#!/usr/bin/env node' },
})
