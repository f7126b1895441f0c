import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AuditPage, OperationInput } from '../../shared/api.ts'
import { people } from '../simulators/people.ts'
import type { Defaulter } from '../simulators/hubsoft-api/seed/defaulters.ts'
import { batchDesk, platformsWithDefaulters } from './batch-desk.ts'
import type { Browser } from './credit-service.ts'
import { question } from './credit-service.ts'
import { invoiceAt, leaveDesk } from './debt-desk.ts'
import type { Platforms } from './debt-desk.ts'

let platforms: Platforms
let defaulters: Defaulter[]
let desk: Awaited<ReturnType<typeof batchDesk>>
beforeAll(async () => {
  ;({ platforms, defaulters } = await platformsWithDefaulters(3))
})
afterAll(() => platforms.close())
beforeEach(async () => {
  desk = await batchDesk(platforms)
})
afterEach(() => leaveDesk(platforms, desk))

const { antonia } = people
const covered = `***${antonia.document.replace(/^(...)(...)(...)(..)$/, '.$2.$3-')}**`

const filter = (fields: Partial<OperationInput<'auditTrail'>> = {}): OperationInput<'auditTrail'> => ({
  from: '2026-11-25',
  to: '2026-11-25',
  kinds: [],
  actor: null,
  document: null,
  people: false,
  after: null,
  limit: 200,
  ...fields,
})
const trail = (fields?: Parameters<typeof filter>[0], browser: Browser = desk.ana): Promise<AuditPage> =>
  browser.call('auditTrail', filter(fields))
const acts = async (fields?: Parameters<typeof filter>[0]) =>
  (await trail(fields)).entries.map(({ act, actor, problem }) => [act, actor, problem])

const consulted = async (browser: Browser = desk.ana): Promise<string> => {
  const asked = question(desk.integrationId, {
    document: antonia.document,
    purpose: 'collection',
    repeat: true,
  })
  const { id } = await browser.call('queryStart', asked)
  await desk.service.ended(id)
  return id
}

describe('LGPD art. 37 · who did what, when, about whom and for which purpose', () => {
  test('a query, a registered debt, its removal, a batch and the set-up stand there with no full document', async () => {
    const { ana, service } = desk
    const queryId = await consulted()
    const { id } = await desk.include(antonia)
    await desk.run(defaulters)
    await ana.call('removalRequest', { id, reasonCode: '01', note: 'Pago no balcão, CPF 731.640.258-07' })
    await service.tick()
    const { entries, actors, next } = await trail()
    expect(next).toBeNull()
    expect(actors).toEqual(['Ana', 'console', 'Nada Consta'])
    expect(entries).toContainEqual(
      expect.objectContaining({
        act: 'queryStart',
        actor: 'Ana',
        isProgram: false,
        purpose: 'collection',
        person: covered,
        queryId,
      }),
    )
    const mine = entries.filter(({ negativationId }) => negativationId === id)
    expect(mine.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['draft', 'confirm', 'accepted', 'latch']),
    )
    expect(mine.find(({ act }) => act === 'latch')).toMatchObject({
      kind: 'removal',
      actor: 'Ana',
      person: covered,
      reason: expect.stringContaining('Pago no balcão, CPF …'),
    })
    expect(mine.find(({ act }) => act === 'removal-accepted')).toMatchObject({ isProgram: true })
    for (const act of [
      'batchDraft',
      'batchConfirm',
      'batchDone',
      'integrationCreate',
      'credentialsSave',
      'erpCreate',
    ])
      expect([act, entries.some((entry) => entry.act === act)]).toEqual([act, true])
    const text = JSON.stringify(entries)
    for (const secret of [antonia.document, '731.640.258-07', 'consulta-123', 'pefin-456', 'hubsoft-123'])
      expect([secret, text.includes(secret)]).toEqual([secret, false])
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length)
    expect(entries.map(({ at }) => at)).toEqual(
      entries
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    )
  })

  test('by kind, by person acting, by people only, and by the person it is about', async () => {
    await consulted()
    const { id } = await desk.include(antonia)
    await desk.run(defaulters)
    expect((await trail({ kinds: ['query'] })).entries.map(({ act }) => act)).toEqual(['queryStart'])
    expect((await trail({ actor: 'console' })).entries.map(({ act }) => act)).toEqual(['pairingOpen'])
    const byPeople = await trail({ people: true })
    expect(byPeople.entries.some(({ isProgram }) => isProgram)).toBe(false)
    expect(byPeople.actors).toEqual(['Ana', 'console'])
    const about = (await trail({ document: antonia.document })).entries
    expect(about.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['queryStart', 'confirm', 'auditTrail']),
    )
    expect(about.every(({ negativationId }) => negativationId === null || negativationId === id)).toBe(true)
    expect(about.every(({ person }) => person === covered)).toBe(true)
    const [one] = defaulters
    const ofBatch = (await trail({ document: one!.document, kinds: ['batch'] })).entries
    expect(ofBatch.map(({ act }) => act)).toEqual(expect.arrayContaining(['batchConfirm', 'batchDone']))
  })

  test('G78 · a day is one of the business zone', async () => {
    desk.time.now = Date.parse('2026-11-26T02:59:00Z')
    await consulted()
    desk.time.now = Date.parse('2026-11-26T03:00:00Z')
    await desk.include(antonia)
    expect((await trail({ kinds: ['query'] })).entries).toHaveLength(1)
    expect((await trail({ kinds: ['inclusion'] })).entries).toEqual([])
    const next = { from: '2026-11-26', to: '2026-11-26' }
    expect((await trail({ ...next, kinds: ['query'] })).entries).toEqual([])
    expect((await trail({ ...next, kinds: ['inclusion'] })).entries.length).toBeGreaterThan(1)
    expect((await trail({ from: '2026-11-27', to: '2026-11-26' })).entries).toEqual([])
  })

  test('who opens the report of a query is noted once an hour; who had it made is told by the query', async () => {
    const { ana, service, time } = desk
    const leo = await service.browser('Leo', 'l')
    const id = await consulted()
    await ana.call('queryAnswer', { id })
    const opened = () => acts({ kinds: ['query'], to: '2026-11-26' })
    expect(await opened()).toEqual([['queryStart', 'Ana', null]])
    time.now += 1
    await leo.call('queryAnswer', { id })
    await leo.call('queryAnswer', { id })
    expect(await opened()).toEqual([
      ['queryAnswer', 'Leo', null],
      ['queryStart', 'Ana', null],
    ])
    time.now += 3_600_000
    await leo.call('queryAnswer', { id })
    time.now += 1
    await ana.call('queryAnswer', { id })
    expect((await opened()).map(([act, actor]) => `${act} ${actor}`)).toEqual([
      'queryAnswer Ana',
      'queryAnswer Leo',
      'queryAnswer Leo',
      'queryStart Ana',
    ])
    expect(await ana.refused('queryAnswer', { id: 'nope' })).toMatchObject({ code: 'query-unknown' })
    expect(await opened()).toHaveLength(4)
  })

  test('a look at the audit is noted once for its filter, also when it begins at a made-up page', async () => {
    const looks = () => acts({ kinds: ['privacy'] })
    await looks()
    await looks()
    await trail({ kinds: ['task'], after: '2030-01-01T00:00:00.000Z~acts~x', limit: 1 })
    await trail({ kinds: ['task'] })
    expect(await looks()).toHaveLength(2)
    expect(await desk.ana.refused('auditTrail', filter({ after: 'x' }))).toMatchObject({
      code: 'input-invalid',
    })
  })

  test('what changed of a policy is told with numbers, and what was refused with the code', async () => {
    const { ana, time } = desk
    const policy = await ana.call('policy', {})
    await desk.include(antonia)
    time.now += 1
    await ana.call('policySave', { ...policy, repeatDays: 10 })
    time.now += 1
    await ana.refused('integrationRemove', { id: 'nope' })
    time.now += 1
    await ana.refused('integrationRemove', { id: desk.integrationId })
    const { entries } = await trail({ kinds: ['setup'] })
    expect(entries.slice(0, 3).map(({ act, subject, problem }) => [act, subject, problem])).toEqual([
      ['integrationRemove', 'Matriz', 'integration-in-use'],
      ['integrationRemove', null, 'integration-unknown'],
      ['policySave', `repeatDays: ${policy.repeatDays} → 10`, null],
    ])
  })

  test('an act that cannot be noted is not done', async () => {
    const { ana, service } = desk
    const { store } = service
    const kept = store.commit
    const policy = await ana.call('policy', {})
    store.commit = (changes, options) =>
      changes.some(({ collection }) => collection === 'acts')
        ? Promise.reject(new Error('disk'))
        : kept(changes, options)
    expect((await ana.ask('policySave', { ...policy, repeatDays: 11 })).status).toBe(500)
    store.commit = kept
    expect((await ana.call('policy', {})).repeatDays).toBe(policy.repeatDays)
  })

  test('who was erased is named no more; that it was done, by whom and for which purpose stays', async () => {
    const { ana } = desk
    await consulted()
    await ana.call('negativationDraft', desk.wish(antonia, [invoiceAt(antonia, 2)]))
    await ana.call('personErase', { document: antonia.document, reason: 'Pedido do titular.' })
    const all = (await trail()).entries
    expect(all.find(({ act }) => act === 'queryStart')).toMatchObject({
      actor: 'Ana',
      purpose: 'collection',
      person: null,
      queryId: null,
    })
    expect(all.find(({ act }) => act === 'personErase')).toMatchObject({
      person: null,
      reason: 'Pedido do titular.',
    })
    expect(all.some(({ kind }) => kind === 'inclusion')).toBe(false)
    const asked = (await trail({ document: antonia.document })).entries
    expect(asked.map(({ act, person }) => [act, person])).toEqual([
      ['auditTrail', covered],
      ['personErase', covered],
      ['queryStart', covered],
    ])
  })

  test('acts are erased when their time is over, the newer ones stay', async () => {
    const { ana, service, time } = desk
    await service.tick()
    time.now += 6 * 366 * 86_400_000
    await service.tick()
    time.now += 86_400_000
    await service.tick()
    await ana.call('policySave', await ana.call('policy', {}))
    expect((await service.store.query('acts')).map(({ act }) => act)).toEqual(['policySave'])
    expect((await trail()).entries).toEqual([])
  })
})

describe('a browser that lost its scope', () => {
  test('its batch that was confirmed goes on; confirming, approving and resuming are refused', async () => {
    const { ana, service, time } = desk
    const leo = await service.browser('Leo', 'l')
    const confirmed = await desk.draft(defaulters.slice(1), leo)
    const draft = await desk.draft(defaulters.slice(0, 1), leo)
    const { clients } = await ana.call('clients', {})
    const { id } = clients.find(({ name }) => name === 'Leo')!
    await desk.confirm(confirmed.id, leo)
    time.now += 1
    await ana.call('clientUpdate', { id, name: 'Leo', scopes: ['query', 'remove'] })
    await service.services.idle()
    expect(await desk.look(confirmed.id)).toMatchObject({ state: 'done', confirmedBy: 'Leo' })
    const press = {
      id: draft.id,
      key: crypto.randomUUID(),
      seal: 'c2VhbA',
      people: 1,
      accepted: [],
      written: '',
    }
    expect(await leo.refused('batchConfirm', press)).toMatchObject({ status: 403, code: 'scope-refused' })
    expect(await leo.refused('batchApprove', { id: draft.id, people: 1 })).toMatchObject({
      code: 'scope-refused',
    })
    expect(await leo.refused('batchResume', { id: draft.id })).toMatchObject({ code: 'scope-refused' })
    expect((await ana.call('batch', { id: draft.id })).state).toBe('draft')
    expect((await trail({ kinds: ['access'] })).entries[0]).toMatchObject({
      act: 'clientUpdate',
      actor: 'Ana',
      subject: 'Leo: consultar, negativar, dar baixa, administrar → consultar, dar baixa',
    })
  })
})
