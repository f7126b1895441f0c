import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { people, provider } from '../../people.ts'
import type { Asker, Body } from '../ask-api.ts'
import { asker } from '../ask-api.ts'
import type { HubsoftApiSimulator } from '../start-hubsoft-api.ts'
import { startHubsoftApi } from '../start-hubsoft-api.ts'

const clock = (): number => Date.parse('2026-11-25T10:00:00-03:00')
let api: HubsoftApiSimulator
let old: HubsoftApiSimulator
let ask: Asker
let askOld: Asker

beforeAll(async () => {
  api = await startHubsoftApi({ clock })
  old = await startHubsoftApi({ clock, tenant: 'old' })
  ask = await asker(api)
  askOld = await asker(old)
})
afterAll(() => Promise.all([api.close(), old.close()]))

const wide = { data_inicio: '2015-01-01', data_fim: '2030-12-31', itens_por_pagina: '500' }
const list = (query: Record<string, string> = {}, from = ask): Promise<Body> =>
  from('financeiro/fatura', { ...wide, ...query })
const idsOf = (body: Body): number[] => body.faturas.map((row) => row.id_fatura)
const byId = (id: number) => ({ busca: 'id_fatura', termo_busca: String(id) })
const one = async (id: number, query: Record<string, string> = {}) =>
  (await list({ ...byId(id), tipo_resultado: 'detalhado', ...query })).faturas[0]

describe('windows and pages', () => {
  test('sees the last ten days alone, by due date, even in a search', async () => {
    const lately = await ask('financeiro/fatura', {})
    expect(lately.faturas).toEqual([])
    const { unpaid } = api.database.cases
    expect(idsOf(await ask('financeiro/fatura', byId(unpaid)))).toEqual([])
    expect(idsOf(await list(byId(unpaid)))).toEqual([unpaid])
  })

  test('the window counts from the injected clock', async () => {
    const later = await startHubsoftApi({ clock: () => Date.parse('2026-11-13T02:30:00Z') })
    try {
      const body = await (await asker(later))('financeiro/fatura', {})
      expect(new Set(body.faturas.map((row) => row['data_vencimento']))).toEqual(new Set(['2026-11-10']))
    } finally {
      await later.close()
    }
  })

  test('the feed of payments: by data_pagamento', async () => {
    const paid = await ask('financeiro/fatura', { tipo_data: 'data_pagamento' })
    const { paidMore, paidLess, paidWithoutCredit } = api.database.cases
    expect(idsOf(paid)).toEqual([paidMore, paidLess, paidWithoutCredit])
  })

  test('fifty a page, from page 0, five hundred at most', async () => {
    const { itens_por_pagina: _, ...rest } = wide
    const first = await ask('financeiro/fatura', rest)
    expect(first.faturas).toHaveLength(50)
    expect(first.paginacao).toMatchObject({ primeira_pagina: 0, ultima_pagina: 2, pagina_atual: 0 })
    const pages = await Promise.all(['1', '2'].map((pagina) => ask('financeiro/fatura', { ...rest, pagina })))
    const ids = [first, ...pages].flatMap(idsOf)
    expect(new Set(ids).size).toBe(first.paginacao.total_registros)

    const model = api.database.invoice(api.database.cases.unpaid)
    const many = Array.from({ length: 500 }, (_each, index) => ({
      ...structuredClone(model),
      id: 990_000 + index,
    }))
    api.database.invoices.push(...many)
    expect((await list({ itens_por_pagina: '1000' })).faturas).toHaveLength(500)
    for (const { id } of many) api.database.erase(id)
  })
})

describe('filters', () => {
  test('an unknown parameter is ignored: everybody comes back', async () => {
    const everybody = (await list()).paginacao.total_registros
    expect((await list({ id_fatura: '816402' })).paginacao.total_registros).toBe(everybody)
    expect((await list({ busca: 'inventado', termo_busca: 'x' })).paginacao.total_registros).toBe(everybody)
  })

  test('an old tenant does not know busca=id_fatura and returns everybody', async () => {
    const { unpaid } = old.database.cases
    expect((await list(byId(unpaid), askOld)).faturas.length).toBeGreaterThan(100)
    expect(idsOf(await list(byId(unpaid)))).toEqual([unpaid])
  })

  test('knows customers by id, code and document', async () => {
    for (const search of [
      { busca: 'id_cliente', termo_busca: '11943' },
      { busca: 'codigo_cliente', termo_busca: '1162' },
      { busca: 'cpf_cnpj', termo_busca: people.maria.document },
    ]) {
      const names = (await list(search)).faturas.map((row) => row.cliente['nome_razaosocial'])
      expect(new Set(names)).toEqual(new Set([people.maria.name]))
    }
    expect(
      (await list({ busca: 'codigo_cliente', termo_busca: '11943' })).faturas[0]?.cliente['id_cliente'],
    ).toBe(12880)
  })

  test('knows quit and open, branch, zero, and inactive customers', async () => {
    const { paidExactly, unpaid, otherBranch, zero, ofUnknownBirth } = api.database.cases
    const quit = idsOf(await list({ apenas_quitado: 'sim' }))
    expect(quit).toContain(paidExactly)
    expect(quit).not.toContain(unpaid)
    expect(idsOf(await list({ apenas_em_aberto: 'sim' }))).not.toContain(paidExactly)
    expect(idsOf(await list({ documento: provider.branch.document }))).toEqual([otherBranch])
    expect(idsOf(await list())).not.toContain(zero)
    expect(idsOf(await list({ valor_zerado: 'sim' }))).toContain(zero)
    expect(idsOf(await list({ status_cadastro_cliente: 'ativo' }))).not.toContain(ofUnknownBirth)
  })

  test('hides inactive invoices by default; an old tenant never shows them', async () => {
    const { cancelled, renegotiated, renegotiatedFirst } = api.database.cases
    const usual = idsOf(await list())
    expect(usual).not.toContain(cancelled)
    expect(usual).toContain(renegotiatedFirst)
    const all = idsOf(await list({ exibir_fatura_inativa: 'sim' }))
    expect(all).toEqual(expect.arrayContaining([cancelled, renegotiated]))
    expect(idsOf(await list({ exibir_fatura_inativa: 'sim' }, askOld))).not.toContain(cancelled)
    expect(idsOf(await list({ exibir_faturas_renegociacao: 'nao' }))).not.toContain(renegotiatedFirst)
  })
})

describe('rows', () => {
  test('ISO dates; money as text on an old tenant, as a number on a new one; details only when asked', async () => {
    const { paidExactly } = api.database.cases
    const [row] = (await list(byId(paidExactly))).faturas
    expect(row).toMatchObject({
      data_vencimento: '2026-07-10',
      valor: 119.9,
      valor_original: 119.9,
      fatura_ativa: true,
    })
    expect(row).not.toHaveProperty('recibos')
    expect(row).not.toHaveProperty('status')
    const aged = (await list({}, askOld)).faturas.find((each) => each.id_fatura === paidExactly)
    expect(aged).toMatchObject({
      valor: '119.9',
      valor_pago: '119.9',
      valor_desconto: 0,
      valor_juros_pago: null,
    })
    expect(aged).not.toHaveProperty('fatura_ativa')
    expect(await one(paidExactly)).toHaveProperty('recibos')
  })

  test('the cases of payment', async () => {
    const { cases } = api.database
    expect(await one(cases.paidMore)).toMatchObject({
      valor: 199.9,
      valor_pago: 240.41,
      valor_juros_pago: null,
    })
    expect(await one(cases.paidLess)).toMatchObject({
      valor: 119.9,
      valor_pago: 109.9,
      data_pagamento: '2026-11-20',
    })
    expect(await one(cases.receiptWithoutPayment)).toMatchObject({
      data_pagamento: null,
      recibos: [{ valor: 119.9 }],
    })
    expect(await one(cases.partlyPaid)).toMatchObject({ data_pagamento: null, recibos: [{ valor: 50 }] })
    expect(await one(cases.paidWithoutCredit)).toMatchObject({
      data_pagamento: '2026-11-20',
      data_credito: null,
    })
    expect(await one(cases.cancelled, { exibir_fatura_inativa: 'sim' })).toMatchObject({
      fatura_ativa: false,
      data_pagamento: null,
    })
  })

  test('the cases of eligibility', async () => {
    const { cases } = api.database
    expect(await one(cases.withoutService)).toMatchObject({ servico: null, id_cliente_servico: null })
    expect(await one(cases.fine)).toMatchObject({
      valor: 350,
      cobrancas: [{ descricao: 'Multa rescisória' }],
    })
    expect(await one(cases.equipment)).toMatchObject({
      cobrancas: [{ descricao: 'EQUIPAMENTO EM COMODATO' }],
    })
    expect(await one(cases.tooSmall)).toMatchObject({ valor: 9.99 })
    expect(await one(cases.tooOld)).toMatchObject({ data_vencimento: '2021-11-10' })
    expect(await one(cases.otherBranch)).toMatchObject({ empresa: { documento: provider.branch.document } })
    expect(await one(cases.ofAlphanumeric)).toMatchObject({ cliente: { cpf_cnpj: '0K7M2Q9R000105' } })
    expect(await one(cases.ofMinor)).toMatchObject({ cliente: { data_nascimento: '2009-11-15' } })
  })
})
