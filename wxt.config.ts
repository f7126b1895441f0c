import { preact } from '@preact/preset-vite'
import { defineConfig } from 'wxt'
import { stripRemoteCode } from './extension/pdf/strip-remote-code.ts'
import { optionalHostPatterns } from './extension/erps/registry.ts'

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  modulesDir: 'extension/modules',
  outDir: 'dist',
  imports: false,
  manifestVersion: 3,
  vite: () => ({ plugins: [preact(), stripRemoteCode()] }),
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
        gecko: { id: 'nada-consta@nada-consta.example', strict_min_version: '128.0' },
      },
    }),
  }),
})
