import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const rows = 5000

const row = (index: number): string => {
  const cells = [
    '<md-checkbox role="checkbox" aria-checked="false"></md-checkbox>',
    String(60_000 + index),
    'MARIA EXEMPLO DA SILVA',
    '731.640.258-07',
    '10/05/2026',
    'R$ 119,90',
    `274${String(55_400_000 + index)}`,
    'Vencida',
  ]
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
}

const headings = ['', 'ID', 'Nome', 'CPF/CNPJ', 'Vencimento', 'Valor', 'Nosso Número', 'Status']

/**
 * A customer's record with a grid of five thousand rows, and a storm that a test can raise: so many changes a second, of texts, of
 * elements and of whole rows, as a page makes them that counts, sorts and reloads.
 */
const page = `<!doctype html><html lang="pt-BR"><meta charset="utf-8"><title>Tempestade</title>
<style>table { table-layout: fixed; width: 1300px } tr { height: 20px } td { overflow: hidden; white-space: nowrap }</style>
<body><div id="content-container"><div id="toolbar"><ms-shortcuts>Clientes</ms-shortcuts></div>
<div id="content" ui-view="content"><div class="header"><div><h2>1162 - MARIA EXEMPLO DA SILVA</h2>
<span class="subtitle">CPF/CNPJ: <b>731.640.258-07</b></span></div><button aria-label="Consulta de Crédito">C</button></div>
<hubsoft-cliente-financeiro-fatura><table class="dataTable"><thead><tr>${headings.map((text) => `<th>${text}</th>`).join('')}</tr></thead>
<tbody>${Array.from({ length: rows }, (_, index) => row(index)).join('')}</tbody></table></hubsoft-cliente-financeiro-fatura>
</div></div>
<script>
window.storm = (seconds, perSecond) => new Promise((done) => {
  const rows = [...document.querySelector('tbody').rows]
  const begun = performance.now()
  let made = 0
  const change = (index) => {
    const place = (index * 37) % rows.length
    const row = rows[place]
    if (index % 10 === 0) return void row.replaceWith((rows[place] = row.cloneNode(true)))
    const cell = row.cells[index % 2 ? 7 : 5]
    if (index % 3) cell.textContent = index % 2 ? 'Vencida' : 'R$ 119,' + (10 + (index % 90))
    else cell.replaceChildren(Object.assign(document.createElement('b'), { textContent: 'Paga' }))
  }
  const tick = () => {
    const passed = (performance.now() - begun) / 1000
    for (; made < Math.min(passed, seconds) * perSecond; made += 1) change(made)
    if (passed < seconds) setTimeout(tick, 10)
    else done(made)
  }
  tick()
})
</script></body></html>`

export interface StormPage {
  /** The page on a host; which hosts the extension knows is the browser's business. */
  url(host: string): string
  close(): Promise<void>
}

export const startStormPage = async (): Promise<StormPage> => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: (host) => `http://${host}:${port}/cliente/editar/11943/financeiro#faturas`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}
