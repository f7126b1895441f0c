import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Candidate, CandidateListing } from '../../shared/api.ts'
import type { Defaulter } from '../simulators/hubsoft-api/seed/defaulters.ts'
import { addDefaulters } from '../simulators/hubsoft-api/seed/defaulters.ts'
import { people } from '../simulators/people.ts'
import type { DebtDesk, Platforms } from './debt-desk.ts'
import { apiUser, freshDesk, leaveDesk, startPlatforms } from './debt-desk.ts'

const today = '2026-11-25'
const minute = 60_000
const patience = { interval: 5, timeout: 20_000 }

// Each reading is hundreds of rows over HTTP, also on a machine that does much else.
vi.setConfig({ testTimeout: 30_000 })

let platforms: Platforms
let added: Defaulter[]
let desk: DebtDesk
beforeAll(async () => {
  platforms = await startPlatforms()
  added = addDefaulters(platforms.hubsoft.database, 300, { today })
})
afterAll(() => platforms.close())
beforeEach(async () => {
  desk = await freshDesk(platforms)
})
afterEach(() => leaveDesk(platforms, desk))

const start = (again = false) => desk.ana.call('candidateStart', { erpId: desk.erpId, again })
const look = ({ id }: Pick<CandidateListing, 'id'>) => desk.ana.call('candidateListing', { id })
const ended = async (listing: Pick<CandidateListing, 'id'>) =>
  vi.waitFor(async () => {
    const now = await look(listing)
    expect(now.state).not.toBe('reading')
    return now
  }, patience)
const read = async (again = false) => ended(await start(again))

const everybody = async ({ id }: Pick<CandidateListing, 'id'>, count = 1_000): Promise<Candidate[]> => {
  const found: Candidate[] = []
  for (let from: number | null = 0; from !== null;) {
    const page: { candidates: Candidate[]; next: number | null } = await desk.ana.call('candidates', {
      id,
      from,
      count,
    })
    found.push(...page.candidates)
    from = page.next
  }
  return found
}
const invoiceRequests = () =>
  platforms.hubsoft.ledger.of('invoices').filter(({ query }) => query['tipo_data'] === 'data_vencimento')

describe('a reading', () => {
  test('brings every overdue invoice of every page, and says what is in the way of which', async () => {
    const listing = await read()
    const pages = Math.ceil(listing.progress.invoices / 500)
    expect(pages).toBeGreaterThan(1)
    expect(listing).toMatchObject({
      state: 'done',
      unread: 0,
      problem: null,
      progress: { page: pages, pages },
    })
    expect(
      invoiceRequests().map(({ query }) => [query['pagina'], query['data_inicio'], query['data_fim']]),
    ).toEqual(Array.from({ length: pages }, (_, page) => [String(page), '2016-11-25', '2026-11-24']))
    const candidates = await everybody(listing)
    const invoices = candidates.flatMap((candidate) => candidate.invoices)
    expect(listing.total).toEqual({
      people: new Set(candidates.map(({ customer }) => customer.id)).size,
      debts: candidates.length,
      invoices: invoices.length,
      cents: invoices.reduce((sum, { cents }) => sum + cents, 0),
    })
    const byInvoice = new Map(
      candidates.flatMap((each) => each.invoices.map((held) => [held.id, { each, held }])),
    )
    for (const { customerId, document, city, isMinor, debts } of added)
      for (const { serviceId, isCancelled, invoices: owed } of debts)
        for (const { id, due, cents, flaw } of owed) {
          const { each, held } = byInvoice.get(String(id))!
          expect(each).toMatchObject({
            customer: { id: String(customerId), document },
            service: { id: String(serviceId), isCancelled },
            city,
          })
          expect(held).toMatchObject({ due, cents, isRegistered: false })
          const blocks = held.reasons.filter(({ level }) => level === 'block').map(({ code }) => code)
          expect(blocks).toEqual(flaw ? [flaw] : [])
          expect(held.reasons.some(({ code }) => code === 'service-active')).toBe(!isCancelled)
          expect(each.reasons.some(({ code }) => code === 'minor')).toBe(isMinor)
        }
    const oldest = candidates.map(({ invoices: [first] }) => first!.due)
    expect(oldest).toEqual(oldest.toSorted())
    expect(platforms.hubsoft.ledger.of('customer')).toEqual([])
  })

  test('is given again for a quarter of an hour, and anew when somebody asks or it is older', async () => {
    const first = await read()
    expect((await start()).id).toBe(first.id)
    platforms.time.now += 15 * minute
    expect((await start()).id).toBe(first.id)
    platforms.time.now += 1
    const second = await read()
    expect(second.id).not.toBe(first.id)
    const third = await read(true)
    expect(third.id).not.toBe(second.id)
    expect(await desk.ana.refused('candidateListing', { id: second.id })).toMatchObject({
      status: 404,
      code: 'listing-unknown',
    })
  })

  test('is one at a time; the earlier one stays readable meanwhile', async () => {
    const first = await read()
    platforms.hubsoft.faults.set('invoices', { kind: 'hang' })
    const second = await start(true)
    expect(second).toMatchObject({ state: 'reading', readAt: null, total: { invoices: 0 } })
    expect((await start()).id).toBe(second.id)
    expect(await everybody(first)).not.toEqual([])
    const third = await start(true)
    expect(third.id).not.toBe(second.id)
    expect(await desk.ana.refused('candidates', { id: second.id, from: 0, count: 1 })).toMatchObject({
      code: 'listing-unknown',
    })
    platforms.hubsoft.faults.release()
    expect(await ended(third)).toMatchObject({ state: 'done', total: first.total })
  })

  test('is interrupted at once, and keeps what it has read', async () => {
    platforms.hubsoft.faults.after('invoices', 2, { kind: 'hang' })
    const started = await start()
    await vi.waitFor(async () => expect((await look(started)).progress.page).toBe(1), patience)
    const partly = await desk.ana.call('candidateCancel', { id: started.id })
    expect(partly).toMatchObject({
      state: 'cancelled',
      progress: { page: 1, invoices: 500 },
      problem: { code: 'listing-cancelled' },
    })
    platforms.hubsoft.faults.release()
    expect((await everybody(partly)).flatMap(({ invoices }) => invoices)).toHaveLength(500)
    expect(await desk.ana.call('candidateCancel', { id: started.id })).toEqual(partly)
    expect((await start()).id).not.toBe(started.id)
  })

  test.each([
    ['a failing server', { kind: 'status', status: 500 }, 'erp-down', {}],
    ['an answer that is cut', { kind: 'cut', by: 'length' }, 'erp-unreadable', {}],
    [
      'G86 · a server that wants to be left alone for long',
      { kind: 'rate-limit', retryAfter: '3600' },
      'erp-rate',
      { seconds: 3600 },
    ],
  ] as const)(
    '%s in the middle ends it with its problem, and what was read stays',
    async (_, fault, code, params) => {
      // The first two are the first page and the look for the newest payment.
      platforms.hubsoft.faults.after('invoices', 2, fault, 'always')
      const listing = await read()
      expect(listing).toMatchObject({ state: 'failed', progress: { page: 1 }, problem: { code } })
      expect(listing.problem?.params ?? {}).toEqual(code === 'erp-down' ? { status: 500 } : params)
      const invoices = (await everybody(listing, 100)).flatMap((candidate) => candidate.invoices)
      expect(invoices).toHaveLength(500)
      platforms.hubsoft.faults.clear()
      expect(await read()).toMatchObject({ state: 'done' })
    },
  )

  test.each(['90', null])(
    'G86 · a server that asks for a pause (%s) is waited for, and the pause can be interrupted',
    async (retryAfter) => {
      platforms.hubsoft.faults.after('invoices', 2, { kind: 'rate-limit', retryAfter }, 'always')
      const started = await start()
      await vi.waitFor(async () => expect((await look(started)).waitsUntil).toBeTruthy(), patience)
      expect(await look(started)).toMatchObject({ state: 'reading', progress: { page: 1 } })
      expect(await desk.ana.call('candidateCancel', { id: started.id })).toMatchObject({
        state: 'cancelled',
        waitsUntil: null,
        progress: { invoices: 500 },
      })
    },
  )

  test('days that the ERP does not understand end it: what is not due yet is nobody’s debt', async () => {
    platforms.hubsoft.faults.set('invoices', { kind: 'window-ignored' }, 'always')
    const listing = await read()
    expect(listing).toMatchObject({ state: 'failed', problem: { code: 'erp-filter-ignored' } })
    const invoices = (await everybody(listing)).flatMap((candidate) => candidate.invoices)
    expect(invoices.filter(({ daysLate }) => daysLate < 1)).toEqual([])
  })

  test('a list that moves between two pages brings a row twice, and it counts once', async () => {
    const whole = await read()
    platforms.hubsoft.faults.set('invoices', { kind: 'duplicate-row' }, 'always')
    expect((await read(true)).total).toEqual(whole.total)
  })

  test('rows that cannot be read are told', async () => {
    const { invoices, cases } = platforms.hubsoft.database
    const whole = await read()
    invoices.push({
      ...structuredClone(platforms.hubsoft.database.invoice(cases.unpaid)),
      id: 990_003,
      cents: NaN,
    })
    const after = await read(true)
    invoices.splice(-1)
    expect(after).toMatchObject({ state: 'done', unread: 1, total: whole.total })
  })

  test('of an ERP that is saved anew begins anew; an unknown one has none', async () => {
    const first = await read()
    platforms.time.now += 1
    await desk.ana.call('erpUpdate', { id: desk.erpId, ...apiUser, baseUrl: platforms.hubsoft.url })
    expect((await start()).id).not.toBe(first.id)
    expect(await desk.ana.refused('candidateStart', { erpId: 'nobody', again: false })).toMatchObject({
      status: 404,
      code: 'erp-unknown',
    })
  })
})

describe('what concerns everybody stands once', () => {
  const general = async (listing: Pick<CandidateListing, 'id'>) =>
    (await look(listing)).reasons.map(({ code, level }) => `${level} ${code}`)

  test('G38 · the last payment that the ERP knows is three days old: the bank’s files were not read', async () => {
    const { database } = platforms.hubsoft
    const newest = () => database.invoices.filter(({ paid }) => paid !== null && paid >= '2026-11-22')
    for (const { id } of newest()) database.undo(id)
    database.pay(database.cases.unpaid, { on: '2026-11-22' })
    expect(await general(await read())).toEqual(['warn reconciliation-old', 'warn erp-records-unseen'])
    platforms.time.now += 11 * minute
    database.pay(database.cases.unpaid, { on: today })
    expect(await general(await read(true))).toEqual(['warn erp-records-unseen'])
    database.undo(database.cases.unpaid)
  })

  test('pausing, a full day and a missing set-up, as they are at the look', async () => {
    platforms.hubsoft.database.pay(platforms.hubsoft.database.cases.unpaid, { on: today })
    const listing = await read()
    platforms.hubsoft.database.undo(platforms.hubsoft.database.cases.unpaid)
    const policy = await desk.ana.call('inclusionPolicy', {})
    await desk.ana.call('inclusionPolicySave', { ...policy, isPaused: true, dailyLimit: 0 })
    expect(await general(listing)).toEqual([
      'block inclusions-paused',
      'block daily-limit',
      'warn erp-records-unseen',
    ])
    await desk.ana.call('inclusionPolicySave', policy)
    await desk.ana.call('integrationRemove', { id: desk.integrationId })
    expect(await general(listing)).toEqual(['block not-set-up', 'warn erp-records-unseen'])
  })

  test('a stricter policy counts at the next page, without another reading', async () => {
    const listing = await read()
    const policy = await desk.ana.call('inclusionPolicy', {})
    await desk.ana.call('inclusionPolicySave', { ...policy, activeService: 'block' })
    const reasons = (await everybody(listing))
      .flatMap(({ invoices }) => invoices.flatMap((invoice) => invoice.reasons))
      .filter(({ code }) => code === 'service-active')
    expect(new Set(reasons.map(({ level }) => level))).toEqual(new Set(['block']))
  })
})

test('G43 · what has been registered since is marked at the next page', async () => {
  const listing = await read()
  const registered = async () =>
    (await everybody(listing)).flatMap(({ invoices }) =>
      invoices.filter(({ isRegistered }) => isRegistered).map(({ id }) => id),
    )
  expect(await registered()).toEqual([])
  const { invoices } = await desk.include(people.antonia)
  expect(await registered()).toEqual(invoices.map(({ id }) => id))
})
