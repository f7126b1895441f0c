import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Erp } from '../../proxy/erps/erp.ts'
import { hubsoft } from '../../proxy/erps/hubsoft/hubsoft.ts'
import { request } from '../../proxy/net/request.ts'
import { parseDocument } from '../../shared/document.ts'
import { startHubsoftApi } from '../simulators/hubsoft-api/start-hubsoft-api.ts'
import type { HubsoftApiSimulator, HubsoftFault } from '../simulators/hubsoft-api/start-hubsoft-api.ts'
import { people } from '../simulators/people.ts'
import { apiUser } from './debt-desk.ts'
import { NOW } from './credit-service.ts'
import { dayOf } from './sample-negativation.ts'

const clock = (): number => NOW
const { maria, jose, padaria, antonia, joao, luis, zelia, benedita, beneditaAgain } = people
const wide = { from: dayOf('2010-01-01'), to: dayOf('2030-01-01') }
const documentOf = ({ document }: { document: string }) => parseDocument(document)!

let api: HubsoftApiSimulator
let erp: Erp

const open = async (tenant: 'new' | 'old'): Promise<void> => {
  api = await startHubsoftApi({ clock, tenant })
  erp = hubsoft({ request, clock, access: { ...apiUser, baseUrl: api.url } })
}
const asked = () => api.ledger.requests.filter(({ call }) => call !== 'token')
const wanted = (id: number) => ({ id: String(id), due: dayOf(api.database.invoice(id).due) })

describe.each(['new', 'old'] as const)('a tenant of the %s kind', (tenant) => {
  beforeAll(() => open(tenant))
  afterAll(() => api.close())
  beforeEach(() => api.ledger.clear())
  afterEach(() => api.faults.clear())

  test('a customer is found by the number of the page, not by a code that happens to be the same', async () => {
    // Benedita's second record has the code 11943, which is Maria's number.
    expect(beneditaAgain.code).toBe(maria.id)
    const customer = await erp.customer(String(maria.id))
    expect(customer).toMatchObject({
      id: '11943',
      code: '1162',
      name: maria.name,
      document: maria.document,
      birth: '1984-03-12',
      services: [{ id: '23886', name: 'FIBRA 500 MEGA', state: 'Suspenso por Débito', isCancelled: false }],
    })
    expect(customer?.services[0]?.address).toEqual({
      street: 'RUA DAS AMOSTRAS',
      number: '1162',
      complement: '',
      district: 'CENTRO',
      city: 'LAVRAS',
      state: 'MG',
      zip: '37200000',
    })
    expect(asked().map(({ query }) => query['busca'])).toEqual(
      tenant === 'new'
        ? ['id_cliente', 'codigo_cliente']
        : ['id_cliente', 'codigo_cliente', 'codigo_cliente'],
    )
  })

  test('of a customer nothing but the whitelist passes the border', async () => {
    const text = JSON.stringify([
      await erp.customer(String(maria.id)),
      await erp.customersOf(documentOf(maria)),
    ])
    for (const secret of ['senha', 'pppoe', '100.64.', 'AA:BB', 'exemplo.com.br', '35987'])
      expect(text).not.toContain(secret)
  })

  test('a customer whose every service is cancelled, an inactive one, and one who is none', async () => {
    expect((await erp.customer(String(antonia.id)))?.services).toMatchObject([{ isCancelled: true }])
    expect(await erp.customer(String(joao.id))).toMatchObject({ name: joao.name, birth: null })
    expect(await erp.customer('1')).toBeNull()
  })

  test('G44 · a document that stands in two records gives both', async () => {
    expect((await erp.customersOf(documentOf(benedita))).map(({ id }) => id).toSorted()).toEqual([
      String(benedita.id),
      String(beneditaAgain.id),
    ])
    expect(await erp.customersOf(parseDocument('318.275.940-04')!)).toMatchObject([{ id: String(luis.id) }])
    expect(await erp.customersOf(documentOf({ document: '52998224725' }))).toEqual([])
  })

  test('unpaid invoices: everything that is not quit, however old, with fees and equipment named', async () => {
    const invoices = await erp.unpaidInvoices(String(maria.id), wide)
    expect(invoices.every(({ customerId }) => customerId === String(maria.id))).toBe(true)
    expect(invoices.map(({ fact, isFee }) => [fact, isFee])).toEqual([
      ['partial', false],
      ['open', true],
      ['open', false],
      ['open', false],
      ['open', false],
      ['open', false],
    ])
    expect(invoices.find(({ fact }) => fact === 'partial')?.partlyPaidCents).toBe(50_00)
    expect(asked()).toHaveLength(1)
    const ofZelia = await erp.unpaidInvoices(String(zelia.id), wide)
    const { equipment, zero, withoutService, otherBranch, tooOld } = api.database.cases
    const byId = new Map(ofZelia.map((invoice) => [Number(invoice.id), invoice]))
    expect(byId.get(equipment)?.isEquipment).toBe(true)
    expect(byId.get(zero)?.cents).toBe(0)
    expect(byId.get(withoutService)?.serviceId).toBeNull()
    expect(byId.get(otherBranch)?.issuer).toBe('90001000000107')
    expect(byId.get(tooOld)?.due).toBe('2021-11-10')
  })

  test('G55 · a slip with a wrong digit, none at all, and Pix alone', async () => {
    const { unpaid } = api.database.cases
    const slipOf = async () =>
      (await erp.unpaidInvoices(String(maria.id), wide)).find(({ id }) => id === String(unpaid))?.slip
    expect(await slipOf()).toMatch(/^\d{47}$/)
    Object.assign(api.database.invoice(unpaid), { slip: 'wrong' })
    expect(await slipOf()).toBeNull()
    Object.assign(api.database.invoice(unpaid), { slip: 'none', hasPix: true })
    expect(await slipOf()).toMatch(/^000201/)
    Object.assign(api.database.invoice(unpaid), { slip: undefined, hasPix: false })
  })

  test('G55 · every slip of the ERP is read as one that can be paid', async () => {
    const slips = (await erp.unpaidInvoices(String(zelia.id), wide)).map(({ slip }) => slip)
    expect(slips.filter((slip) => slip === null)).toEqual([])
  })

  test('chosen invoices cost one request, whatever became of them, with every trap of the filter set', async () => {
    const { paidExactly, unpaid } = api.database.cases
    const invoices = await erp.invoices(String(maria.id), [wanted(paidExactly), wanted(unpaid)])
    expect(invoices).toMatchObject([
      { id: String(paidExactly), fact: 'paid', payment: { paid: '2026-07-09', credited: '2026-07-10' } },
      { id: String(unpaid), fact: 'open', payment: null },
    ])
    expect(asked()).toHaveLength(1)
    expect(asked()[0]?.query).toEqual({
      busca: 'id_cliente',
      termo_busca: String(maria.id),
      tipo_data: 'data_vencimento',
      data_inicio: '2026-07-10',
      data_fim: '2026-10-10',
      exibir_fatura_inativa: 'sim',
      valor_zerado: 'sim',
      tipo_resultado: 'detalhado',
      pagina: '0',
      itens_por_pagina: '500',
    })
  })

  test('a due date that was moved is found by a second request; what is gone stays out', async () => {
    const { unpaid } = api.database.cases
    const before = api.database.invoice(unpaid).due
    const asWas = wanted(unpaid)
    api.database.invoice(unpaid).due = '2026-12-20'
    expect(await erp.invoices(String(maria.id), [asWas])).toMatchObject([{ due: '2026-12-20' }])
    expect(await erp.invoices(String(maria.id), [{ id: '999999999', due: asWas.due }])).toEqual([])
    expect(asked()).toHaveLength(4)
    api.database.invoice(unpaid).due = before
  })

  test('G39, G41 · the cases of payment, as the ERP proves them', async () => {
    const { cases } = api.database
    const names = [
      'paidMore',
      'paidLess',
      'receiptWithoutPayment',
      'paidWithoutCredit',
      'paidBeforeCreated',
    ] as const
    const invoices = await erp.invoices(
      String(jose.id),
      names.map((name) => wanted(cases[name])),
    )
    const byId = new Map(invoices.map((invoice) => [Number(invoice.id), invoice]))
    expect(byId.get(cases.paidMore)).toMatchObject({
      fact: 'paid',
      cents: 199_90,
      payment: { cents: 240_41 },
    })
    expect(byId.get(cases.paidLess)).toMatchObject({
      fact: 'paid',
      cents: 119_90,
      payment: { cents: 109_90 },
    })
    expect(byId.get(cases.receiptWithoutPayment)).toMatchObject({ fact: 'partial', payment: null })
    expect(byId.get(cases.paidWithoutCredit)?.payment).toMatchObject({ credited: null })
    expect(byId.get(cases.paidBeforeCreated)?.fact).toBe('paid')
  })

  test('a cancelled invoice is a row on a new tenant and nothing on an old one; the agreements tell the rest', async () => {
    const { cancelled, renegotiated, renegotiatedFirst, renegotiatedSecond } = api.database.cases
    const facts = (await erp.invoices(String(padaria.id), [wanted(cancelled), wanted(renegotiated)])).map(
      ({ fact }) => fact,
    )
    expect(facts).toEqual(tenant === 'new' ? ['cancelled', 'cancelled'] : [])
    expect(await erp.renegotiations()).toEqual([
      {
        id: '401',
        oldInvoiceIds: [String(renegotiated)],
        newInvoiceIds: [String(renegotiatedFirst), String(renegotiatedSecond)],
      },
    ])
  })

  test('payments come page by page, each row once more on a page change at worst', async () => {
    const all = await erp.paymentsPage(wide, 0)
    expect(all.nextPage).toBeNull()
    expect(all.invoices.every(({ fact, payment }) => fact === 'paid' && payment !== null)).toBe(true)
    const few = await erp.paymentsPage({ from: dayOf('2026-11-18'), to: dayOf('2026-11-22') }, 0)
    expect(few.invoices.map(({ customerId }) => customerId)).toEqual(Array(3).fill(String(jose.id)))
    expect(asked().at(-1)?.query).toMatchObject({
      tipo_data: 'data_pagamento',
      apenas_quitado: 'sim',
      exibir_fatura_inativa: 'sim',
      itens_por_pagina: '500',
      pagina: '0',
    })
  })
})

describe('faults', () => {
  beforeAll(() => open('new'))
  afterAll(() => api.close())
  beforeEach(() => api.ledger.clear())
  afterEach(() => api.faults.clear())

  const read = () => erp.invoices(String(maria.id), [wanted(api.database.cases.unpaid)])

  test('G85 · a revoked token costs one more login and nothing else', async () => {
    await read()
    api.tokens.revokeAll()
    expect(await read()).toHaveLength(1)
    api.faults.set('invoices', { kind: 'unauthorized' })
    expect(await read()).toHaveLength(1)
    api.faults.set('invoices', { kind: 'unauthorized' }, 'always')
    await expect(read()).rejects.toMatchObject({ code: 'erp-credentials-refused' })
  })

  test.each([
    ['a page of the web server', { kind: 'html-page' }, 'erp-unreadable'],
    ['a cut answer', { kind: 'cut', by: 'length' }, 'erp-unreadable'],
    ['a business error with the back end in it', { kind: 'business-error', leaks: true }, 'erp-refused'],
    ['a failing server', { kind: 'status', status: 500 }, 'erp-down'],
    ['a busy server', { kind: 'rate-limit', retryAfter: '30' }, 'erp-rate'],
    ['a reset', { kind: 'reset' }, 'erp-unreachable'],
    ['a redirect', { kind: 'redirect', location: 'https://login.example' }, 'erp-unreadable'],
  ] satisfies [string, HubsoftFault, string][])('%s is a failure, never "open"', async (_, fault, code) => {
    api.faults.set('invoices', fault, 'always')
    for (const ask of [
      read,
      () => erp.paymentsPage(wide, 0),
      () => erp.customer(String(maria.id)),
      () => erp.unpaidInvoices(String(maria.id), wide),
    ])
      await expect(ask()).rejects.toMatchObject({ code, message: code })
  })

  test('a filter that is ignored ends the read: nothing of other people is believed', async () => {
    api.database.invoices.push({
      ...structuredClone(api.database.invoice(api.database.cases.unpaid)),
      id: 999_001,
      customerId: jose.id,
    })
    api.faults.set('invoices', { kind: 'filter-ignored' }, 'always')
    for (const ask of [
      read,
      () => erp.customer(String(maria.id)),
      () => erp.unpaidInvoices(String(maria.id), wide),
    ])
      await expect(ask()).rejects.toMatchObject({ code: 'erp-filter-ignored' })
    api.faults.set('customer', { kind: 'filter-ignored' }, 'always')
    await expect(erp.customersOf(documentOf(maria))).rejects.toMatchObject({ code: 'erp-filter-ignored' })
  })

  test('a list that moves between two pages brings rows twice and loses none', async () => {
    const model = api.database.invoice(api.database.cases.paidExactly)
    const paid = Array.from({ length: 520 }, (_, place) => ({
      ...structuredClone(model),
      id: 2_000_000 + place,
      paid: '2026-11-20',
    }))
    api.database.invoices.push(...paid)
    api.faults.set('invoices', { kind: 'duplicate-row' }, 'always')
    const between = { from: dayOf('2026-11-20'), to: dayOf('2026-11-20') }
    const first = await erp.paymentsPage(between, 0)
    const second = await erp.paymentsPage(between, first.nextPage!)
    expect(second.nextPage).toBeNull()
    const ids = [...first.invoices, ...second.invoices].map(({ id }) => id)
    expect(new Set(ids).size).toBeGreaterThanOrEqual(520)
    expect(ids.length).toBeGreaterThan(new Set(ids).size)
  })

  test('one payment that cannot be read does not hold up the others', async () => {
    const model = api.database.invoice(api.database.cases.paidExactly)
    api.database.invoices.push(
      { ...structuredClone(model), id: 3_000_001, paid: '2026-11-19', due: 'nunca' },
      { ...structuredClone(model), id: 3_000_002, paid: '2026-11-19' },
    )
    const between = { from: dayOf('2026-11-19'), to: dayOf('2026-11-19') }
    const { invoices } = await erp.paymentsPage(between, 0)
    expect(invoices.map(({ id }) => id)).toEqual(['3000002'])
    api.database.invoice(3_000_002).due = 'nunca'
    await expect(erp.paymentsPage(between, 0)).rejects.toMatchObject({ code: 'erp-unreadable' })
  })
})
