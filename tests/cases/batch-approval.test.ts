import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ClientRecord } from '../../proxy/store/records.ts'
import type { Defaulter } from '../simulators/hubsoft-api/seed/defaulters.ts'
import type { BatchDesk } from './batch-desk.ts'
import { batchDesk, debtsOf, platformsWithDefaulters } from './batch-desk.ts'
import { leaveDesk } from './debt-desk.ts'
import type { Platforms } from './debt-desk.ts'

const hour = 3_600_000
let platforms: Platforms
let all: Defaulter[]
let desk: BatchDesk
beforeAll(async () => {
  const world = await platformsWithDefaulters(40)
  platforms = world.platforms
  all = world.defaulters
})
afterAll(() => platforms.close())
beforeEach(async () => {
  desk = await batchDesk(platforms)
})
afterEach(() => leaveDesk(platforms, desk))

const people = (count: number): Defaulter[] => all.slice(0, count)
/** Lets the inclusions wait at the platform until they are let go. */
const holdInclusions = () => {
  const gate = Promise.withResolvers<void>()
  platforms.connect.faults.set('include', { kind: 'slow', until: gate.promise }, 'always')
  return () => {
    platforms.connect.faults.clear()
    gate.resolve()
  }
}

describe('one confirmation', () => {
  test('freezes what was shown and sends each of it once', async () => {
    const { id } = await desk.draft(people(6))
    const press = await desk.press(id)
    const confirmed = await desk.ana.call('batchConfirm', press)
    expect(confirmed).toMatchObject({
      state: 'running',
      going: { people: 6, debts: 6 },
      confirmedBy: 'Ana',
      approval: null,
    })
    await desk.service.services.idle()
    const batch = await desk.look(id)
    expect(batch).toMatchObject({
      state: 'done',
      counts: { sent: 6, waiting: 0, sending: 0 },
      endedAt: '2026-11-25T13:00:00.000Z',
    })
    expect(batch.log.map(({ event, actor }) => `${event} ${actor}`)).toEqual([
      'drafted Ana',
      'read Nada Consta',
      'confirmed Ana',
      'done Nada Consta',
    ])
    expect(desk.includes()).toBe(6)
    expect(platforms.connect.pefin.live()).toHaveLength(6)
    const [item] = await desk.items(id, ['sent'])
    expect(item).toMatchObject({ state: 'sent', protocol: expect.stringMatching(/^\d{9}$/), problem: null })
    const record = await desk.record(item!.negativationId!)
    expect(record).toMatchObject({ state: 'sent', createdBy: 'Ana', totalCents: item!.cents })
    expect(desk.service.failures).toEqual([])
  })

  test('G43 · pressed twice at once, with the same key and with two, it is one batch', async () => {
    const { id } = await desk.draft(people(3))
    const press = await desk.press(id)
    const [one, other, third] = await Promise.allSettled([
      desk.ana.call('batchConfirm', press),
      desk.ana.call('batchConfirm', press),
      desk.ana.refused('batchConfirm', { ...press, key: crypto.randomUUID() }),
    ])
    expect(one).toMatchObject({ status: 'fulfilled', value: { state: 'running' } })
    expect(other).toMatchObject({ status: 'fulfilled', value: { id } })
    expect(third).toMatchObject({ value: { status: 409, code: 'batch-state' } })
    await desk.service.services.idle()
    expect((await desk.ana.call('batchConfirm', press)).state).toBe('done')
    expect(desk.includes()).toBe(3)
  })

  test('with a wrong number of people, another seal or nobody going, nothing is sent', async () => {
    const { id } = await desk.draft(people(3))
    const press = await desk.press(id)
    expect(await desk.ana.refused('batchConfirm', { ...press, people: 4 })).toMatchObject({
      status: 409,
      code: 'batch-count-differs',
      text: 'O número digitado (4) não confere: o lote é sobre 3 pessoa(s). Nada foi enviado.',
    })
    expect(await desk.ana.refused('batchConfirm', { ...press, seal: 'other' })).toMatchObject({
      code: 'batch-changed',
    })
    expect(await desk.ana.refused('batchConfirm', { ...press, accepted: [] })).toMatchObject({
      code: 'batch-empty',
    })
    expect(await desk.look(id)).toMatchObject({ state: 'draft', going: { people: 0 } })
    expect(desk.includes()).toBe(0)
  })

  test('a warning that nobody accepted leaves its item out, with the reason', async () => {
    const [active] = people(1)
    const service = platforms.hubsoft.database.customer(active!.customerId).services[0]!
    service.state = 'servico_habilitado'
    const { id } = await desk.draft(people(3))
    const press = await desk.press(id)
    const refused = await desk.ana.refused('batchConfirm', press)
    expect(refused).toMatchObject({
      code: 'written-reason-missing',
      reasons: [{ code: 'service-active', written: true }],
    })
    const accepted = press.accepted.filter((code) => code !== 'service-active')
    await desk.ana.call('batchConfirm', { ...press, accepted, people: 2 })
    await desk.service.services.idle()
    service.state = 'cancelado'
    expect(await desk.look(id)).toMatchObject({
      state: 'done',
      going: { debts: 2 },
      counts: { sent: 2, skipped: 0 },
    })
    expect(await desk.items(id, ['skipped'])).toMatchObject([
      { name: active!.name, state: 'skipped', problem: { code: 'left-out' } },
    ])
  })

  test('G35 · one written reason stands in the log and in the history of everybody', async () => {
    const [active] = people(1)
    const service = platforms.hubsoft.database.customer(active!.customerId).services[0]!
    service.state = 'servico_habilitado'
    const { id } = await desk.draft(people(2))
    const written = 'Contrato rescindido, equipamento recolhido.'
    await desk.ana.call('batchConfirm', await desk.press(id, { written }))
    await desk.service.services.idle()
    service.state = 'cancelado'
    expect((await desk.look(id)).log).toContainEqual(
      expect.objectContaining({ event: 'confirmed', text: written }),
    )
    for (const { negativationId } of await desk.items(id, ['sent'])) {
      const { history } = await desk.ana.call('negativation', { id: negativationId! })
      expect(history.find(({ event }) => event === 'confirm')?.text).toBe(written)
    }
  })

  test('what is registered already is skipped, and its record is shown', async () => {
    const [first] = people(1)
    const earlier = await desk.run([first!])
    const [{ negativationId } = { negativationId: null }] = await desk.items(earlier.id)
    const { id } = await desk.draft(people(2))
    await desk.confirm(id)
    await desk.service.services.idle()
    expect(await desk.items(id, ['skipped'])).toMatchObject([
      { problem: { code: 'already-registered' }, negativationId },
    ])
    expect(desk.includes()).toBe(2)
  })

  test('the day’s limit is that of the whole, before anything leaves', async () => {
    await desk.policy({ dailyLimit: 4 })
    await desk.run(people(2))
    const { id } = await desk.draft(all.slice(10, 13))
    expect(await desk.ana.refused('batchConfirm', await desk.press(id))).toMatchObject({
      status: 409,
      code: 'batch-over-daily-limit',
      text: 'O lote tem 3 inclusões e o limite de hoje ainda permite 2. Nada foi enviado.',
    })
    expect(desk.includes()).toBe(2)
    await desk.policy({ dailyLimit: 5 })
    await desk.confirm(id)
    await desk.service.services.idle()
    expect((await desk.look(id)).state).toBe('done')
  })

  test('while inclusions are paused, and in another environment, nothing leaves (case G56)', async () => {
    const { id } = await desk.draft(people(2))
    const press = await desk.press(id)
    await desk.policy({ isPaused: true })
    expect(await desk.ana.refused('batchConfirm', press)).toMatchObject({
      code: 'inclusion-blocked',
      reasons: [{ code: 'inclusions-paused' }],
    })
    await desk.policy({})
    const fields = { description: 'Matriz', creditor: '04718253000156', answerFormat: 'html' } as const
    await desk.ana.call('integrationUpdate', { id: desk.integrationId, ...fields, environment: 'test' })
    expect((await desk.ana.refused('batchConfirm', press)).code).toBe('environment-differs')
    await desk.ana.call('integrationUpdate', { id: desk.integrationId, ...fields, environment: 'production' })
    expect((await desk.ana.call('batchConfirm', press)).state).toBe('running')
  })

  test('a draft that nobody confirms is given up after a day', async () => {
    const { id } = await desk.draft(people(2))
    platforms.time.now += 24 * hour
    await desk.service.tick()
    expect(await desk.look(id)).toMatchObject({ state: 'cancelled', endedAt: expect.any(String) })
    const press = { id, key: crypto.randomUUID(), seal: 's', people: 2, accepted: [], written: '' }
    expect(await desk.ana.refused('batchConfirm', press)).toMatchObject({
      code: 'batch-state',
      text: 'Este lote está como “Cancelado”. Nada foi enviado.',
    })
  })
})

describe('a large batch waits for a second person', () => {
  const beto = () => desk.service.browser('Beto', 'b')
  const waiting = async () => {
    await desk.policy({ approvalPeople: 2 })
    const { id } = await desk.draft(people(3))
    return desk.confirm(id)
  }

  test('another browser approves by typing the number too, and only then it leaves', async () => {
    const other = await beto()
    const batch = await waiting()
    expect(batch).toMatchObject({
      state: 'approval',
      approval: { mayApprove: false },
      counts: { waiting: 3 },
    })
    await desk.service.tick()
    expect(desk.includes()).toBe(0)
    const { id } = batch
    expect(await desk.look(id, other)).toMatchObject({ approval: { mayApprove: true } })
    expect(await other.refused('batchApprove', { id, people: 2 })).toMatchObject({
      code: 'batch-count-differs',
    })
    expect(await other.call('batchApprove', { id, people: 3 })).toMatchObject({
      state: 'running',
      approvedBy: 'Beto',
      approval: null,
    })
    await desk.service.services.idle()
    expect(await other.call('batchApprove', { id, people: 3 })).toMatchObject({
      state: 'done',
      counts: { sent: 3 },
    })
    expect((await desk.look(id)).log.map(({ event, actor }) => `${event} ${actor}`)).toEqual([
      'drafted Ana',
      'read Nada Consta',
      'confirmed Ana',
      'approved Beto',
      'done Nada Consta',
    ])
    expect(desk.includes()).toBe(3)
  })

  test('whoever confirmed it may not approve it, and nobody else than a person can let it go on', async () => {
    const { id } = await waiting()
    expect(await desk.ana.refused('batchApprove', { id, people: 3 })).toMatchObject({
      status: 409,
      code: 'batch-approver-same',
    })
    expect((await desk.ana.refused('batchResume', { id })).code).toBe('batch-state')
    expect(desk.includes()).toBe(0)
  })

  test('given up, or waiting for a day, its debts are cancelled', async () => {
    const { id } = await waiting()
    expect(await desk.ana.call('batchCancel', { id })).toMatchObject({
      state: 'cancelled',
      counts: { waiting: 0, cancelled: 3 },
    })
    const second = await waiting()
    platforms.time.now += 24 * hour
    await desk.service.tick()
    expect(await desk.look(second.id)).toMatchObject({ state: 'cancelled', counts: { cancelled: 3 } })
    const refused = await (await beto()).refused('batchApprove', { id: second.id, people: 3 })
    expect(refused.code).toBe('batch-state')
    expect(desk.includes()).toBe(0)
  })

  test('also above an amount; at the limit itself nobody is asked', async () => {
    const { id, selected } = await desk.draft(people(2))
    await desk.policy({ approvalPeople: 2, approvalCents: selected.cents - 1 })
    expect((await desk.confirm(id)).state).toBe('approval')
    const { id: exact } = await desk.draft(people(2))
    await desk.policy({ approvalPeople: 2, approvalCents: selected.cents })
    expect((await desk.confirm(exact)).state).toBe('running')
  })
})

describe('a batch that runs', () => {
  const running = async (count: number) => {
    await desk.policy({ batchAtOnce: 1 })
    const { id } = await desk.draft(people(count))
    const letGo = holdInclusions()
    await desk.confirm(id)
    await platforms.connect.ledger.seen('include')
    return { id, letGo }
  }

  test('pauses after what is being sent, and goes on by a person’s act', async () => {
    const { id, letGo } = await running(5)
    expect(await desk.ana.call('batchPause', { id })).toMatchObject({ state: 'paused' })
    expect(await desk.ana.call('batchPause', { id })).toMatchObject({ state: 'paused' })
    letGo()
    await desk.service.services.idle()
    expect(await desk.look(id)).toMatchObject({ state: 'paused', counts: { sent: 1, waiting: 4 } })
    await desk.service.tick()
    expect(desk.includes()).toBe(1)
    expect(await desk.ana.call('batchResume', { id })).toMatchObject({ state: 'running' })
    await desk.service.services.idle()
    expect(await desk.look(id)).toMatchObject({ state: 'done', counts: { sent: 5, waiting: 0 } })
    expect(desk.includes()).toBe(5)
    expect((await desk.ana.refused('batchPause', { id })).code).toBe('batch-state')
    expect((await desk.ana.refused('batchCancel', { id })).code).toBe('batch-state')
  })

  test('what has not left is cancelled; what is being sent comes to its end', async () => {
    const { id, letGo } = await running(5)
    expect(await desk.ana.call('batchCancel', { id })).toMatchObject({ state: 'cancelled', endedAt: null })
    letGo()
    await desk.service.services.idle()
    const batch = await desk.look(id)
    expect(batch).toMatchObject({
      state: 'cancelled',
      counts: { sent: 1, cancelled: 4, waiting: 0 },
      endedAt: expect.any(String),
    })
    expect(await desk.ana.call('batchCancel', { id })).toEqual(batch)
    expect(await desk.items(id, ['cancelled'])).toHaveLength(4)
    expect(await desk.items(id, ['waiting'])).toEqual([])
    expect((await desk.ana.refused('batchResume', { id })).code).toBe('batch-state')
    expect(desk.includes()).toBe(1)
  })

  test('may rest and go on in another browser, but not while inclusions are paused or the day is full', async () => {
    const { id, letGo } = await running(4)
    await desk.ana.call('batchPause', { id })
    letGo()
    await desk.service.services.idle()
    const beto = await desk.service.browser('Beto', 'b')
    await desk.policy({ isPaused: true })
    expect((await beto.refused('batchResume', { id })).code).toBe('inclusion-blocked')
    await desk.policy({ dailyLimit: 1 })
    expect((await beto.refused('batchResume', { id })).code).toBe('batch-over-daily-limit')
    await desk.policy({})
    await beto.call('batchResume', { id })
    await desk.service.services.idle()
    expect((await desk.look(id)).log.map(({ event, actor }) => `${event} ${actor}`).slice(2)).toEqual([
      'confirmed Ana',
      'paused Ana',
      'resumed Beto',
      'done Nada Consta',
    ])
  })
})

describe('G31 · a restart of the service never sends by itself', () => {
  const ana: ClientRecord = {
    id: 'ana',
    name: 'Ana',
    origin: '',
    scopes: ['query', 'include'],
    pairedAt: '',
    lastSeenAt: null,
    revokedAt: null,
  }

  test('a batch that ran is interrupted, what was being sent is looked up, and a person goes on', async () => {
    await desk.policy({ batchAtOnce: 1 })
    const { id } = await desk.draft(people(4))
    platforms.connect.faults.set('include', { kind: 'accept-hang' })
    await desk.confirm(id)
    await platforms.connect.ledger.seen('include')
    const next = await desk.service.restarted()
    await next.idle()
    const look = () => next.handlers.batch({ id }, { client: ana })
    expect(await look()).toMatchObject({
      state: 'interrupted',
      // The bureau has it.
      counts: { sent: 1, waiting: 3, sending: 0 },
      log: expect.arrayContaining([expect.objectContaining({ event: 'interrupted', actor: 'Nada Consta' })]),
    })
    expect(desk.includes()).toBe(1)
    await next.handlers.batchResume({ id }, { client: ana })
    await next.idle()
    expect(await look()).toMatchObject({ state: 'done', counts: { sent: 4 } })
    expect(desk.includes()).toBe(4)
    await next.stop()
  })

  test('a reading is given up', async () => {
    platforms.hubsoft.faults.set('customer', { kind: 'hang' }, 'always')
    const { batch } = await desk.ana.call('batchDraft', desk.part(people(1).flatMap(debtsOf)))
    const next = await desk.service.restarted()
    const cancelled = { state: 'cancelled', log: [{ event: 'drafted' }, { event: 'interrupted' }] }
    expect(await desk.look(batch!.id)).toMatchObject(cancelled)
    platforms.hubsoft.faults.clear()
    platforms.hubsoft.faults.release()
    await desk.service.services.idle()
    expect(await desk.look(batch!.id)).toMatchObject(cancelled)
    await next.stop()
  })
})
