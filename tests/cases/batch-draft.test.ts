import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mostBatchItems, mostPartItems } from '../../shared/api.ts'
import type { SelectedDebt } from '../../shared/api.ts'
import type { Defaulter } from '../simulators/hubsoft-api/seed/defaulters.ts'
import type { BatchDesk } from './batch-desk.ts'
import { batchDesk, debtsOf, everythingAccepted, platformsWithDefaulters } from './batch-desk.ts'
import { leaveDesk } from './debt-desk.ts'
import type { Platforms } from './debt-desk.ts'

let platforms: Platforms
let all: Defaulter[]
let desk: BatchDesk
beforeAll(async () => {
  const world = await platformsWithDefaulters(60)
  platforms = world.platforms
  all = world.defaulters
})
afterAll(() => platforms.close())
beforeEach(async () => {
  desk = await batchDesk(platforms)
})
afterEach(() => leaveDesk(platforms, desk))

const invoiceOf = ({ debts: [debt] }: Defaulter): number => debt!.invoices[0]!.id
const centsOf = (people: readonly Defaulter[]): number =>
  people.reduce((sum, { debts: [debt] }) => sum + debt!.invoices[0]!.cents, 0)

describe('a draft of many', () => {
  test('is read at the ERP in the service, and sends nothing', async () => {
    const people = all.slice(0, 6)
    const { batch, missing } = await desk.ana.call('batchDraft', desk.part(people.flatMap(debtsOf)))
    expect(missing).toBe(0)
    expect(batch).toMatchObject({
      state: 'reading',
      createdBy: 'Ana',
      selected: { people: 6, debts: 6, invoices: 6, cents: 0 },
      reason: { code: 'TI', text: 'Serviço de dados' },
      environment: 'production',
    })
    await desk.service.services.idle()
    expect(await desk.look(batch!.id)).toMatchObject({
      state: 'draft',
      readDebts: 6,
      readProblem: null,
      selected: { people: 6, debts: 6, invoices: 6, cents: centsOf(people) },
      going: { people: 0 },
      log: [
        { event: 'drafted', actor: 'Ana' },
        { event: 'read', actor: 'Nada Consta' },
      ],
    })
    expect(desk.includes()).toBe(0)
    const {
      debts: [debt],
      name,
    } = people[0]!
    expect((await desk.items(batch!.id))[0]).toMatchObject({
      position: 1,
      name,
      state: 'waiting',
      cents: debt!.invoices[0]!.cents,
      reasons: expect.arrayContaining([expect.objectContaining({ code: 'erp-records-unseen' })]),
    })
    expect((await desk.ana.call('batches', {})).batches.map(({ id }) => id)).toEqual([batch!.id])
  })

  test('the same key again is the same batch, also pressed twice at once', async () => {
    const part = desk.part(all.slice(0, 2).flatMap(debtsOf))
    const [one, other] = await Promise.all([
      desk.ana.call('batchDraft', part),
      desk.ana.call('batchDraft', part),
    ])
    const { batch } = await desk.ana.call('batchDraft', part)
    expect(new Set([one, other, { batch }].map((answer) => answer.batch?.id)).size).toBe(1)
    expect((await desk.ana.call('batches', {})).batches).toHaveLength(1)
  })

  test('what was paid since it was selected is blocked by name, and does not go', async () => {
    const people = all.slice(50, 53)
    platforms.hubsoft.database.pay(invoiceOf(people[1]!))
    const { id } = await desk.draft(people)
    platforms.hubsoft.database.undo(invoiceOf(people[1]!))
    const accepted = everythingAccepted(await desk.simulate(id))
    expect(await desk.simulate(id, accepted)).toMatchObject({
      selected: { people: 3 },
      going: { people: 2, cents: centsOf([people[0]!, people[2]!]) },
      blocked: [{ code: 'not-open', total: { people: 1 } }],
    })
    expect((await desk.items(id))[1]).toMatchObject({
      name: people[1]!.name,
      reasons: [{ code: 'not-open', params: { invoices: String(invoiceOf(people[1]!)) } }],
    })
  })

  test('an ERP that is down ends the reading; what was not read is blocked, and can be simulated again', async () => {
    platforms.hubsoft.faults.set('customer', { kind: 'status', status: 502 }, 'always')
    const batch = await desk.draft(all.slice(0, 30))
    platforms.hubsoft.faults.clear()
    expect(batch).toMatchObject({ state: 'draft', readProblem: { code: 'erp-down' } })
    const { going, blocked } = await desk.simulate(batch.id)
    expect(going.debts).toBe(0)
    expect(blocked).toMatchObject([{ code: 'not-read', total: { debts: 30 } }])
    expect(platforms.hubsoft.ledger.of('customer').length).toBeLessThan(20)
    expect((await desk.draft(all.slice(0, 3))).readProblem).toBeNull()
  })

  test('a reading can be given up', async () => {
    const gate = Promise.withResolvers<void>()
    platforms.hubsoft.faults.set('customer', { kind: 'slow', until: gate.promise }, 'always')
    const { batch } = await desk.ana.call('batchDraft', desk.part(all.slice(0, 30).flatMap(debtsOf)))
    await platforms.hubsoft.ledger.seen('customer')
    expect(await desk.ana.call('batchCancel', { id: batch!.id })).toMatchObject({ state: 'cancelled' })
    gate.resolve()
    await desk.service.services.idle()
    expect(await desk.look(batch!.id)).toMatchObject({ state: 'cancelled', readDebts: 0 })
    // The four that were being read, each with its second look and the search for the same document.
    expect(platforms.hubsoft.ledger.of('customer').length).toBeLessThanOrEqual(16)
    const refused = await desk.ana.refused('batchSimulation', { id: batch!.id, accepted: [] })
    expect(refused).toMatchObject({ status: 409, code: 'batch-state' })
  })

  test('nobody is read for an integration that could not remove', async () => {
    const bare = await desk.ana.call('integrationCreate', {
      description: 'Filial',
      creditor: '04.718.253/0001-56',
      environment: 'production',
      answerFormat: 'html',
    })
    const debts = all.slice(0, 2).flatMap(debtsOf)
    const refused = await desk.ana.refused('batchDraft', desk.part(debts, { integrationId: bare.id }))
    expect(refused.code).toBe('inclusion-reason-unknown')
    const reason = await desk.ana.refused('batchDraft', desk.part(debts, { reasonCode: 'XX' }))
    expect(reason.code).toBe('inclusion-reason-unknown')
    expect((await desk.ana.call('batches', {})).batches).toEqual([])
  })
})

const madeUp = (from: number, count: number): SelectedDebt[] =>
  Array.from({ length: count }, (_, index) => ({
    customerId: String(900_000 + from + index),
    serviceId: null,
    invoiceIds: [String(9_000_000 + from + index)],
  }))

describe('G71 · five thousand at once', () => {
  test('G71 · in one request of two megabytes they are refused with a text, not with a reset', async () => {
    const debts = madeUp(0, mostBatchItems).map((debt) => ({
      ...debt,
      invoiceIds: Array.from({ length: 30 }, (_, index) => `${debt.invoiceIds[0]}${index}`),
    }))
    const input = desk.part(debts)
    expect(JSON.stringify(input).length).toBeGreaterThan(2_000_000)
    expect(await desk.ana.refused('batchDraft', input)).toMatchObject({
      status: 413,
      code: 'body-too-large',
      text: expect.stringMatching(/\S/),
    })
  })

  test('G71 · in parts they are taken, and one more is refused before anything is read', async () => {
    const parts = mostBatchItems / mostPartItems
    platforms.hubsoft.faults.set('customer', { kind: 'hang' }, 'always')
    const send = async (key: string, place: number, of: number) => {
      // A browser sends as fast as the service allows.
      platforms.time.now += 1_000
      const debts = madeUp(place * mostPartItems, mostPartItems)
      return desk.part(debts, { key, part: place, parts: of })
    }
    const key = crypto.randomUUID()
    for (let place = 0; place < parts - 1; place += 1)
      expect(await desk.ana.call('batchDraft', await send(key, place, parts))).toEqual({
        batch: null,
        missing: parts - place - 1,
      })
    const { batch } = await desk.ana.call('batchDraft', await send(key, parts - 1, parts))
    expect(batch).toMatchObject({ state: 'reading', selected: { people: 5_000, debts: 5_000 } })
    await desk.ana.call('batchCancel', { id: batch!.id })

    const larger = crypto.randomUUID()
    for (let place = 0; place < parts; place += 1)
      await desk.ana.call('batchDraft', await send(larger, place, parts + 1))
    expect(await desk.ana.refused('batchDraft', await send(larger, parts, parts + 1))).toMatchObject({
      status: 413,
      code: 'batch-too-large',
      text: 'O lote tem 5100 dívidas; o máximo é 5000. Nada foi enviado.',
    })
    platforms.hubsoft.faults.release()
  })
})

describe('the simulation', () => {
  test('shows the cost by the administrator’s price, and what today still allows', async () => {
    const { id } = await desk.draft(all.slice(0, 4))
    const accepted = everythingAccepted(await desk.simulate(id))
    expect(await desk.simulate(id, accepted)).toMatchObject({
      costCents: null,
      unitCents: null,
      leftToday: 500,
    })
    await desk.ana.call('productSave', {
      id: desk.integrationId,
      kind: 'inclusion',
      code: 'INCLUSAO_PEFIN',
      name: 'Inclusão Pefin',
      persons: ['F', 'J'],
      priceCents: 1_90,
    })
    await desk.policy({ dailyLimit: 3, approvalPeople: 3 })
    expect(await desk.simulate(id, accepted)).toMatchObject({
      going: { people: 4 },
      costCents: 7_60,
      unitCents: 1_90,
      leftToday: 3,
      needsApproval: true,
      letterDays: 10,
    })
  })

  test('G51 · an address that was shortened wants to be accepted, and what is sent is shown', async () => {
    const someone = all[10]!
    const service = platforms.hubsoft.database.customer(someone.customerId).services[0]!
    const before = { ...service.address }
    service.address.street = 'RUA PROFESSOR DOUTOR CONSELHEIRO ANTÔNIO JOSÉ DA CONCEIÇÃO'
    const { id } = await desk.draft([someone, all[11]!])
    service.address = before
    const open = await desk.simulate(id)
    const others = everythingAccepted(open).filter((code) => code !== 'address-shortened')
    expect(open.warnings).toContainEqual(
      expect.objectContaining({ code: 'address-shortened', total: expect.objectContaining({ people: 1 }) }),
    )
    expect(await desk.simulate(id, others)).toMatchObject({ going: { people: 1 }, shortened: [] })
    const { going, shortened } = await desk.simulate(id, [...others, 'address-shortened'])
    expect(going.people).toBe(2)
    expect(shortened).toMatchObject([
      { position: 1, name: someone.name, field: 'street', whole: expect.stringContaining('CONSELHEIRO') },
    ])
    expect(shortened[0]!.sent.length).toBeLessThanOrEqual(45)
  })
})
