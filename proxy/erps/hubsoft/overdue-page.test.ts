import { expect, test } from 'vitest'
import { parseDate } from '../../../shared/calendar.ts'
import { readOverduePage } from './invoices.ts'
import type { HubsoftReader, Query } from './read.ts'

const between = { from: parseDate('2016-11-25')!, to: parseDate('2026-11-24')! }

const row = (id: number, fields: object = {}) => ({
  id_fatura: id,
  id_cliente_servico: 7701,
  data_vencimento: '2026-07-01',
  data_pagamento: null,
  valor: '79.90',
  valor_pago: null,
  linha_digitavel: '',
  empresa: { documento: '04718253000156' },
  cliente: {
    id_cliente: 5012,
    codigo_cliente: 931,
    nome_razaosocial: 'MARIA EXEMPLO',
    cpf_cnpj: '73164025807',
    data_nascimento: '1984-12-31',
  },
  servico: {
    numero_plano: 1,
    descricao: '500MB',
    servico_status: 'Cancelado',
    endereco_instalacao: { cidade: 'LAVRAS', numero: 7 },
  },
  ...fields,
})

const pageOf = async (rows: unknown[], paging: object | null = null) => {
  const asked: Query[] = []
  const read: HubsoftReader = async (_, query) => {
    asked.push(query)
    return { status: 'success', faturas: rows, ...(paging && { paginacao: paging }) }
  }
  return { page: await readOverduePage(read, between, 0), asked }
}
const one = async (fields: object) => (await pageOf([row(1, fields)])).page.invoices[0]

test('a row says who owes and for which service, so that no customer is asked for', async () => {
  const { page, asked } = await pageOf([row(1)], { pagina_atual: 0, ultima_pagina: '3' })
  expect(page).toMatchObject({ unread: 0, nextPage: 1, pages: 4 })
  expect(page.invoices[0]).toMatchObject({
    id: '1',
    serviceId: '7701',
    fact: 'open',
    customer: {
      id: '5012',
      code: '931',
      name: 'MARIA EXEMPLO',
      document: '73164025807',
      birth: '1984-12-31',
    },
    service: { name: '500MB', state: 'Cancelado', isCancelled: true },
    city: 'LAVRAS',
  })
  expect(asked).toEqual([
    {
      tipo_data: 'data_vencimento',
      data_inicio: '2016-11-25',
      data_fim: '2026-11-24',
      tipo_resultado: 'detalhado',
      apenas_em_aberto: 'sim',
      exibir_pix_copia_cola: 'sim',
      pagina: '0',
      itens_por_pagina: '500',
    },
  ])
})

test.each([
  ['CANCELADO', true],
  ['cancelado', true],
  ['Cáncelado ', true],
  ['Cancelado por fraude', false],
  ['Serviço Habilitado', false],
  ['', false],
])('the word "%s" for a service: cancelled is %s', async (servico_status, expected) => {
  expect((await one({ servico: { descricao: 'X', servico_status } }))?.service?.isCancelled).toBe(expected)
})

test('a one-off charge has no service, an odd address no city, an epoch no birthday', async () => {
  expect(await one({ servico: null, id_cliente_servico: null })).toMatchObject({
    serviceId: null,
    service: null,
    city: '',
  })
  for (const endereco_instalacao of [{}, null, '', []])
    expect(await one({ servico: { descricao: 'X', servico_status: '', endereco_instalacao } })).toMatchObject(
      {
        service: { name: 'X' },
        city: '',
      },
    )
  expect(await one({ servico: 'X' })).toMatchObject({ id: '1', service: null })
  const cliente = { ...row(1).cliente, data_nascimento: '1969-12-31' }
  expect((await one({ cliente }))?.customer.birth).toBeNull()
})

test('each row speaks for itself, whatever the tenant makes of "open only"', async () => {
  const rows = [
    row(1),
    row(2, { data_pagamento: '2026-11-20', valor_pago: '79.90' }),
    row(3, { fatura_ativa: false }),
    row(4, { status: 'baixado_manual' }),
    row(5, { recibos: [{ valor: '10' }] }),
  ]
  const { page } = await pageOf(rows)
  expect(page.invoices.map(({ id, fact }) => `${id} ${fact}`)).toEqual([
    '1 open',
    '4 written-off',
    '5 partial',
  ])
  expect(page.unread).toBe(0)
})

test('rows that cannot be read are counted; when none can be read it is a failure', async () => {
  expect((await pageOf([row(1), row(2, { valor: 'x' }), 'row'])).page).toMatchObject({
    unread: 2,
    nextPage: null,
    pages: null,
  })
  await expect(pageOf([row(2, { valor: 'x' })])).rejects.toMatchObject({ code: 'erp-unreadable' })
  expect((await pageOf([])).page).toEqual({ invoices: [], unread: 0, nextPage: null, pages: null })
})

test.each(['2026-11-25', '2016-11-24'])(
  'a row due on %s answers another question than was asked',
  async (data_vencimento) => {
    await expect(pageOf([row(1), row(2, { data_vencimento })])).rejects.toMatchObject({
      code: 'erp-filter-ignored',
    })
  },
)
