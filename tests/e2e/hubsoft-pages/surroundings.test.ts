import { describe, expect, test } from 'vitest'
import { sessionToken } from '../../simulators/hubsoft-pages/session-token.ts'
import { pagesInBrowser, recordPath } from './pages-in-browser.ts'

const { complaints, headerText, inPage, open, page, pages, shown } = pagesInBrowser()

describe('policies', () => {
  test.each(['style', 'strict'] as const)(
    'csp=%s: the page is whole, a foreign style is not applied',
    async (csp) => {
      await open('/cliente/editar/11943/financeiro', { csp, alert: 'on' })
      await shown('md-dialog')
      expect(complaints()).toEqual([])
      expect(
        await page().evaluate('getComputedStyle(document.querySelector("md-dialog")).backgroundColor'),
      ).toBe('rgb(255, 255, 255)')
      await page().evaluate(() => {
        document.body.insertAdjacentHTML('beforeend', '<style>body { outline: 3px solid red }</style>')
      })
      expect(await page().evaluate('getComputedStyle(document.body).outlineStyle')).toBe('none')
    },
  )

  test('csp=none: a foreign style is applied', async () => {
    await open(recordPath)
    await headerText()
    await page().evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<style>body { outline: 3px solid red }</style>')
    })
    expect(await page().evaluate('getComputedStyle(document.body).outlineStyle')).toBe('solid')
  })
})

describe('session', () => {
  test('the page itself is not counted; every other way to read the token is', async () => {
    await open(recordPath)
    await headerText()
    expect(await inPage((window) => window.__jwtReads)).toBe(0)
    const read = await page().evaluate(() => [
      localStorage.getItem('hubsoft_token'),
      localStorage['hubsoft_token'],
      Object.entries(localStorage).length > 0,
    ])
    expect(read.slice(0, 2)).toEqual([sessionToken, sessionToken])
    expect(await inPage((window) => window.__jwtReads)).toBeGreaterThanOrEqual(3)
  })

  test('the token goes to the API and nowhere else', async () => {
    const before = pages().requests.length
    await open(recordPath)
    await headerText()
    const carrying = pages()
      .requests.slice(before)
      .filter((request) => JSON.stringify(request).includes(sessionToken))
    expect(carrying.length).toBeGreaterThan(0)
    expect(new Set(carrying.map((request) => request.host))).toEqual(
      new Set([`api.empresa.hubsoft.com.br:${pages().port}`]),
    )
  })

  test('an expired session leads to the login, at once or in the middle', async () => {
    await open(recordPath, { session: 'expired' })
    await shown('input[name="email"]')
    await open(recordPath)
    await headerText()
    await inPage((window) => window.hubsoftPages.expireSession())
    await page().click('li.md-nav-item:has-text("Financeiro") button')
    await shown('input[name="email"]')
    expect(new URL(page().url()).pathname).toBe('/login')
  })
})

describe('looks', () => {
  test('rem, css and uppercase change the page', async () => {
    const fontSize = () => page().evaluate('getComputedStyle(document.documentElement).fontSize')
    await open(recordPath, { rem: '62.5%', uppercase: 'on' })
    await headerText()
    expect(await fontSize()).toBe('10px')
    expect(await page().innerText('li.md-nav-item >> nth=1')).toBe('SERVIÇOS')
    expect(await page().evaluate('getComputedStyle(document.body).textTransform')).toBe('uppercase')
    await open(recordPath, { rem: '24px', css: 'hostile' })
    await headerText()
    expect(await fontSize()).toBe('24px')
    await page().evaluate(() =>
      document.body.insertAdjacentHTML('beforeend', '<button id="strange">x</button>'),
    )
    expect(await page().isVisible('#strange')).toBe(false)
  })

  test('a narrow window folds the columns, and a text then stands twice', async () => {
    await page().setViewportSize({ width: 1024, height: 768 })
    await open('/cliente')
    await shown('table.dataTable.collapsed tbody tr')
    await page().click('tbody tr td.dtr-control >> nth=0')
    await shown('tr.child ul.dtr-details')
    await page().click('tr.child button[aria-label="Open menu with custom trigger"]')
    await shown('.md-active > md-menu-content button:has-text("Financeiro")')
    expect(await page().locator('td:has-text("Lavras")').count()).toBeGreaterThan(1)
    expect(complaints()).toEqual([])
  })

  test('frames: the record stays in the top document alone', async () => {
    await open(recordPath, { frames: 'on' })
    await headerText()
    await page().waitForFunction(() => window.frames.length === 4)
    expect(page().frames().length).toBe(5)
    expect(await page().locator('iframe').count()).toBe(4)
  })

  test('hotkeys: a letter outside the fields is heard, one in a field is not, one behind a foreign shadow root is', async () => {
    await open(recordPath, { hotkeys: 'on' })
    await headerText()
    await page().keyboard.press('q')
    await page().fill('input[name="rg"]', '')
    await page().type('input[name="rg"]', 'abc')
    expect(await inPage((window) => window.hubsoftPages.hotkeys)).toEqual(['q'])
    await page().evaluate(() => {
      const host = document.createElement('strange-panel')
      host.attachShadow({ mode: 'open' }).innerHTML = '<input id="inner">'
      document.body.append(host)
    })
    await page().press('#inner', 'z')
    expect(await inPage((window) => window.hubsoftPages.hotkeys)).toEqual(['q', 'z'])
  })
})
