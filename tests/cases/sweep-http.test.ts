import { afterEach, describe, expect, test } from 'vitest'
import { hubsoft } from '../../proxy/erps/hubsoft/hubsoft.ts'
import { request } from '../../proxy/net/request.ts'
import type { NegativationRecord } from '../../proxy/store/records.ts'
import { parseDocument } from '../../shared/document.ts'
import { cents } from '../../shared/money.ts'
import { startHubsoftApi } from '../simulators/hubsoft-api/start-hubsoft-api.ts'
import type { HubsoftApiSimulator } from '../simulators/hubsoft-api/start-hubsoft-api.ts'
import { apiUser } from './debt-desk.ts'
import { dayOf } from './sample-negativation.ts'
import { minute, sweepWorld } from './sweep-world.ts'

let api: HubsoftApiSimulator
afterEach(() => api.close())

/** The sweeper over HubSoft's API, with one record for each of the invoices. */
const worldOver = async (tenant: 'new' | 'old', wanted: (api: HubsoftApiSimulator) => number[]) => {
  const world = sweepWorld()
  const clock = (): number => world.time.wall
  api = await startHubsoftApi({ clock, tenant })
  world.erps[0] = {
    id: 'erp-1',
    erp: hubsoft({ request, clock, access: { ...apiUser, baseUrl: api.url } }),
  }
  const { database } = api
  for (const id of wanted(api)) {
    const invoice = database.invoice(id)
    const customer = database.customer(invoice.customerId)
    const fields: Partial<NegativationRecord> = {
      id: `record-${id}`,
      customer: { id: String(customer.id), code: String(customer.code) },
      service: { id: String(invoice.serviceId), name: '', state: '' },
      totalCents: cents(invoice.cents),
      invoices: world
        .invoices(String(id))
        .map((each) => ({ ...each, due: dayOf(invoice.due), cents: invoice.cents })),
    }
    const debtor = { document: parseDocument(customer.document)!, name: customer.name }
    const record = await world.register(fields)
    await world.store.commit([
      {
        collection: 'negativations',
        id: record.id,
        value: { ...record, debtor: { ...record.debtor, ...debtor } },
      },
    ])
  }
  const record = (id: number) => world.get(`record-${id}`)
  const asked = () => api.ledger.requests.filter(({ call }) => call !== 'token')
  return { ...world, record, asked }
}

describe.each(['new', 'old'] as const)('a tenant of the %s kind', (tenant) => {
  test('a payment of yesterday is a removal after one request, whatever the number of records', async () => {
    const { tick, sweeper, record, asked } = await worldOver(tenant, ({ database }) =>
      database.invoices.filter(({ paid, cents: value }) => paid === null && value > 0).map(({ id }) => id),
    )
    const { unpaid } = api.database.cases
    api.database.pay(unpaid, { on: '2026-11-24' })
    await sweeper().sweepNow()
    expect(asked()).toHaveLength(1)
    expect((await record(unpaid)).removal).toMatchObject({ cause: 'paid', clockFrom: '2026-11-25' })
    await tick()
    const others = api.database.invoices.filter(({ paid, id }) => paid === null && id !== unpaid)
    expect(others.length).toBeGreaterThan(50)
  })

  test('of the cases of payment only those with a payment day clear anybody', async () => {
    const { audit, record } = await worldOver(tenant, ({ database: { cases } }) => [
      cases.paidLess,
      cases.receiptWithoutPayment,
      cases.partlyPaid,
      cases.cancelled,
      cases.renegotiated,
    ])
    const { cases } = api.database
    await audit()
    expect((await record(cases.paidLess)).removal?.cause).toBe('paid')
    for (const id of [cases.receiptWithoutPayment, cases.partlyPaid, cases.cancelled, cases.renegotiated])
      expect((await record(id)).removal).toBeNull()
    await audit()
    const facts = async (id: number) => (await record(id)).invoices.map(({ fact }) => fact)
    expect(await facts(cases.renegotiated)).toEqual(['renegotiated'])
    expect(await facts(cases.cancelled)).toEqual([tenant === 'new' ? 'cancelled' : 'vanished'])
    expect((await record(cases.cancelled)).removal?.cause).toBe(
      tenant === 'new' ? 'invoice-cancelled' : undefined,
    )
  })

  test('G37 · the first instalment of a renegotiated invoice is paid: the old one leaves', async () => {
    const { audit, pass, tick, record } = await worldOver(tenant, ({ database: { cases } }) => [
      cases.renegotiated,
    ])
    const { renegotiated, renegotiatedFirst } = api.database.cases
    await audit()
    api.database.pay(renegotiatedFirst, { on: '2026-11-26' })
    pass(11 * minute)
    await tick()
    expect((await record(renegotiated)).removal).toMatchObject({
      cause: 'renegotiated',
      clockFrom: '2026-11-27',
    })
  })
})

test('G46 · an invoice that was issued again is recognised at the API', async () => {
  const { audit, record, store } = await worldOver('new', ({ database: { cases } }) => [cases.unpaid])
  const { unpaid } = api.database.cases
  const fresh = api.database.reissue(unpaid)
  await audit()
  await audit()
  expect((await record(unpaid)).removal?.cause).toBe('invoice-cancelled')
  const [line] = await store.query('history', { negativationId: `record-${unpaid}` })
  expect(line?.text).toContain(String(fresh.id))
})

test('a look over two pages, the list moving between them, clears every payer; a broken second page is read again', async () => {
  const { sweeper, pass, tick, record, asked } = await worldOver('new', ({ database }) => {
    const model = database.invoice(database.cases.unpaid)
    const more = Array.from({ length: 510 }, (_, place) => ({
      ...structuredClone(model),
      id: 5_000_000 + place,
    }))
    database.invoices.push(...more)
    for (const { id } of more) database.pay(id, { on: '2026-11-24' })
    return [5_000_000, 5_000_505, 5_000_509]
  })
  api.faults.after('invoices', 1, { kind: 'html-page' })
  await sweeper().sweepNow()
  expect((await record(5_000_000)).state).toBe('removal-requested')
  expect((await record(5_000_509)).state).toBe('active')
  expect((await sweeper().status()).lastSweepAt).toBeNull()
  api.faults.set('invoices', { kind: 'duplicate-row' }, 'always')
  pass(minute)
  await tick()
  for (const id of [5_000_505, 5_000_509]) expect((await record(id)).state).toBe('removal-requested')
  expect((await sweeper().status()).lastSweepAt).not.toBeNull()
  expect(
    asked()
      .map(({ query }) => query['pagina'])
      .slice(0, 4),
  ).toEqual(['0', '1', '0', '1'])
})

test('a filter that the tenant ignores judges nobody by the rows of others', async () => {
  const { audit, record, sweeper } = await worldOver('old', ({ database: { cases } }) => [
    cases.unpaid,
    cases.ofTwin,
  ])
  api.database.pay(api.database.cases.unpaid, { on: '2026-09-01' })
  api.faults.set('invoices', { kind: 'filter-ignored' }, 'always')
  await audit()
  for (const id of [api.database.cases.unpaid, api.database.cases.ofTwin])
    expect(await record(id)).toMatchObject({ removal: null, invoices: [{ fact: 'open' }] })
  expect((await sweeper().status()).problem).toMatchObject({ code: 'erp-filter-ignored' })
})
