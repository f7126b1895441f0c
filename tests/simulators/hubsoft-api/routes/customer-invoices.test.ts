import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { people } from '../../people.ts'
import type { Asker, Body } from '../ask-api.ts'
import { asker } from '../ask-api.ts'
import type { HubsoftApiSimulator } from '../start-hubsoft-api.ts'
import { startHubsoftApi } from '../start-hubsoft-api.ts'

let api: HubsoftApiSimulator
let ask: Asker

beforeAll(async () => {
  api = await startHubsoftApi({ clock: () => Date.parse('2026-11-25T10:00:00-03:00') })
  ask = await asker(api)
})
afterAll(() => api.close())

const of = (document: string, query: Record<string, string> = {}): Promise<Body> =>
  ask('cliente/financeiro', { busca: 'cpf_cnpj', termo_busca: document, ...query })
const rowOf = (body: Body, id: number) => body.faturas.find((row) => row.id_fatura === id)

describe('GET cliente/financeiro', () => {
  test('misspells its status, writes dates the Brazilian way and money as a number', async () => {
    const body = await of(people.maria.document)
    expect(body.status).toBe('suscess')
    expect(rowOf(body, api.database.cases.unpaid)).toMatchObject({
      valor: 119.9,
      data_vencimento: '10/10/2026',
      data_pagamento: null,
      pix_copia_cola: '',
      cliente: { cpf_cnpj: '73164025807', servico: { status_prefixo: 'suspenso_debito' } },
    })
    expect(rowOf(body, api.database.cases.unpaid)).not.toHaveProperty('valor_pago')
  })

  test('hides paid ones unless asked', async () => {
    const { paidExactly } = api.database.cases
    expect(rowOf(await of(people.maria.document), paidExactly)).toBeUndefined()
    const all = await of(people.maria.document, { apenas_pendente: 'nao' })
    expect(rowOf(all, paidExactly)).toMatchObject({ data_pagamento: '09/07/2026', status: 'quitado' })
    expect(rowOf(all, api.database.cases.partlyPaid)).toMatchObject({
      data_pagamento: null,
      status: 'baixado_parcial',
    })
  })

  test('shows twenty unless asked, never more than fifty', async () => {
    const { id } = people.condominio
    const [model] = api.database.invoices.filter((invoice) => invoice.customerId === id)
    for (let turn = 0; turn < 30; turn += 1) {
      api.database.invoices.push({ ...structuredClone(model!), id: 990_000 + turn })
    }
    expect((await of(people.condominio.document)).faturas).toHaveLength(20)
    expect((await of(people.condominio.document, { limit: '50' })).faturas).toHaveLength(36)
    expect(await of(people.condominio.document, { limit: '51' })).toMatchObject({ status: 'error' })
  })

  test('nobody and nothing look the same', async () => {
    expect(await of('31827594000')).toMatchObject({ status: 'suscess', faturas: [] })
  })

  test('a one-off charge has no service', async () => {
    const row = rowOf(await of(people.zelia.document), api.database.cases.withoutService)
    expect(row?.cliente).not.toHaveProperty('servico')
  })

  test('filters by date, sorts as told', async () => {
    const window = { data_inicio: '2026-10-01', data_fim: '2026-11-30' }
    const dues = (await of(people.jose.document, { ...window, order_type: 'desc' })).faturas.map(
      (row) => row['data_vencimento'],
    )
    expect(dues).toEqual(['10/11/2026', '10/10/2026'])
  })

  test('a payment may lie before the creation of its invoice', async () => {
    const row = rowOf(
      await of(people.jose.document, { apenas_pendente: 'nao' }),
      api.database.cases.paidBeforeCreated,
    )
    expect(row).toMatchObject({ data_pagamento: '01/03/2026', data_cadastro: '20/04/2026' })
  })

  test('refuses a search that it does not have', async () => {
    expect(await ask('cliente/financeiro', { busca: 'id_fatura', termo_busca: '1' })).toMatchObject({
      status: 'error',
    })
  })
})
