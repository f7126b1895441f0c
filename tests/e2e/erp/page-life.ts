import { describe, expect, test } from 'vitest'
import { texts } from '../../../shared/locales/texts.ts'
import { panelTag } from '../erp-panel.ts'
import type { PageWindow } from '../hubsoft-pages/pages-in-browser.ts'
import { recordPath } from './erp-bench.ts'
import type { ErpBench } from './erp-bench.ts'

const words = texts('pt-BR').erp.panel
const cpf = '731.640.258-07'

type Watched = PageWindow & {
  watched: { counts: Set<number>; hosts: Set<Element | null>; late: boolean[] }
}

interface Angular {
  element(of: Element): { injector(): { get(name: '$http'): { pendingRequests: unknown[] } } }
}

/** What an ERP page does while the panel stands in it. */
export const pageLife = (bench: ErpBench): void => {
  /**
   * Notes from now on how many panels the page holds, which, and whether it was back before a timer of the page that was set when it
   * went: on a busy machine both wait for the same thread.
   */
  const watchPanels = () =>
    bench.tab.inPage((tag) => {
      const watched: Watched['watched'] = { counts: new Set(), hosts: new Set(), late: [] }
      Object.assign(window, { watched })
      let timer = 0
      let isLate = false
      const look = () => {
        const found = document.querySelectorAll(tag)
        watched.counts.add(found.length)
        watched.hosts.add(found[0] ?? null)
        if (found.length === 0)
          timer ||= window.setTimeout(() => {
            isLate = true
          }, 300)
        else if (timer) {
          watched.late.push(isLate)
          clearTimeout(timer)
          timer = 0
          isLate = false
        }
      }
      look()
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true })
    }, panelTag)
  const seen = () =>
    bench.tab.inPage(() => {
      const { counts, hosts, late } = (window as unknown as Watched).watched
      return { counts: [...counts].toSorted((one, other) => one - other), hosts: hosts.size, late }
    })

  test('behaviour 2 · all rows of the grid are made anew, again and again: the panel is the same one', async () => {
    const { tab } = bench
    await tab.open('/cliente/editar/11943/financeiro#faturas', { churn: 200 })
    await tab.panel.shows(cpf)
    await watchPanels()
    await tab.until(async () => {
      const row = () => document.querySelector('hubsoft-cliente-financeiro-fatura tbody tr')
      for (let churns = 0; churns < 3; churns += 1) {
        const old = row()
        while (row() === old) await new Promise(requestAnimationFrame)
      }
      return true
    })
    expect(await seen()).toEqual({ counts: [1], hosts: 1, late: [] })
    await tab.panel.shows(cpf)
  })

  describe('an ERP that rebuilds itself', () => {
    test('behaviour 3 · behaviour 6 · G65 · twenty headers swapped in one task under a storm of changes, then no anchor: always the same one panel', async () => {
      const { tab } = bench
      await tab.open(recordPath, {
        swap: 'same-task',
        swaps: 20,
        swapEvery: 100,
        anchor: 'gone-after-swaps',
        toasts: 20,
        clock: 'on',
      })
      await tab.panel.shows(cpf)
      await watchPanels()
      await tab.inPage(() => {
        const noise = document.body.appendChild(document.createElement('hs-noise'))
        const make = () => {
          for (let made = 0; made < 5; made += 1) noise.replaceChildren(document.createElement('i'))
          if (document.querySelector('#content:not(.ng-leave) [aria-label="Consulta de Crédito"]'))
            setTimeout(make, 5)
          else noise.remove()
        }
        make()
      })
      await tab.until(() => document.querySelector('hs-noise') === null)
      expect(await seen()).toEqual({ counts: [1], hosts: 1, late: [] })
      await tab.panel.shows(cpf)
    })

    test('behaviour 3 · a header swapped in two tasks', async () => {
      const { tab } = bench
      const swapped = tab.inPage(
        () =>
          new Promise<void>((resolve) => {
            const header = () => document.querySelector('#content hubsoft-cliente-cabecalho')
            const old = header()
            const look = () => {
              if (header() && header() !== old) resolve()
              else requestAnimationFrame(look)
            }
            ;(window as unknown as PageWindow).hubsoftPages.swapHeader('two-tasks')
            look()
          }),
      )
      await swapped
      await tab.panel.shows(cpf)
      expect(await seen()).toEqual({ counts: [1], hosts: 1, late: [] })
    })

    test('behaviour 4 · the whole view is made anew', async () => {
      const { tab } = bench
      await tab.inPage(() => {
        document.querySelector('#cliente-editar')!.id = 'old'
        ;(window as unknown as PageWindow).hubsoftPages.reloadView()
      })
      await tab.until(() => !document.querySelector('#old') && document.querySelector('#cliente-editar h2'))
      await tab.panel.shows(cpf)
      expect(await seen()).toEqual({ counts: [1], hosts: 1, late: [] })
    })

    test('behaviour 4 · G65 · a page that removes strangers: back within 300 ms, once, each time', async () => {
      const { tab } = bench
      for (const time of [1, 2, 3]) {
        expect(await tab.inPage(() => (window as unknown as PageWindow).hubsoftPages.nuke())).toContain(
          panelTag,
        )
        await tab.until((times) => (window as unknown as Watched).watched.late.length === times, time)
      }
      const { counts, late } = await seen()
      expect(counts).toEqual([0, 1])
      expect(late).toEqual([false, false, false])
      await tab.panel.shows(cpf)
    })
  })

  describe('the ERP’s own dialog and keys', () => {
    const focused = () =>
      bench.tab.panel.inside((root) => root.activeElement?.ariaLabel ?? root.activeElement?.textContent ?? '')
    const dialogs = () => bench.tab.inPage(() => document.querySelectorAll('md-dialog').length)

    test('behaviour 5 · a dialog that must be seen first: the panel stands, is read, and does not move', async () => {
      const { tab } = bench
      await tab.open(recordPath, { alert: 'on', hotkeys: 'on' })
      await tab.until(() => document.querySelector('md-dialog.md-transition-in'))
      await tab.panel.shows(cpf)
      const host = await tab.inPage((tag) => {
        const { style, ariaHidden } = document.querySelector<HTMLElement>(tag)!
        return { position: style.position, ariaHidden }
      }, panelTag)
      expect(host).toEqual({ position: 'fixed', ariaHidden: null })
      const corner = await tab.panel.inside((root) => {
        const { right, bottom } = root.host.getBoundingClientRect()
        return [right, bottom].map(Math.round)
      })
      expect(corner).toEqual([1366 - 12, 768 - 12])
    })

    test('behaviour 12 · what is pressed and typed in the panel is no business of the page', async () => {
      const { tab } = bench
      await tab.until(() => document.activeElement?.closest('md-dialog'))
      await tab.inPage((tag) => {
        const heard: string[] = []
        Object.assign(window, { heard })
        for (const type of ['keydown', 'keyup', 'keypress', 'pointerdown', 'mousedown', 'click', 'focusin']) {
          document.addEventListener(type, ({ target }) => {
            if ((target as Element).localName === tag) heard.push(type)
          })
        }
      }, panelTag)
      await tab.panel.press(words.moving)
      expect(await focused()).toBe(words.moving)
      for (const key of ['a', 'q', 'Enter']) await tab.key(key)
      expect(await tab.inPage(() => (window as unknown as { heard: string[] }).heard)).toEqual([])
      expect(await tab.inPage(() => (window as unknown as PageWindow).hubsoftPages.hotkeys)).toEqual([])
      expect(await dialogs()).toBe(1)
    })

    test('behaviour 5 · Tab goes round in the panel: the dialog’s trap does not take the focus', async () => {
      const { tab } = bench
      const { length } = await tab.panel.buttons()
      await tab.key('Tab', 'Shift')
      expect(await focused()).toBe(words.type)
      await tab.key('Tab')
      expect(await focused()).toBe(words.moving)
      const stops = new Set<string>()
      for (let stop = 0; stop < length; stop += 1) {
        await tab.key('Tab')
        stops.add((await focused()) ?? '')
      }
      expect(stops.has('')).toBe(false)
      expect(stops.size).toBe(length)
    })

    test('behaviour 5 · Escape puts the panel away and leaves the dialog open; the next one is the dialog’s', async () => {
      const { tab } = bench
      await tab.key('Escape')
      await tab.panel.shows(new RegExp(`^${words.title}$`))
      expect(await dialogs()).toBe(1)
      expect(await tab.inPage(() => (window as unknown as PageWindow).hubsoftPages.hotkeys)).toEqual([])
      // Which of the two came into the page first decides which way the dialog lies.
      const isBefore = await tab.inPage(
        (tag) =>
          document.querySelector('md-dialog')!.compareDocumentPosition(document.querySelector(tag)!) ===
          Node.DOCUMENT_POSITION_FOLLOWING,
        panelTag,
      )
      await tab.key('Tab', isBefore ? 'Shift' : undefined)
      await tab.until(() => document.activeElement?.closest('md-dialog'))
      await tab.key('Escape')
      await tab.until(() => document.querySelector('md-dialog') === null)
      await tab.panel.press(words.open)
      await tab.panel.shows(cpf)
    })
  })

  describe('behaviour 18 · addresses', () => {
    test('a fragment alone, a slash at the end, a query: the same customer', async () => {
      const { tab, go } = bench
      await tab.open('/cliente/editar/11943/financeiro/?aba=1')
      await tab.panel.shows(cpf)
      for (const section of ['faturas', 'cobrancas']) {
        await go(11943, 'financeiro', section)
        await tab.until((hash) => location.hash === `#${hash}`, section)
        await tab.panel.shows(cpf)
      }
      await tab.travel(-1)
      await tab.until(() => location.hash === '#faturas')
      await tab.panel.shows(cpf)
      expect(await tab.panel.count()).toBe(1)
    })

    /** A request in flight, a picture included, keeps a page out of Firefox's cache. */
    const hasNothingInFlight = () =>
      bench.tab.until(() => {
        const { angular } = window as unknown as { angular: Angular }
        const { pendingRequests } = angular.element(document.body).injector().get('$http')
        const { readyState, images } = document
        return (
          readyState === 'complete' &&
          pendingRequests.length === 0 &&
          [...images].every(({ complete }) => complete) &&
          document.querySelector('hubsoft-cliente-financeiro-fatura tbody tr')
        )
      })

    test('a page that the browser kept while another was shown', async () => {
      const { tab, pages } = bench
      const leaveAndReturn = async () => {
        await hasNothingInFlight()
        await tab.inPage(() => Object.assign(window, { isKept: true }))
        await tab.visit(pages.centralUrl('/'))
        expect(await tab.panel.count()).toBe(0)
        await tab.travel(-1)
        await tab.until(() => location.hash === '#faturas')
        await tab.panel.shows(cpf)
        expect(await tab.panel.count()).toBe(1)
        return tab.inPage(() => 'isKept' in window)
      }
      // Whether it keeps a page is the browser's choice; a page of which something of ours stands in the way it never keeps.
      let isKept = false
      for (let time = 0; time < 4 && !isKept; time += 1) isKept = await leaveAndReturn()
      expect(isKept).toBe(true)
    })

    test('back and forward between customers', async () => {
      const { tab, go } = bench
      await go(11944)
      await tab.panel.shows('907.315.826-59')
      await tab.travel(-1)
      await tab.panel.shows(cpf)
      await tab.travel(1)
      await tab.panel.shows('907.315.826-59')
      expect(await tab.panel.text()).not.toContain(cpf)
    })

    test('a change that the page takes back, and an address that leaves the page where it is: the customer stays', async () => {
      const { tab, pages } = bench
      await tab.inPage(() => {
        const refuse = (event: Event) => event.preventDefault()
        const { navigation } = window as unknown as { navigation?: EventTarget }
        navigation?.addEventListener('navigate', refuse, { once: true })
        if (navigation) history.pushState(null, '', '/dashboard')
        location.href = '/boleto'
      })
      await expect.poll(() => pages.requests.some(({ path }) => path === '/boleto')).toBe(true)
      expect(await tab.panel.text()).toContain('907.315.826-59')
    })
  })

  test('behaviour 15 · the session ends: the panel is gone, and with it what it showed', async () => {
    const { tab, go } = bench
    await tab.inPage(() => (window as unknown as PageWindow).hubsoftPages.expireSession())
    await go(11944, 'financeiro')
    await tab.until(() => location.pathname === '/login')
    expect(await tab.panel.count()).toBe(0)
  })
}
