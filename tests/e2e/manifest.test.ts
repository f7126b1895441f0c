import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesOfZip, textOf, zipPath } from '../package/artefacts.ts'

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; frame-src 'self'; connect-src 'self' http://127.0.0.1:*; base-uri 'none'; form-action 'none'"

/** All that the extension may do. Whatever is added here is asked of every user: think before you follow a failing test. */
const whole = {
  manifest_version: 3,
  name: '__MSG_name__',
  description: '__MSG_description__',
  version: '1.0.0',
  default_locale: 'pt_BR',
  icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
  permissions: ['alarms', 'contextMenus', 'scripting', 'storage'],
  host_permissions: ['http://127.0.0.1/*'],
  optional_host_permissions: ['https://*.hubsoft.com.br/*', 'http://*.hubsoft.com.br/*'],
  content_security_policy: { extension_pages: policy },
  action: { default_title: 'Nada Consta', default_popup: 'popup.html' },
  options_ui: { open_in_tab: true, page: 'options.html' },
}

const manifest = (store: string): unknown => JSON.parse(textOf(filesOfZip(zipPath(store)), 'manifest.json'))

describe('attack 30 · the manifest, whole: any growth fails', () => {
  test.each(['chrome', 'edge'])('%s', (store) => {
    expect(manifest(store)).toEqual({ ...whole, background: { service_worker: 'background.js' } })
  })

  test('firefox', () => {
    expect(manifest('firefox')).toEqual({
      ...whole,
      background: { scripts: ['background.js'] },
      browser_specific_settings: {
        gecko: {
          id: 'nada-consta@nada-consta.example',
          strict_min_version: '142.0',
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
    })
  })
})

describe('G61 · what runs in an ERP page cannot speak to the service', () => {
  const folder = join('dist', 'chrome-mv3', 'content-scripts')
  const scripts = readdirSync(folder).map((name) => ({
    name,
    text: readFileSync(join(folder, name), 'utf8'),
  }))

  test('there is one content script', () => expect(scripts.map(({ name }) => name)).toEqual(['erp.js']))

  test.each(scripts)('$name names no address of this computer and opens no connection', ({ text }) => {
    expect(text).not.toMatch(/127\.0\.0\.1|localhost|\[::1\]/)
    expect(text).not.toMatch(/\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts/)
  })

  test.each(scripts)('$name stays small: it is loaded into every ERP page', ({ text }) => {
    expect(text.length).toBeLessThan(60_000)
  })

  test.each(scripts)('$name reads no storage of the page, where the ERP keeps its session', ({ text }) => {
    expect(text).not.toMatch(/localStorage|sessionStorage|document\.cookie|\.scope\(\)/)
  })
})
