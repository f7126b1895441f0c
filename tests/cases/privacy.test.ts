import { readdir } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  endedBatch,
  everythingOf,
  jose,
  maria,
  personOf,
  privacyOver,
  storeText,
} from '../../proxy/privacy/privacy.samples.ts'
import { readArchive } from '../../proxy/store/archive.ts'
import { findPlace } from '../../proxy/store/open-store.ts'
import { randomBytes } from 'node:crypto'
import { people } from '../simulators/people.ts'
import { confirmation, freshDesk, invoiceAt, leaveDesk, startPlatforms } from './debt-desk.ts'
import type { DebtDesk, Platforms } from './debt-desk.ts'
import { question } from './credit-service.ts'
import { storeRoom } from './store-room.ts'
import type { StoreRoom } from './store-room.ts'

const day = 86_400_000

describe('a person asks for the data, over the whole service', () => {
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

  const { antonia } = people
  const about = { document: antonia.document }
  const consulted = async (): Promise<void> => {
    const { ana, service, integrationId } = desk
    const { id } = await ana.call('queryStart', question(integrationId, about))
    await service.ended(id)
  }

  test('a registered debt refuses the erasure with the reason; the debt and the report stay', async () => {
    await consulted()
    const { id, state } = await desk.include(antonia)
    expect(state).toBe('sent')
    const reason = 'Pedido do titular.'
    expect(await desk.ana.refused('personErase', { ...about, reason })).toMatchObject({
      status: 409,
      code: 'person-registered',
      text: 'Há dívida desta pessoa negativada por aqui. Nada foi apagado.',
    })
    expect(await desk.record(id)).toMatchObject({ id, state: 'sent' })
    expect((await desk.ana.call('personHeld', about)).counts).toMatchObject({
      queries: 1,
      reports: 1,
      records: 1,
    })
  })

  test('a query and a draft go for good; lists, the customer’s panel and a press of the button go on', async () => {
    await consulted()
    const shown = await desk.draft(antonia)
    const { ana } = desk
    const { file } = await ana.call('personExport', about)
    expect(file).toMatchObject({
      queries: [{ state: 'done', report: expect.stringContaining('</html>') }],
      records: [{ state: 'draft', debtor: { name: antonia.name } }],
    })
    const list = {
      states: [],
      search: '',
      environment: null,
      order: 'changed',
      after: null,
      limit: 50,
    } as const
    expect((await ana.call('negativations', { ...list, states: [] })).total).toBe(1)

    const result = await ana.call('personErase', { ...about, reason: 'Pedido do titular.' })
    expect(result).toMatchObject({
      erased: { queries: 1, reports: 1, records: 1 },
      staying: [{ kind: 'query' }],
    })
    expect((await ana.call('negativations', { ...list, states: [] })).total).toBe(0)
    expect((await ana.call('queryHistory', about)).queries).toEqual([])
    expect(await ana.refused('negativationConfirm', confirmation(shown))).toMatchObject({
      code: 'negativation-unknown',
    })
    expect(platforms.connect.pefin.live()).toEqual([])
    expect(await storeText(desk.service.store)).not.toContain(antonia.document)
    // Whoever is erased can become a customer again.
    expect((await desk.include(antonia, [invoiceAt(antonia, 2)])).state).toBe('sent')
  })

  test('G75 · the regular work erases what is older than the policy allows, a day after a jump of the clock', async () => {
    await consulted()
    const { time } = platforms
    const { store } = desk.service
    await desk.service.tick()
    time.now += 6 * 366 * day
    await desk.service.tick()
    expect(await store.query('queries')).toHaveLength(1)
    time.now += day
    await desk.service.tick()
    expect(await store.query('queries')).toEqual([])
    expect(await store.query('answers')).toEqual([])
  })
})

describe('what was erased stays erased', () => {
  let room: StoreRoom
  beforeEach(async () => {
    room = await storeRoom()
    room.now = Date.parse('2027-03-01T12:00:00.000Z')
  })
  afterEach(() => room.clear())

  const mariaSample = personOf(maria, 'm')
  const sample = [endedBatch, ...everythingOf(mariaSample, 1), ...everythingOf(personOf(jose, 'j'), 3)]

  test.each([
    ['the journal alone', 16 * 1024 * 1024, false],
    ['a snapshot and the journal behind it', 1, false],
    ['a snapshot of the end', 1, true],
  ])('after a restart from %s', async (_what, compactFrom, isClosed) => {
    const store = await room.open({ compactFrom })
    await store.commit(sample)
    await store.maintain()
    await privacyOver(store, room.vault).service.erase(maria, 'x', 'Ana')
    if (isClosed) await store.close()
    const again = await room.open()
    const text = await storeText(again)
    for (const trace of [maria, mariaSample.name]) expect(text).not.toContain(trace)
    const { service } = privacyOver(again, room.vault)
    expect((await service.held(maria)).staying).toHaveLength(2)
    expect((await service.held(jose)).counts.records).toBe(1)
  })

  test('sixteen days later neither the archives nor the daily backups know the person', async () => {
    const store = await room.open()
    await store.commit(sample)
    await privacyOver(store, room.vault).service.erase(maria, 'x', 'Ana')
    for (let count = 0; count <= 16; count += 1) {
      room.now += day
      const at = new Date(room.now).toISOString()
      await store.commit([{ collection: 'heartbeats', id: 'heartbeat', value: { id: 'heartbeat', at } }])
      await store.maintain()
    }
    const place = (await findPlace({ folder: room.folder, vault: room.vault, random: randomBytes }))!
    const archives = (await readdir(`${room.folder}/archive`)).map((name) => Number(/\d+/.exec(name)?.[0]))
    expect(archives.length).toBeGreaterThan(1)
    const kept = JSON.stringify(await Promise.all(archives.map((after) => readArchive(place, after))))
    for (const trace of [maria, mariaSample.name, 'invoice-m']) expect(kept).not.toContain(trace)
    // Who did what, and when, is still there.
    expect(kept).toContain('"event":"accepted"')
    const [oldest] = (await readdir(room.backups)).toSorted()
    expect(oldest! > '2027-03-01T').toBe(true)
  })

  test('two erasures at once end as one', async () => {
    const store = await room.open()
    await store.commit(sample)
    const { service } = privacyOver(store, room.vault)
    const results = await Promise.all([service.erase(maria, 'x', 'Ana'), service.erase(maria, 'x', 'Leo')])
    expect(results.map(({ erased }) => erased.records)).toEqual([1, 0])
    expect(results[1].staying).toEqual(results[0].staying)
    expect(await store.query('negativations', { id: 'record-m' })).toEqual([])
    expect((await store.query('invoiceLinks')).map(({ negativationId }) => negativationId)).toEqual([
      'record-j',
    ])
    expect((await store.query('privacyActs')).map(({ by }) => by)).toEqual(['Ana', 'Leo'])
  })
})
