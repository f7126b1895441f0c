import { describe, expect, test } from 'vitest'
import { header, pagesInBrowser, recordPath } from './pages-in-browser.ts'

const { complaints, open, page, pages, shown } = pagesInBrowser()

describe('routes', () => {
  test.each([
    ['/login', 'input[name="email"]'],
    ['/dashboard', '.widget-value'],
    ['/cliente', 'table.dataTable tbody tr td.dtr-control'],
    [recordPath, 'input[name="cpf_cnpj"]'],
    [`${recordPath}/`, 'input[name="cpf_cnpj"]'],
    [`${recordPath}?aba=1`, 'input[name="cpf_cnpj"]'],
    ['/cliente/editar/11943', 'input[name="cpf_cnpj"]'],
    ['/cliente/editar/11943/servico', 'hubsoft-cliente-servico-card-base'],
    ['/cliente/editar/11943/financeiro', 'hubsoft-cliente-financeiro-cobranca tbody tr md-checkbox'],
    ['/cliente/editar/11943/financeiro#faturas', 'hubsoft-cliente-financeiro-fatura tbody tr md-checkbox'],
    ['/financeiro/fatura', 'hs-invoice-list tbody tr md-checkbox'],
    ['/cliente/editar/11943/negativacao', 'hubsoft-cliente-negativacao .empty'],
    ['/cliente/editar/11943/ordem_servico', 'hubsoft-cliente-ordem-servico tbody tr'],
  ])('%s is drawn without a complaint', async (path, selector) => {
    await open(path)
    await shown(selector)
    expect(complaints()).toEqual([])
  })

  test('the login has two steps and ends on the dashboard', async () => {
    await open('/login')
    expect(await page().getAttribute('input[name="email"]', 'id')).toMatch(/^input_\d+$/)
    await page().fill('input[name="email"]', 'operadora@exemplo.com.br')
    await page().click('button[aria-label="Validar"]')
    await page().fill('input[name="password"]', 'segredo')
    await page().click('button[aria-label="Entrar"]')
    await shown('.widget-value')
    expect(new URL(page().url()).pathname).toBe('/dashboard')
  })

  test('the portal of the customers shows the same client without AngularJS', async () => {
    await page().goto(pages().centralUrl(recordPath))
    expect(await page().textContent('h2')).toBe('1162 - MARIA EXEMPLO DA SILVA')
  })

  test('the fragment alone changes the grid, and going back undoes it', async () => {
    await open('/cliente/editar/11943/financeiro')
    await shown('hubsoft-cliente-financeiro-cobranca tbody tr')
    const sameHeader = await page().waitForSelector(`${header} h2`)
    await page().click('md-nav-bar button:has-text("Faturas")')
    await shown('hubsoft-cliente-financeiro-fatura tbody tr')
    expect(new URL(page().url()).hash).toBe('#faturas')
    expect(await sameHeader.evaluate((element) => element.isConnected)).toBe(true)
    await page().goBack()
    await shown('hubsoft-cliente-financeiro-cobranca tbody tr')
  })
})
