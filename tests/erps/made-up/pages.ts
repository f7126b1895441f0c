interface Person {
  name: string
  documents: readonly string[]
}

/** The pages of the made-up ERP, as its server writes them. */
const page = (content: string, theme = 'tema-claro'): string => `<div class="${theme}">
  <table id="topo"><tr><td>Provedor Fácil</td><td class="atalhos"><a href="?tela=clientes">Clientes</a></td></tr></table>
  <div id="principal">${content}</div>
</div>`

const sheet = (name: string, rows: readonly (readonly [label: string, content: string])[]): string =>
  `<form class="ficha"><table><caption>${name}</caption>
  ${rows.map(([label, content]) => `<tr><th>${label}</th><td>${content}</td></tr>`).join('\n')}
</table></form>`

const list = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table class="lista"><thead><tr>${headings.map((heading) => `<th>${heading}</th>`).join('')}</tr></thead>
  <tbody>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}</tbody></table>`

const labels = ['CPF/CNPJ', 'CPF do cônjuge', 'CNPJ da empresa']

const record = ({ name, documents }: Person): string =>
  sheet(name, [
    ['Nome', name],
    ...documents.map((document, index) => [labels[index % labels.length]!, document] as const),
    ['Telefone', '(37) 99001-0003'],
    ['Boleto', 'Nosso número: 27455400098'],
  ])

const box = (isTicked: boolean): string => `<input type="checkbox"${isTicked ? ' checked' : ''}>`

export const madeUpPages = {
  page,
  sheet,
  record,
  customers: (people: readonly Person[]): string =>
    list(
      ['Nome', 'CPF/CNPJ', 'Cidade'],
      people.map(({ name, documents }) => [name, documents.join(' '), 'Lavras']),
    ),
  invoices: (rows: readonly { id: string; isTicked: boolean }[]): string =>
    list(
      ['', 'Vencimento', 'Fatura', 'Valor'],
      rows.map(({ id, isTicked }) => [box(isTicked), '10/05/2026', id, 'R$ 119,90']),
    ),
  orders: (ids: readonly string[]): string =>
    list(
      ['', 'Ordem', 'Assunto'],
      ids.map((id) => [box(true), id, 'Instalação']),
    ),
}
