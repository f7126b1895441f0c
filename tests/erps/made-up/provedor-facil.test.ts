// @own-process: it needs a DOM
import type { ErpPages } from '../erp-pages.ts'
import { describeErp } from '../erp-contract.ts'
import { madeUpPages } from './pages.ts'
import { provedorFacil } from './provedor-facil.ts'

const { page, sheet, record, customers, invoices, orders } = madeUpPages

const pages: ErpPages = {
  addresses: {
    closed: ['/entrar', '/entrar/senha?proximo=/painel'],
    customers: [
      { address: '/painel/?tela=cliente&codigo=77', id: '77', section: '' },
      { address: '/painel/?aba=faturas&codigo=77&tela=cliente#topo', id: '77', section: 'faturas' },
    ],
    others: [
      '/',
      '/painel/',
      '/painel/?tela=clientes',
      '/painel/?tela=cliente&codigo=7a',
      '/painel/?codigo=77',
    ],
  },
  panels: ['minha-rede.provedor-facil.example', 'outra2.provedor-facil.example'],
  strangers: [
    'provedor-facil.example',
    'portal.provedor-facil.example',
    'empresa.hubsoft.com.br',
    'localhost',
  ],
  record: (person) => page(record(person)),
  recordWithField: {
    html: page(sheet('MARIA EXEMPLO', [['CPF', '<input name="documento">']])),
    input: 'input[name="documento"]',
  },
  leftOut: {
    'without a label': (document) => page(sheet('MARIA', [['Nome', document]])),
    'a number of a boleto': (document) => page(sheet('MARIA', [['Nº do documento', document]])),
    'a list beside the record': (document) =>
      page(sheet('MARIA', []) + customers([{ name: 'OUTRO', documents: [document] }])),
    'a row that is not shown': (document) =>
      page(
        sheet('MARIA', []).replace(
          '</table>',
          `<tr hidden style="display:none"><th>CPF</th><td>${document}</td></tr></table>`,
        ),
      ),
  },
  twoRecords: (one, other) => page(record(one) + record(other)),
  empty: page('<p>Bem-vindo</p>'),
  customers: (people) => page(customers(people)),
  invoices: (rows) => page(invoices(rows)),
  otherGrids: { 'service orders': (ids) => page(orders(ids)) },
  hidden: (html) => `<div style="display:none">${html}</div>`,
  toolbarTwice: `<div style="display:none">${page('')}</div>${page('')}`,
  recordAnchorTwice: `<div style="display:none">${record({ name: 'A', documents: [] })}</div>${record({ name: 'B', documents: [] })}`,
  looks: { dark: page('', 'tema-escuro'), light: page('', 'tema-claro'), silent: page('', 'tema') },
}

describeErp({ erp: provedorFacil, pages })
