import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { invoicesOf } from '../hubsoft-pages/client-money.ts'
import { clients } from '../hubsoft-pages/clients.ts'
import { people, provider } from '../people.ts'
import type { Asker, Body } from './ask-api.ts'
import { ask, asker, tokenOf } from './ask-api.ts'
import type { HubsoftApiSimulator } from './start-hubsoft-api.ts'
import { startHubsoftApi } from './start-hubsoft-api.ts'

let api: HubsoftApiSimulator
let read: Asker

beforeEach(async () => {
  api = await startHubsoftApi({ clock: () => Date.parse('2026-11-25T10:00:00-03:00') })
  read = await asker(api)
})
afterEach(() => api.close())

const wide = { data_inicio: '2015-01-01', data_fim: '2030-12-31', tipo_resultado: 'detalhado' }
const row = async (
  id: number,
  query: Record<string, string> = {},
): Promise<Body['faturas'][number] | undefined> =>
  (await read('financeiro/fatura', { ...wide, busca: 'id_fatura', termo_busca: String(id), ...query }))
    .faturas[0]

describe("the provider's staff", () => {
  test('pays, in full, with more, with less, with money that has no date', async () => {
    const { unpaid } = api.database.cases
    api.database.pay(unpaid)
    expect(await row(unpaid)).toMatchObject({
      data_pagamento: '2026-11-25',
      data_credito: '2026-11-26',
      valor_pago: 119.9,
      recibos: [{ valor: 119.9 }],
    })
    api.database.undo(unpaid)
    api.database.pay(unpaid, { on: '2026-11-20', cents: 10_000, credited: null })
    expect(await row(unpaid)).toMatchObject({
      data_pagamento: '2026-11-20',
      data_credito: null,
      valor_pago: 100,
    })
  })

  test('takes a payment back', async () => {
    const { paidExactly } = api.database.cases
    api.database.undo(paidExactly)
    expect(await row(paidExactly)).toMatchObject({
      data_pagamento: null,
      data_credito: null,
      valor_pago: null,
      recibos: [],
    })
  })

  test('writes off a part: a receipt, not quit', async () => {
    const { unpaid } = api.database.cases
    api.database.payPartly(unpaid, 5_000)
    expect(await row(unpaid)).toMatchObject({ data_pagamento: null, recibos: [{ valor: 50 }] })
  })

  test('cancels: the invoice vanishes, unpaid', async () => {
    const { unpaid } = api.database.cases
    api.database.cancel(unpaid)
    expect(await row(unpaid)).toBeUndefined()
    expect(await row(unpaid, { exibir_fatura_inativa: 'sim' })).toMatchObject({
      fatura_ativa: false,
      data_pagamento: null,
    })
  })

  test('renegotiates: the old vanish, new ones bear the sum to the cent', async () => {
    const { unpaid, fine } = api.database.cases
    const agreed = api.database.renegotiate([unpaid, fine], 3)
    expect(await row(unpaid)).toBeUndefined()
    const parcels = await Promise.all(agreed.newInvoiceIds.map((id) => row(id)))
    expect(parcels.map((parcel) => parcel?.['valor'])).toEqual([156.64, 156.63, 156.63])
    const body = (await read('financeiro/renegociacao', { status: 'aguardando' })) as Body & {
      renegociacoes: object[]
    }
    expect(body.renegociacoes.at(-1)).toMatchObject({
      id_renegociacao: agreed.id,
      parcelas: 3,
      valor_total: 469.9,
      cliente: { id_cliente: people.maria.id },
      faturas_renegociadas: [{ id_fatura: unpaid }, { id_fatura: fine }],
    })
    const paid = (await read('financeiro/renegociacao', { status: 'pago' })) as Body & {
      renegociacoes: object[]
    }
    expect(paid.renegociacoes).toEqual([])
  })

  test('erases without a trace', async () => {
    const { unpaid } = api.database.cases
    api.database.erase(unpaid)
    expect(await row(unpaid, { exibir_fatura_inativa: 'sim' })).toBeUndefined()
    expect(() => api.database.pay(unpaid)).toThrow(`no invoice ${unpaid}`)
  })
})

const settle = async (order: object): Promise<Record<string, unknown>> => {
  const response = await fetch(`${api.url}/api/v1/integracao/financeiro/fatura/liquidar`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await tokenOf(api)}`, 'content-type': 'application/json' },
    body: JSON.stringify(order),
  })
  expect(response.status).toBe(200)
  return (await response.json()) as Record<string, unknown>
}

describe('POST financeiro/fatura/liquidar', () => {
  test('quits once; the second time it names the date', async () => {
    const { unpaid } = api.database.cases
    const order = {
      id_fatura: unpaid,
      id_caixa_financeiro: 241,
      meio_pagamento: 'pix',
      data_pagamento: '2026-11-24',
      valor_pago: 121.35,
    }
    expect(await settle(order)).toMatchObject({
      status: 'success',
      recibo: { data_pagamento: '2026-11-24', data_credito: '2026-11-25', valor_pago: 121.35 },
    })
    expect(await row(unpaid)).toMatchObject({ data_pagamento: '2026-11-24', valor_pago: 121.35 })
    expect(await settle(order)).toMatchObject({ status: 'error', msg: expect.stringContaining('24/11/2026') })
    expect(await settle({ id_fatura: 1 })).toMatchObject({ status: 'error' })
  })
})

test('configuracao/empresa and configuracao/servico_status', async () => {
  const token = await tokenOf(api)
  expect(await (await ask(token, api, 'configuracao/empresa')).json()).toMatchObject({
    empresas: [{ documento: provider.headOffice.document }, { documento: provider.branch.document }],
  })
  const states = (await (await ask(token, api, 'configuracao/servico_status')).json()) as {
    servico_status: object[]
  }
  expect(states.servico_status).toHaveLength(13)
  expect(states.servico_status[6]).toEqual({
    id_servico_status: 7,
    descricao: 'Cancelado',
    prefixo: 'cancelado',
  })
})

test('the pages of the other simulator show the same people, and on this day the same invoices', () => {
  for (const shown of clients) {
    const customer = api.database.customer(shown.id_cliente)
    expect(customer).toMatchObject({
      code: shown.codigo_cliente,
      name: shown.nome_razaosocial,
      document: shown.cpf_cnpj,
    })
    const first = api.database.invoices.filter((invoice) => invoice.customerId === customer.id).slice(0, 8)
    expect(first.map(({ id, due, cents }) => ({ id, due, cents }))).toEqual(
      invoicesOf(shown).map((row) => ({ id: row.id_fatura, due: row.data_vencimento, cents: row.valor })),
    )
  }
  expect(clients.length).toBeGreaterThan(10)
})
