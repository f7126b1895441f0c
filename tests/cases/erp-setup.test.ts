import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startHubsoftApi } from '../simulators/hubsoft-api/start-hubsoft-api.ts'
import type { HubsoftApiSimulator, HubsoftFault } from '../simulators/hubsoft-api/start-hubsoft-api.ts'
import { creditService } from './credit-service.ts'
import { sampleNegativation } from './sample-negativation.ts'

let api: HubsoftApiSimulator
let old: HubsoftApiSimulator
let service: Awaited<ReturnType<typeof creditService>>
let ana: Awaited<ReturnType<typeof service.browser>>

beforeAll(async () => {
  api = await startHubsoftApi()
  old = await startHubsoftApi({ tenant: 'old' })
})
afterAll(() => Promise.all([api.close(), old.close()]))
beforeEach(async () => {
  service = await creditService({ connectUrl: 'http://127.0.0.1:1/mercurio/' })
  ana = await service.browser('Ana', 'a')
  api.ledger.clear()
})
afterEach(() => api.faults.clear())

const fields = (baseUrl: string) => ({
  kind: 'hubsoft' as const,
  description: 'HubSoft',
  baseUrl,
  clientId: '17',
  clientSecret: 's3cr3t',
  username: 'integracao@provedor.example',
  password: 'hubsoft-123',
})
const test_ = async (over: object = {}) => {
  const { id } = await ana.call('erpCreate', { ...fields(api.url), ...over })
  return { id, outcome: await ana.call('erpTest', { id }) }
}

test('a right user is proved by one login and one read, and the outcome is kept', async () => {
  const { id, outcome } = await test_()
  expect(outcome).toEqual({ at: '2026-11-25T13:00:00.000Z', ok: true, error: null })
  expect(api.ledger.requests.map(({ call }) => call)).toEqual(['token', 'customer'])
  expect(await ana.call('erps', {})).toMatchObject({ erps: [{ id, baseUrl: api.url, tested: outcome }] })
})

test('tenants of both kinds answer, with and without a client secret, whether or not anybody is found', async () => {
  const noSecret = {
    clientId: '18',
    clientSecret: '',
    username: 'sem-segredo@provedor.example',
    password: 'hubsoft-456',
  }
  expect((await test_(noSecret)).outcome.ok).toBe(true)
  expect((await test_({ baseUrl: old.url })).outcome).toMatchObject({ ok: true })
})

test('a wrong password is refused in words; nothing is read', async () => {
  expect((await test_({ password: 'errada' })).outcome).toMatchObject({
    ok: false,
    error: {
      text: 'O ERP recusou o usuário da API.',
      hint: 'Confira client_id, client_secret, usuário e senha no HubSoft.',
    },
  })
  expect(api.ledger.requests.map(({ call }) => call)).toEqual(['token'])
})

describe('what an ERP in trouble says', () => {
  test.each<[HubsoftFault, string]>([
    [{ kind: 'business-error', msg: 'Sem permissão', leaks: true }, 'O ERP recusou o pedido.'],
    [{ kind: 'html-page' }, 'A resposta do ERP não pôde ser entendida.'],
    [{ kind: 'cut', by: 'length' }, 'A resposta do ERP não pôde ser entendida.'],
    [{ kind: 'status', status: 503 }, 'A API do ERP está fora do ar (código 503).'],
    [{ kind: 'reset' }, 'Não foi possível falar com a API do ERP.'],
    [{ kind: 'redirect', location: 'https://login.example/' }, 'A resposta do ERP não pôde ser entendida.'],
  ])('%j', async (fault, text) => {
    api.faults.set('customer', fault)
    const { outcome } = await test_()
    expect(outcome).toMatchObject({ ok: false, error: { text } })
    expect(JSON.stringify(outcome)).not.toMatch(/var\/www|Sem permissão/)
    expect(api.ledger.of('customer')).toHaveLength(1)
  })
})

describe('G85 · a token that is suddenly none', () => {
  test('G85 · one new login, one repeat', async () => {
    api.faults.set('customer', { kind: 'unauthorized' })
    expect((await test_()).outcome.ok).toBe(true)
    expect(api.ledger.requests.map(({ call }) => call)).toEqual(['token', 'customer', 'token', 'customer'])
  })
  test('G85 · a second 401 is the answer, not the start of a loop', async () => {
    api.faults.set('customer', { kind: 'unauthorized' }, 'always')
    expect((await test_()).outcome).toMatchObject({ ok: false, error: { code: 'erp-credentials-refused' } })
    expect(api.ledger.of('customer')).toHaveLength(2)
  })
})

test('an address that is not https, or more than a host, is refused before anything is kept', async () => {
  for (const baseUrl of [
    'http://api.empresa.hubsoft.com.br',
    'https://user:x@api.empresa.hubsoft.com.br',
    'api.empresa',
  ]) {
    expect(await ana.refused('erpCreate', fields(baseUrl))).toMatchObject({
      code: 'address-invalid',
      text: 'O endereço informado não é aceito.',
    })
  }
  expect(await ana.call('erps', {})).toEqual({ erps: [] })
})

test('no answer and no record holds a secret of the API user, and removing the ERP erases them', async () => {
  const { id } = await test_()
  const said = JSON.stringify([await ana.call('erps', {}), await service.store.query('erps')])
  for (const secret of ['s3cr3t', 'hubsoft-123', 'integracao@provedor.example'])
    expect(said).not.toContain(secret)
  expect(await service.vault.get(`erp:${id}`)).toContain('hubsoft-123')
  await ana.call('erpRemove', { id })
  expect(await service.vault.get(`erp:${id}`)).toBeNull()
  expect(await ana.refused('erpTest', { id })).toMatchObject({ text: 'Este ERP não está mais cadastrado.' })
})

test('an edited API user keeps its id, forgets its test, and the next read uses the new one', async () => {
  const { id } = await test_({ password: 'errada' })
  const updated = await ana.call('erpUpdate', { id, ...fields(api.url), description: 'HubSoft novo' })
  expect(updated).toMatchObject({ id, description: 'HubSoft novo', tested: null })
  expect(await ana.call('erpTest', { id })).toMatchObject({ ok: true })
  expect((await ana.call('erps', {})).erps).toHaveLength(1)
  expect(await ana.refused('erpUpdate', { id: 'nobody', ...fields(api.url) })).toMatchObject({
    code: 'erp-unknown',
  })
})

test('an ERP or an integration that a registered name depends on cannot be removed', async () => {
  const { id } = await test_()
  const record = sampleNegativation({ erpId: id, integrationId: 'one', state: 'active' })
  await service.store.commit([{ collection: 'negativations', id: record.id, value: record }])
  expect(await ana.refused('erpRemove', { id })).toMatchObject({
    status: 409,
    text: expect.stringContaining('1 negativação'),
  })
  await service.store.commit([
    { collection: 'negativations', id: record.id, value: { ...record, state: 'removed' } },
  ])
  expect(await ana.call('erpRemove', { id })).toEqual({ ok: true })
})
