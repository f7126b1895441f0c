import { describe, expect, test } from 'vitest'
import type { Browser } from 'webextension-polyfill'
import { texts } from '../../../shared/locales/texts.ts'
import { apiHost, panelHost } from '../../simulators/hubsoft-pages/hosts.ts'
import { sessionToken } from '../../simulators/hubsoft-pages/session-token.ts'
import type { Switches } from '../../simulators/hubsoft-pages/switches.ts'
import { panelTag } from '../erp-panel.ts'
import type { PageWindow } from '../hubsoft-pages/pages-in-browser.ts'
import { recordPath, site } from './erp-bench.ts'
import type { ErpBench } from './erp-bench.ts'

const words = texts('pt-BR').erp.panel
const cpf = '731.640.258-07'

interface ExtensionPage {
  chrome: Browser
}

/** What is around the panel: the page’s policies and styles, frames, other sites, the extension’s own updates. */
export const surroundings = (bench: ErpBench): void => {
  describe('a page as it is', () => {
    test('behaviour 14 · the panel never reads the page’s session, and the session goes to the API alone', async () => {
      const { tab, pages } = bench
      await tab.open(recordPath)
      await tab.panel.shows(cpf)
      expect(await tab.inPage(() => (window as unknown as PageWindow).__jwtReads)).toBe(0)
      const carrying = pages.requests.filter((request) => JSON.stringify(request).includes(sessionToken))
      expect(new Set(carrying.map(({ host }) => host))).toEqual(new Set([`${apiHost}:${pages.port}`]))
    })

    test('G61 · G62 · the panel is no frame, and the page asks nothing of this computer', async () => {
      const { tab, pages } = bench
      expect(await tab.inPage(() => document.querySelectorAll('iframe').length)).toBe(0)
      const asked = await tab.inPage(() =>
        performance.getEntriesByType('resource').map(({ name }) => new URL(name).host),
      )
      expect(new Set(asked)).toEqual(new Set([panelHost, apiHost].map((host) => `${host}:${pages.port}`)))
    })

    test('attack 26 · scripts of the page see nothing of its inside and press nothing', async () => {
      const { tab, browser } = bench
      const found = await tab.inPage((tag) => {
        const element = document.querySelector<HTMLElement>(tag)!
        const { left, top, width, height } = element.getBoundingClientRect()
        for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) {
          for (let y = top; y < top + height; y += 8) {
            for (let x = left; x < left + width; x += 16) {
              const target = document.elementFromPoint(x, y) ?? element
              target.dispatchEvent(
                new MouseEvent(type, { bubbles: true, composed: true, clientX: x, clientY: y }),
              )
            }
          }
        }
        element.click()
        element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }))
        return { root: element.shadowRoot, text: element.textContent, html: element.outerHTML }
      }, panelTag)
      expect(found).toMatchObject({ root: null, text: '' })
      expect(found.html).not.toMatch(/731\.?640/)
      await tab.panel.shows(cpf)
      expect(await tab.panel.text()).not.toContain(words.opening)
      // One tab, and that is the one of the person's press.
      await browser.opened(() => tab.panel.press(words.query))
    })

    test('G29 · a selection in a field of the page', async () => {
      const { tab, browser } = bench
      await tab.inPage((text) => {
        // The mask of the document's own field takes a selection away when the field gets the focus.
        const field = document.querySelector<HTMLInputElement>('input[name="rg"]')!
        field.value = text
        field.focus()
        field.select()
      }, cpf)
      const told = await browser.inExtension(
        (wanted) =>
          new Promise<string>((resolve) => {
            const { session } = (globalThis as unknown as ExtensionPage).chrome.storage
            const look = async (isLast: boolean) => {
              const { selection } = await session.get('selection')
              const text = (selection as { text: string } | undefined)?.text ?? ''
              if (isLast || text === wanted) resolve(text)
            }
            session.onChanged.addListener(() => void look(false))
            setTimeout(() => void look(true), 10_000)
            void look(false)
          }),
        cpf,
      )
      expect(told).toBe(cpf)
    })

    test('behaviour 19 · at 200 % the panel fits, all of it can be reached, and nothing moves by itself', async () => {
      const { tab } = bench
      await tab.resize(683, 384, 2)
      const { box, isReached, moving } = (await tab.panel.inside((root) => {
        const last = [...root.querySelectorAll('button')].at(-1)!
        last.scrollIntoView()
        const { left, top, right, bottom } = root.host.getBoundingClientRect()
        const end = last.getBoundingClientRect()
        const styles = [...root.querySelectorAll('*')].map((element) => getComputedStyle(element))
        return {
          box: { left, top, right, bottom },
          isReached: root.elementFromPoint(end.x + end.width / 2, end.y + end.height / 2) === last,
          moving: styles.filter(
            (style) => style.animationName !== 'none' || !/^0s(, 0s)*$/.test(style.transitionDuration),
          ).length,
        }
      }))!
      expect(box.left).toBeGreaterThanOrEqual(0)
      expect(box.top).toBeGreaterThanOrEqual(0)
      expect(box.right).toBeLessThanOrEqual(683)
      expect(box.bottom).toBeLessThanOrEqual(384)
      expect(isReached).toBe(true)
      expect(moving).toBe(0)
      await tab.resize(1366, 768)
    })

    test('G63 · the permission for the site is withdrawn: nothing of ours in its pages; given again: in those that are open, too', async () => {
      const { tab, browser } = bench
      await browser.inExtension(async (origin) => {
        const { chrome } = globalThis as unknown as ExtensionPage
        await chrome.permissions.remove({ origins: [`${origin}/*`] })
      }, site)
      await tab.open(recordPath)
      await tab.until(() => document.querySelector('hubsoft-cliente-cabecalho h2'))
      expect(await tab.panel.count()).toBe(0)
      await browser.allow()
      await tab.panel.shows(cpf)
    })
  })

  const styles: Switches[] = [
    { csp: 'style', rem: '62.5%' },
    { csp: 'strict', rem: '24px', css: 'hostile', uppercase: 'on' },
  ]
  test.each(styles)(
    'behaviour 13 · behaviour 19 · G68 · the page’s policy and styles do not reach the panel: %j',
    async (switches) => {
      const { tab } = bench
      await tab.open(recordPath, switches)
      await tab.panel.shows(cpf)
      for (const name of [words.query, words.type]) {
        const { height, style } = await tab.panel.look(name)
        expect(height).toBeGreaterThanOrEqual(28)
        expect(style).toMatchObject({
          'font-size': '13px',
          display: 'block',
          'box-sizing': 'border-box',
          'text-transform': 'none',
        })
      }
      expect((await tab.panel.look(words.query)).style['background-color']).toBe('rgb(11, 93, 59)')
    },
  )

  test('G66 · frames: one panel, one tab per press', async () => {
    const { tab, browser } = bench
    await tab.open(recordPath, { frames: 'on' })
    await tab.panel.shows(cpf)
    const counts = await tab.inPage(async (tag) => {
      const frames = [...document.querySelectorAll('iframe')]
      return [document, ...frames.map((frame) => frame.contentDocument!)].map(
        (page) => page.querySelectorAll(tag).length,
      )
    }, panelTag)
    expect(counts).toEqual([1, 0, 0, 0, 0])
    await browser.opened(() => tab.panel.press(words.query))
  })

  describe('the portal of the provider’s customers, and the ERP elsewhere', () => {
    test('in the portal there is nothing of ours', async () => {
      const { tab, pages } = bench
      await tab.visit(pages.centralUrl('/'))
      expect(await tab.panel.count()).toBe(0)
    })

    test('outside a record there is a small button, which opens', async () => {
      const { tab } = bench
      await tab.open('/dashboard')
      await tab.panel.shows(words.title)
      expect(await tab.panel.buttons()).toEqual([words.open])
      await tab.panel.press(words.open)
      await tab.panel.shows(words.elsewhere)
    })
  })

  describe('behaviour 17 · the script comes twice', () => {
    const hosts = (index: number) =>
      bench.tab.inPage(
        ({ tag, at }) => {
          const kept = ((window as unknown as { hosts?: Element[] }).hosts ??= [])
          kept[at] = document.querySelector(tag)!
          return kept.map((host) => host.isConnected)
        },
        { tag: panelTag, at: index },
      )

    test('G60 · ours again, and another extension’s start: the newest of ours stays, alone, and works', async () => {
      const { tab, browser } = bench
      await tab.open(recordPath)
      await tab.panel.shows(cpf)
      await hosts(0)
      await tab.inPage(() => {
        const detail = { contentScriptName: 'erp', messageId: 'x' }
        const name = 'wxt:content-script-started'
        for (const event of [name, `another-extension:erp:${name}`])
          document.dispatchEvent(new CustomEvent(event, { detail }))
        window.postMessage({ type: name, ...detail }, '*')
      })
      expect(await tab.panel.count()).toBe(1)
      await browser.allow()
      await tab.panel.shows(cpf)
      expect(await hosts(1)).toEqual([false, true])
      expect(await tab.panel.count()).toBe(1)
      await browser.opened(() => tab.panel.press(words.query))
      await tab.panel.shows(words.opened)
    })

    test.runIf(bench.name === 'Chromium')(
      'G59 · the extension is reloaded under an open record: the script of before says F5, and opens nothing',
      async () => {
        const { tab, browser, go } = bench
        await browser.reloadExtension()
        // The panel may have noticed by itself, and have no such button any more.
        await tab.panel.press(words.query).catch(() => undefined)
        await tab.panel.shows(words.updated)
        await go(11944)
        await tab.panel.shows(words.updated)
        expect(await tab.panel.buttons()).toEqual([words.close])
        expect(tab.complaints()).toEqual([])
        await go(11943)
      },
    )

    test('G59 · the script of the new version takes the place of the old, which Firefox has ended without a word', async () => {
      const { tab, browser, name } = bench
      await (name === 'Chromium' ? browser.allow() : browser.reloadExtension())
      await tab.until(() => !(window as unknown as { hosts: Element[] }).hosts[1]!.isConnected)
      await tab.panel.shows(cpf)
      expect(await hosts(2)).toEqual([false, false, true])
      expect(await tab.panel.count()).toBe(1)
      await browser.opened(() => tab.panel.press(words.query))
      expect(tab.complaints()).toEqual([])
    })
  })
}
