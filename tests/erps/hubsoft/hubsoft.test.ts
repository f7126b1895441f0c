// @own-process: it needs a DOM
import { hubsoft } from '../../../extension/erps/hubsoft/index.ts'
import { describeErp } from '../erp-contract.ts'
import type { ErpPages, ShownPerson } from '../erp-pages.ts'

const view = (content: string): string => `<md-content id="content" ui-view="content">${content}</md-content>`

const toolbar = `<md-toolbar id="toolbar"><ms-shortcuts>
  <md-menu><button class="md-button" aria-label="Clientes">Clientes</button></md-menu>
</ms-shortcuts></md-toolbar>`

const page = (content: string, ground = 'rgb(245, 245, 245)'): string =>
  `<div id="content-container" style="background-color: ${ground}">${toolbar}${view(content)}</div>`

const header = (name: string, document = ''): string => `<hubsoft-cliente-cabecalho><div class="header">
  <div><h2>1162 - ${name}</h2>${document && `<span class="subtitle"><span>CPF/CNPJ:</span> <b>${document}</b></span>`}</div>
  <button class="md-button" aria-label="Consulta de Crédito"></button>
</div></hubsoft-cliente-cabecalho>`

const field = (label: string, name: string): string =>
  `<md-input-container><label>${label}</label><input name="${name}"></md-input-container>`

const record = ({ name, documents: [document, ...others] }: ShownPerson): string =>
  header(name, document) + others.map((other) => `<p>CPF do responsável: ${other}</p>`).join('')

const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table class="dataTable row-border hover">
    <thead><tr>${headings.map((heading) => `<th>${heading}</th>`).join('')}</tr></thead>
    <tbody>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}</tbody>
  </table>`

const box = (isTicked: boolean): string =>
  `<md-checkbox role="checkbox" aria-checked="${isTicked}"></md-checkbox>`

const customers = (people: readonly ShownPerson[]): string =>
  table(
    ['Código', 'Nome', 'CPF/CNPJ', 'Cidade'],
    people.map(({ name, documents }) => ['1162', name, documents.join(' '), 'Lavras']),
  )

const invoices = (rows: readonly { id: string; isTicked: boolean }[]): string =>
  table(
    ['', 'ID', 'Vencimento', 'Nosso Número'],
    rows.map(({ id, isTicked }) => [box(isTicked), id, '10/05/2026', '27455400098']),
  )

const pages: ErpPages = {
  addresses: {
    closed: ['/login', '/login/2fa'],
    customers: [
      { address: '/cliente/editar/11943/cadastro', id: '11943', section: 'cadastro' },
      {
        address: '/cliente/editar/11943/financeiro/?x=1#faturas',
        id: '11943',
        section: 'financeiro#faturas',
      },
    ],
    others: ['/', '/dashboard', '/cliente', '/cliente/adicionar/', '/#/cliente/editar/11943'],
  },
  panels: ['empresa.hubsoft.com.br', 'outra-2.hubsoft.com.br'],
  strangers: [
    'hubsoft.com.br',
    ...['central', 'api', 'wiki', 'docs', 'www'].map((label) => `${label}.hubsoft.com.br`),
    'central.empresa.hubsoft.com.br',
    'api.empresa.hubsoft.com.br',
    'hubsoft.com.br.example',
  ],
  record: (person) => page(record(person)),
  recordWithField: {
    html: page(header('MARIA EXEMPLO') + field('CPF *', 'cpf_cnpj')),
    input: 'input[name="cpf_cnpj"]',
  },
  leftOut: {
    'without a label': (document) => page(`${header('MARIA')}<p>${document.replaceAll(/[./-]/g, '')}</p>`),
    'the beneficiary of a slip': (document) =>
      page(`${header('MARIA')}<p>Beneficiário: PROVEDOR DE TESTE LTDA / CNPJ: ${document}</p>`),
    "a slip's card": (document) =>
      page(`${header('MARIA')}<md-card><p>Nosso número: 27455400098</p><p>CNPJ: ${document}</p></md-card>`),
    'a credit report': (document) =>
      page(`${header('MARIA')}<table><tr><th>CNPJ</th></tr><tr><td>${document}</td></tr></table>`),
    "HubSoft's own report": (document) =>
      page(`${header('MARIA')}<hubsoft-relatorio><p>CNPJ: ${document}</p></hubsoft-relatorio>`),
    'a closed tab': (document) =>
      page(`${header('MARIA')}<md-tab-content><p>CPF: ${document}</p></md-tab-content>`),
    'a hidden twin': (document) => page(`${header('MARIA')}<div aria-hidden="true">CPF: ${document}</div>`),
    'a text that is being written': (document) =>
      page(`${header('MARIA')}<textarea>CPF: ${document}</textarea><p contenteditable>CPF: ${document}</p>`),
    'outside the view': (document) => `<p>CPF: ${document}</p>${page(header('MARIA'))}`,
    'the view that goes': (document) =>
      `<md-content ui-view="content" class="ng-leave">${header('JOSÉ', document)}</md-content>${page(header('MARIA'))}`,
  },
  twoRecords: (one, other) => view(record(one)) + view(record(other)),
  empty: page('<p>Bem-vindo</p>'),
  customers: (people) => page(customers(people)),
  invoices: (rows) => page(invoices(rows)),
  otherGrids: {
    charges: (ids) =>
      page(
        `<hubsoft-cliente-financeiro-cobranca>${invoices(ids.map((id) => ({ id, isTicked: true })))}</hubsoft-cliente-financeiro-cobranca>`,
      ),
    'service orders': (ids) =>
      page(
        table(
          ['', 'Número', 'Tipo'],
          ids.map((id) => [box(true), id, 'Instalação']),
        ),
      ),
  },
  hidden: (html) => `<div style="display:none">${html}</div>`,
  toolbarTwice: `<div style="display:none">${page('')}</div>${page('')}`,
  recordAnchorTwice: page(`<div style="display:none">${header('A')}</div>${header('B')}`),
  looks: { dark: page('', 'rgb(30, 30, 34)'), light: page(''), silent: page('', 'transparent') },
}

describeErp({ erp: hubsoft, pages })
