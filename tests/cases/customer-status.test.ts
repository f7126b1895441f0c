import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { people } from '../simulators/people.ts'
import { apiUser, confirmation, freshDesk, invoiceAt, leaveDesk, startPlatforms } from './debt-desk.ts'
import type { DebtDesk, Platforms } from './debt-desk.ts'

const { antonia } = people
let platforms: Platforms
let desk: DebtDesk

beforeAll(async () => {
  platforms = await startPlatforms()
})
afterAll(() => platforms.close())
beforeEach(async () => {
  desk = await freshDesk(platforms)
})
afterEach(() => leaveDesk(platforms, desk))

const status = (site = 'empresa.hubsoft.com.br') =>
  desk.ana.call('customerStatus', { site, customerId: String(antonia.id) })

test('the overdue invoices and the registered debts of a customer', async () => {
  const { id } = await desk.include()
  await desk.draft(antonia, [invoiceAt(antonia, 3)])
  const shown = await status()
  expect(shown).toMatchObject({
    erpId: desk.erpId,
    document: antonia.document,
    records: [{ id, state: 'sent' }],
    problem: null,
  })
  // Due yesterday or before and open: two months, this month's and the fine; the partly paid one is none.
  expect(shown.overdue).toEqual({ count: 4, cents: 3 * 11_990 + 35_000 })
})

test('which of the overdue invoices are eligible, judged anew without asking the ERP', async () => {
  const before = await status()
  // The fine is left out by the policy, this month's is not late enough, and a partly paid one is nobody's.
  expect(before.eligible.toSorted()).toEqual([invoiceAt(antonia, 2), invoiceAt(antonia, 3)])
  await desk.include()
  const asked = platforms.hubsoft.ledger.requests.length
  expect((await status()).eligible).toEqual([invoiceAt(antonia, 3)])
  await desk.ana.call('inclusionPolicySave', {
    ...(await desk.ana.call('inclusionPolicy', {})),
    isPaused: true,
  })
  expect((await status()).eligible).toEqual([])
  expect(platforms.hubsoft.ledger.requests).toHaveLength(asked)
  expect(Object.keys(before).toSorted()).toEqual([
    'document',
    'eligible',
    'erpId',
    'mayInclude',
    'overdue',
    'problem',
    'records',
  ])
})

test('opening the record again within a minute asks the ERP nothing', async () => {
  await status()
  const asked = platforms.hubsoft.ledger.requests.length
  platforms.time.now += 59_000
  await status()
  expect(platforms.hubsoft.ledger.requests).toHaveLength(asked)
  platforms.time.now += 2_000
  await status()
  expect(platforms.hubsoft.ledger.requests.length).toBeGreaterThan(asked)
})

test('the ERP in trouble: the records are shown, the problem is named, and the next look asks again', async () => {
  await desk.include()
  platforms.hubsoft.faults.set('customer', { kind: 'status', status: 503 }, 'always')
  expect(await status()).toMatchObject({
    records: [{ state: 'sent' }],
    document: null,
    overdue: null,
    eligible: [],
    problem: { code: 'erp-down' },
  })
  platforms.hubsoft.faults.clear()
  expect(await status()).toMatchObject({ document: antonia.document, problem: null })
})

test('the ERP of the page’s site, the only one, or none', async () => {
  const other = await desk.ana.call('erpCreate', {
    ...apiUser,
    description: 'Outra',
    baseUrl: 'https://api.outra.hubsoft.com.br',
  })
  expect(await status('desconhecida.hubsoft.com.br')).toMatchObject({
    erpId: null,
    records: [],
    problem: { code: 'erp-none' },
  })
  platforms.hubsoft.ledger.clear()
  await desk.ana.call('erpRemove', { id: desk.erpId })
  expect((await status('desconhecida.hubsoft.com.br')).erpId).toBe(other.id)
})

test('a search by name, by document and by invoice finds the record; a page has an end', async () => {
  const { id } = await desk.include()
  await desk.include(antonia, [invoiceAt(antonia, 3)])
  const list = (search: string, fields: { limit?: number; after?: string | null } = {}) =>
    desk.ana.call('negativations', {
      states: [],
      search,
      environment: null,
      order: 'changed',
      after: null,
      limit: 50,
      ...fields,
    })
  for (const search of ['antonia', '640.182.357-71', '64018235771'])
    expect(await list(search)).toMatchObject({ total: 2, counts: { sent: 2, draft: 0 } })
  expect((await list(invoiceAt(antonia, 2))).negativations.map((each) => each.id)).toEqual([id])
  expect(await list('ninguém')).toMatchObject({ total: 0, negativations: [], next: null })
  const first = await list('', { limit: 1 })
  expect(first.next).not.toBeNull()
  const second = await list('', { limit: 1, after: first.next })
  expect(second.next).toBeNull()
  expect(new Set([...first.negativations, ...second.negativations].map((each) => each.id)).size).toBe(2)
})

test('a second draft of the same debt is the first one, shown anew', async () => {
  const first = await desk.draft()
  platforms.time.now += 60_000
  const second = await desk.draft()
  expect(second.negativation.id).toBe(first.negativation.id)
  expect(second.seal).toBe(first.seal)
  expect(second.negativation.changedAt).not.toBe(first.negativation.changedAt)
  await desk.ana.call('negativationConfirm', confirmation(first))
  await desk.service.services.idle()
  expect(await desk.record(first.negativation.id)).toMatchObject({ state: 'sent' })
})
