import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { memoryStore } from '../../proxy/store/memory-store.ts'
import { openStore } from '../../proxy/store/open-store.ts'
import type { Store } from '../../proxy/store/store.ts'
import { memoryVault } from '../../proxy/vault/memory-vault.ts'
import { AppError } from '../../shared/errors.ts'
import { startConnect } from '../simulators/connect/start-connect.ts'
import type { ConnectSimulator } from '../simulators/connect/start-connect.ts'
import { creditService, maria, NOW, question, readyIntegration } from './credit-service.ts'
import type { CreditServiceOptions } from './credit-service.ts'

const day = 86_400_000
let connect: ConnectSimulator
let now: number

beforeAll(async () => {
  connect = await startConnect()
})
afterAll(() => connect.close())
beforeEach(() => {
  now = NOW
})
afterEach(() => {
  connect.faults.release()
  connect.faults.clear()
})

const open = async (options: Partial<CreditServiceOptions> = {}) => {
  const service = await creditService({ connectUrl: connect.url, clock: () => now, ...options })
  const ana = await service.browser('Ana', 'a')
  const integrationId = await readyIntegration(ana)
  connect.ledger.clear()
  const done = async (fields: Parameters<typeof question>[1] = {}) => {
    const { id } = await ana.call('queryStart', question(integrationId, fields))
    return service.ended(id)
  }
  return { service, ana, integrationId, done }
}
type Opened = Awaited<ReturnType<typeof open>>
const consults = () => connect.ledger.of('consult').length

/** A store whose disk is full while `full` is set. */
const fillable = (store: Store = memoryStore()) => {
  const state = { full: false }
  const commit: Store['commit'] = async (changes) => {
    if (state.full) throw new AppError('store-write-failed', { retry: 'safe' })
    await store.commit(changes)
  }
  return { state, store: { ...store, commit } }
}

describe('G49 · each query costs money', () => {
  test('G49 · a double click is one call, with the same key and with two', async () => {
    const { ana, integrationId, service } = await open()
    const gate = Promise.withResolvers<void>()
    connect.faults.set('consult', { kind: 'slow', until: gate.promise })
    const input = question(integrationId)
    const again = question(integrationId)
    const answers = await Promise.all([
      ana.call('queryStart', input),
      ana.call('queryStart', input),
      ana.call('queryStart', again),
    ])
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    gate.resolve()
    await service.ended(answers[0].id)
    expect(await ana.call('queryStart', input)).toMatchObject({ id: answers[0].id, state: 'done' })
    expect(consults()).toBe(1)
  })

  test('G49 · another desk is warned of the query under way, and can open that one', async () => {
    const { ana, integrationId, service } = await open()
    const gate = Promise.withResolvers<void>()
    connect.faults.set('consult', { kind: 'slow', until: gate.promise })
    const first = await ana.call('queryStart', question(integrationId))
    const leo = await service.browser('Leo', 'b')
    expect(await leo.refused('queryStart', question(integrationId))).toMatchObject({
      code: 'query-repeated',
      earlier: { id: first.id, state: 'running', operator: 'Ana' },
    })
    gate.resolve()
    await service.ended(first.id)
    expect(consults()).toBe(1)
  })

  test('G49 · interval 7: asks after 2 days, shows what is kept, repeats on request; after 8 days no question', async () => {
    const { ana, integrationId, done } = await open()
    await ana.call('policySave', { repeatDays: 7, retentionDays: 180 })
    await ana.call('productSave', {
      id: integrationId,
      code: 'CREDNET_LIGHT',
      name: 'x',
      persons: ['F'],
      priceCents: 490,
    })
    const first = await done()
    now += 2 * day
    const refusal = await ana.refused('queryStart', question(integrationId))
    expect(refusal).toMatchObject({
      status: 409,
      text: 'Este documento já foi consultado com este produto há 2 dia(s).',
      hint: 'Abra o resultado guardado ou confirme a nova consulta, que tem custo.',
      earlier: {
        id: first.id,
        operator: 'Ana',
        priceCents: 490,
        startedAt: '2026-11-25T13:00:00.000Z',
        hasAnswer: true,
      },
    })
    expect(refusal.earlier).not.toHaveProperty('key')
    expect((await ana.call('queryAnswer', { id: first.id })).html).toContain('</html>')
    expect(consults()).toBe(1)
    await done({ repeat: true })
    expect(consults()).toBe(2)
    now += 8 * day
    await done()
    expect(consults()).toBe(3)
  })

  test('G49 · another product or another person is no repetition', async () => {
    const { done } = await open()
    await done()
    expect(await done({ product: 'CREDNET_TOP' })).toMatchObject({ state: 'done' })
    expect(await done({ document: '907.315.826-59' })).toMatchObject({ state: 'done' })
    expect(consults()).toBe(3)
  })

  test('G49 · the key of one query is not accepted for another', async () => {
    const { ana, integrationId, done, service } = await open()
    const input = question(integrationId)
    await done(input)
    for (const other of [
      { document: '907.315.826-59' },
      { product: 'CREDNET_TOP' },
      { purpose: 'fraud' as const },
    ])
      expect(await ana.refused('queryStart', { ...input, ...other })).toMatchObject({
        code: 'query-key-reused',
      })
    const leo = await service.browser('Leo', 'b')
    expect(await leo.refused('queryStart', input)).toMatchObject({ code: 'query-key-reused' })
    expect(consults()).toBe(1)
  })
})

test('G56 · test and production never mix in the warning, and a test is never billed', async () => {
  const { ana, integrationId, done } = await open()
  const { id: homologation } = await ana.call('integrationCreate', {
    description: 'Homologação',
    creditor: '04.718.253/0001-56',
    environment: 'test',
    answerFormat: 'json',
  })
  await ana.call('credentialsSave', {
    id: homologation,
    pair: 'query',
    login: 'provedor',
    password: 'consulta-123',
  })
  await ana.call('productsSync', { id: homologation })
  expect(await done({ integrationId: homologation })).toMatchObject({ state: 'done', environment: 'test' })
  expect(connect.ledger.billed).toEqual([])
  expect(await done({ integrationId })).toMatchObject({ state: 'done', environment: 'production' })
  expect(connect.ledger.billed).toHaveLength(1)
  expect(await ana.refused('queryStart', question(homologation))).toMatchObject({
    earlier: { environment: 'test' },
  })
})

describe('G57 · the service owns the query, whoever is listening', () => {
  test('G57 · an answer that comes late is there for whoever attaches again, and was asked for once', async () => {
    const { ana, integrationId, service } = await open()
    const gate = Promise.withResolvers<void>()
    connect.faults.set('consult', { kind: 'slow', until: gate.promise })
    const input = question(integrationId)
    const { id, state } = await ana.call('queryStart', input)
    expect(state).toBe('running')
    await connect.ledger.seen('consult')
    // The worker that asked is dead; another one attaches by the id, or asks again with the key that it kept.
    now += 310_000
    expect(await ana.call('query', { id })).toMatchObject({ state: 'running' })
    expect(await ana.call('queryStart', input)).toMatchObject({ id, state: 'running' })
    gate.resolve()
    await service.ended(id)
    expect(await ana.call('query', { id })).toMatchObject({
      state: 'done',
      endedAt: '2026-11-25T13:05:10.000Z',
    })
    expect(consults()).toBe(1)
  })

  test('G89 · the process ends in the middle: uncertain after the restart, not asked again', async () => {
    const { ana, integrationId, service } = await open()
    connect.faults.set('consult', { kind: 'accept-hang' })
    const { id } = await ana.call('queryStart', question(integrationId))
    await connect.ledger.seen('consult')
    const next = await service.restarted()
    expect(await next.handlers.query({ id }, { client: null })).toMatchObject({
      state: 'uncertain',
      error: { text: 'A resposta do Connect não chegou. A consulta pode ter sido feita e cobrada.' },
    })
    expect(consults()).toBe(1)
    await next.stop()
  })

  test('stopping the service breaks a query off and says uncertain, on disk', async () => {
    const { ana, integrationId, service } = await open()
    connect.faults.set('consult', { kind: 'accept-hang' })
    const { id } = await ana.call('queryStart', question(integrationId))
    await connect.ledger.seen('consult')
    await service.services.stop()
    expect(await service.store.query('queries', { id })).toMatchObject([{ state: 'uncertain' }])
  })
})

describe('G84 · a disk that takes nothing', () => {
  test('G84 · before the query: refused, and nothing is sent', async () => {
    const { state, store } = fillable()
    const { ana, integrationId } = await open({ store })
    state.full = true
    expect(await ana.refused('queryStart', question(integrationId))).toMatchObject({
      text: 'Não foi possível gravar no disco. A operação não foi feita.',
    })
    expect(connect.ledger.requests).toEqual([])
  })

  test('G84 · after it was billed: the answer is shown from memory and written once there is room', async () => {
    const { state, store } = fillable()
    const { ana, integrationId, service } = await open({ store })
    await service.services.start()
    const gate = Promise.withResolvers<void>()
    connect.faults.set('consult', { kind: 'slow', until: gate.promise })
    const { id } = await ana.call('queryStart', question(integrationId))
    await connect.ledger.seen('consult')
    state.full = true
    gate.resolve()
    await expect.poll(async () => (await ana.call('query', { id })).state).toBe('done')
    expect((await ana.call('queryAnswer', { id })).html).toContain('</html>')
    expect((await ana.call('queryHistory', { document: maria })).queries).toMatchObject([{ state: 'done' }])
    expect(await store.query('queries', { id })).toMatchObject([{ state: 'running' }])
    state.full = false
    await service.tick()
    expect(await store.query('queries', { id })).toMatchObject([{ state: 'done' }])
    expect(await store.query('answers', { id })).toHaveLength(1)
    await service.services.stop()
  })
})

const history = async ({ ana }: Opened) => (await ana.call('queryHistory', { document: maria })).queries

describe('history and retention', () => {
  test('newest first, of this document only, with who, what for and how much', async () => {
    const opened = await open()
    await opened.done()
    now += day
    await opened.done({ product: 'CREDNET_TOP', purpose: 'collection' })
    await opened.done({ document: '907.315.826-59' })
    expect(await history(opened)).toMatchObject([
      { product: { name: 'CREDNET TOP' }, purpose: 'collection', operator: 'Ana', integration: 'Matriz' },
      { product: { name: 'CREDNET LIGHT' }, purpose: 'sale', protocol: expect.stringMatching(/^\d{9}$/) },
    ])
  })

  test('an answer is erased after the retention period; the row stays and says so', async () => {
    const opened = await open()
    const { ana, done, service } = opened
    await ana.call('policySave', { repeatDays: 30, retentionDays: 10 })
    await service.services.start()
    const old = await done()
    now += 10 * day
    const young = await done({ product: 'CREDNET_TOP' })
    await service.tick()
    expect((await history(opened)).map(({ hasAnswer }) => hasAnswer)).toEqual([true, true])
    now += day
    await service.tick()
    expect((await history(opened)).map(({ hasAnswer }) => hasAnswer)).toEqual([true, false])
    expect(await ana.refused('queryAnswer', { id: old.id })).toMatchObject({
      text: 'Esta consulta não tem resultado guardado.',
    })
    expect((await service.store.query('answers')).map(({ id }) => id)).toEqual([young.id])
    await service.services.stop()
  })

  test('a query that nobody made', async () => {
    const { ana } = await open()
    expect(await ana.refused('query', { id: 'nope' })).toMatchObject({
      status: 404,
      text: 'Esta consulta não existe mais.',
    })
    expect(await ana.refused('queryAnswer', { id: 'nope' })).toMatchObject({ code: 'query-unknown' })
  })

  test('all of it is there after a restart from the sealed files', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nada-life-'))
    const vault = memoryVault()
    const reopened = () => openStore({ folder, vault, random: randomBytes })
    const { done } = await open({ store: await reopened() })
    const { id } = await done()
    const store = await reopened()
    expect(await store.query('queries')).toMatchObject([{ id, state: 'done', hasAnswer: true }])
    expect((await store.query('answers', { id }))[0]?.html).toContain('</html>')
    await rm(folder, { recursive: true })
  })
})
