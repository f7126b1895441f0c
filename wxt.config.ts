import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { preact } from '@preact/preset-vite'
import license from 'rollup-plugin-license'
import { defineConfig } from 'wxt'
import { noCodeFromText } from './extension/build/no-code-from-text.ts'
import { licencesText } from './extension/build/third-party.ts'
import type { Library } from './extension/build/third-party.ts'
import { stripRemoteCode } from './extension/pdf/strip-remote-code.ts'
import { optionalHostPatterns } from './extension/erps/registry.ts'

/** The font of the PDF is no package: its licence lies beside it. */
const font: Library = {
  name: 'DejaVu Sans',
  version: '2.37',
  license: 'Bitstream Vera',
  licenseText: readFileSync('extension/pdf/font/LICENSE', 'utf8'),
  noticeText: null,
}

/** One build of the extension is several of Vite's: the libraries of all of them. */
const libraries: Library[] = []

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  modulesDir: 'extension/modules',
  outDir: 'dist',
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [
      preact(),
      stripRemoteCode(),
      noCodeFromText(),
      license({ thirdParty: { output: (found) => void libraries.push(...found) } }),
    ],
  }),
  hooks: {
    'build:before': () => void libraries.splice(0, libraries.length, font),
    'build:done': ({ config }) =>
      writeFileSync(join(config.outDir, 'THIRD-PARTY-LICENSES.txt'), licencesText(libraries)),
  },
  // What a reviewer needs to build the extension, and nothing else.
  zip: {
    includeSources: [
      'README.md',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'wxt.config.ts',
      'extension/**',
      'shared/**',
    ],
  },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'pt_BR',
    permissions: ['alarms', 'contextMenus', 'scripting', 'storage'],
    host_permissions: ['http://127.0.0.1/*'],
    optional_host_permissions: optionalHostPatterns,
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; frame-src 'self'; connect-src 'self' http://127.0.0.1:*; base-uri 'none'; form-action 'none'",
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'nada-consta@nada-consta.example',
          // The first that asks for the consent below on every system.
          strict_min_version: '142.0',
          // What leaves the browser, if only for the service on the same computer: CPF, name, debts; the passwords that the
          // administrator types; the document that is highlighted in the ERP's page.
          data_collection_permissions: {
            required: [
              'personallyIdentifyingInfo',
              'financialAndPaymentInfo',
              'authenticationInfo',
              'websiteContent',
            ],
          },
        },
      },
    }),
  }),
})
