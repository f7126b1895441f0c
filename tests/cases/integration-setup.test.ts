import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startConnect } from '../simulators/connect/start-connect.ts'
import type { ConnectSimulator } from '../simulators/connect/start-connect.ts'
import { creditService, pefinPair, queryPair, question, readyIntegration } from './credit-service.ts'

let connect: ConnectSimulator
let service: Awaited<ReturnType<typeof creditService>>
let ana: Awaited<ReturnType<typeof service.browser>>

beforeAll(async () => {
  connect = await startConnect()
})
afterAll(() => connect.close())
beforeEach(async () => {
  service = await creditService({ connectUrl: connect.url })
  ana = await service.browser('Ana', 'a')
  connect.ledger.clear()
})
afterEach(() => connect.faults.clear())

const fields = {
  description: 'Matriz',
  creditor: '04.718.253/0001-56',
  environment: 'production',
  answerFormat: 'html',
} as const
const create = async () => (await ana.call('integrationCreate', fields)).id
const save = (id: string, pair: 'query' | 'pefin', secrets = pair === 'query' ? queryPair : pefinPair) =>
  ana.call('credentialsSave', { id, pair, ...secrets })
const one = async (id: string) =>
  (await ana.call('integrations', {})).integrations.find((each) => each.id === id)

describe('an integration', () => {
  test('starts with everything missing and becomes complete by its steps', async () => {
    const created = await ana.call('integrationCreate', fields)
    expect(created).toMatchObject({ creditor: '04718253000156', products: [], syncedAt: null })
    expect(created.missing).toEqual([
      'query-credentials',
      'pefin-credentials',
      'query',
      'inclusion',
      'removal',
      'inclusion-reason',
      'removal-reason',
    ])
    const id = await readyIntegration(ana)
    expect(await one(id)).toMatchObject({ missing: [], syncedAt: '2026-11-25T13:00:00.000Z' })
  })

  test('G22 · the creditor may have letters; a wrong one is refused in words', async () => {
    expect(await ana.call('integrationCreate', { ...fields, creditor: '12.abc.345/01de-35' })).toMatchObject({
      creditor: '12ABC34501DE35',
    })
    expect(
      await ana.refused('integrationCreate', { ...fields, creditor: '12.ABC.345/01DE-45' }),
    ).toMatchObject({
      text: 'O CNPJ do credor é inválido.',
    })
  })

  test('several stand side by side and are changed apart', async () => {
    const [first, second] = [await readyIntegration(ana), await create()]
    await ana.call('integrationUpdate', { id: first, ...fields, description: 'Serra', environment: 'test' })
    expect(await one(first)).toMatchObject({ description: 'Serra', environment: 'test', missing: [] })
    expect(await one(second)).toMatchObject({ description: 'Matriz', environment: 'production' })
    expect(await ana.refused('integrationUpdate', { id: 'nope', ...fields })).toMatchObject({
      code: 'integration-unknown',
    })
  })

  test('removing it erases its secrets from the vault; its queries stay', async () => {
    const id = await readyIntegration(ana)
    const query = await ana.call('queryStart', question(id))
    await service.ended(query.id)
    expect(await service.vault.get(`connect-query:${id}`)).toContain(queryPair.password)
    await ana.call('integrationRemove', { id })
    expect(await service.vault.get(`connect-query:${id}`)).toBeNull()
    expect(await service.vault.get(`connect-pefin:${id}`)).toBeNull()
    expect(await one(id)).toBeUndefined()
    expect(await ana.call('query', { id: query.id })).toMatchObject({ state: 'done', integration: 'Matriz' })
  })

  test('no answer of the service and nothing kept beside the vault holds a secret', async () => {
    const id = await create()
    const canary = { login: 'login-canario', password: 'senha-canario' }
    const answers: unknown[] = [await save(id, 'query', canary), await save(id, 'pefin', canary)]
    answers.push(await ana.call('credentialsTest', { id, pair: 'query' }))
    answers.push(await ana.refused('productsSync', { id }), await ana.call('integrations', {}))
    answers.push(await service.store.query('integrations'), await service.store.query('queries'))
    expect(JSON.stringify(answers)).not.toContain('canario')
  })
})

describe('each pair is tested by itself', () => {
  test('both right: no query is billed, no person is looked up', async () => {
    const id = await readyIntegration(ana)
    connect.ledger.clear()
    for (const pair of ['query', 'pefin'] as const)
      expect(await ana.call('credentialsTest', { id, pair })).toEqual({
        at: '2026-11-25T13:00:00.000Z',
        ok: true,
        error: null,
      })
    expect(connect.ledger.of('consult')[0]?.fields).toMatchObject({
      estatica: 'S',
      documento: '04718253000156',
    })
    expect(connect.ledger.billed).toEqual([])
  })

  test.each([
    ['query', 'O Connect recusou login/senha_consulta.'],
    ['pefin', 'O Connect recusou login_pefin/senha_pefin.'],
  ] as const)(
    'wrong password of the %s pair: said in words, kept, and the other pair untouched',
    async (pair, text) => {
      const id = await readyIntegration(ana)
      const other = pair === 'query' ? 'pefin' : 'query'
      await ana.call('credentialsTest', { id, pair: other })
      await ana.call('credentialsSave', { id, pair, login: 'provedor', password: 'errada' })
      const outcome = await ana.call('credentialsTest', { id, pair })
      const hint = 'Confira os dados com o suporte do Connect e grave-os de novo na Configuração.'
      expect(outcome).toMatchObject({ ok: false, error: { text, hint } })
      expect(await one(id)).toMatchObject({ [pair]: { tested: outcome }, [other]: { tested: { ok: true } } })
      expect((await one(id))?.missing).toEqual([`${pair}-credentials`])
      // Saved anew: what was said about the old password is forgotten.
      await save(id, pair)
      expect(await one(id)).toMatchObject({ [pair]: { tested: null } })
      expect((await one(id))?.missing).toEqual([])
    },
  )

  test('without credentials there is nothing to test', async () => {
    const id = await create()
    expect(await ana.refused('credentialsTest', { id, pair: 'pefin' })).toMatchObject({
      text: 'Faltam login_pefin/senha_pefin nesta integração.',
      hint: 'Um administrador deve informar os dados na Configuração.',
    })
    expect(connect.ledger.requests).toEqual([])
  })

  test.each([
    [{ kind: 'status', status: 503 }, 'connect-down'],
    [{ kind: 'accept-reset' }, 'connect-no-reply'],
    [{ kind: 'maintenance' }, 'connect-error-page'],
  ] as const)('platform trouble %j is no refusal of the password', async (fault, code) => {
    const id = await readyIntegration(ana)
    connect.faults.set('pefinTest', fault)
    expect(await ana.call('credentialsTest', { id, pair: 'pefin' })).toMatchObject({
      ok: false,
      error: { code },
    })
    expect(connect.ledger.of('pefinTest')).toHaveLength(1)
  })
})

describe('synchronising the products', () => {
  test('the price of an inclusion is set at its own product, which stays what it is', async () => {
    const id = await readyIntegration(ana)
    const price = { id, name: 'renamed by hand', persons: ['F' as const], priceCents: 450 }
    const saved = await ana.call('productSave', { ...price, kind: 'inclusion', code: 'INCLUSAO_PEFIN' })
    const inclusion = {
      code: 'INCLUSAO_PEFIN',
      name: 'Inclusão Pefin',
      kind: 'inclusion',
      persons: [],
      reasons: [],
      priceCents: 450,
      origin: 'sync',
    }
    expect(saved.products).toContainEqual(inclusion)
    expect(saved.products.filter(({ code }) => code === 'INCLUSAO_PEFIN')).toHaveLength(1)
    expect((await ana.call('productsSync', { id })).integration.products).toContainEqual(inclusion)
    for (const code of ['EXCLUSAO_PEFIN', 'CREDNET_LIGHT', 'NEVER_LISTED'])
      expect(await ana.refused('productSave', { ...price, kind: 'inclusion', code })).toMatchObject({
        code: 'product-unknown',
      })
  })

  test('shows what was added, changed and gone; prices and hand-typed products survive', async () => {
    const own = await startConnect()
    const other = await creditService({ connectUrl: own.url })
    const leo = await other.browser('Leo', 'b')
    const id = await readyIntegration(leo)
    const price = { id, persons: ['F' as const], priceCents: 490 }
    await leo.call('productSave', { ...price, code: 'CREDNET_LIGHT', name: 'renamed by hand' })
    await leo.call('productSave', { ...price, code: 'ESPECIAL', name: 'Produto à mão' })
    own.products.rename('CREDNET_LIGHT', 'CREDNET LIGHT 2')
    own.products.remove('CREDNET_TOP')
    own.products.remove('EXCLUSAO_PEFIN')
    own.products.add({ codigo: 'NOVO', nome: 'NOVO', tipo: 'consulta', pessoas: ['J'] })
    own.products.setReasons('MOTIVO_BAIXA', [])
    const result = await leo.call('productsSync', { id })
    expect(result.added.map(({ code }) => code)).toEqual(['NOVO'])
    expect(result.gone.map(({ code }) => code).toSorted()).toEqual(['CREDNET_TOP', 'EXCLUSAO_PEFIN'])
    expect(result.changed).toMatchObject([
      { before: { name: 'CREDNET LIGHT' }, after: { name: 'CREDNET LIGHT 2', priceCents: 490 } },
      { before: { code: 'MOTIVO_BAIXA' }, after: { reasons: [] } },
    ])
    expect(result.failed).toEqual([])
    expect(result.integration.products).toContainEqual({
      code: 'ESPECIAL',
      name: 'Produto à mão',
      kind: 'query',
      persons: ['F'],
      reasons: [],
      priceCents: 490,
      origin: 'manual',
    })
    // What cannot be removed is not included: a missing product and an empty list of reasons both count.
    expect(result.integration.missing).toEqual(['removal', 'removal-reason'])
    await own.close()
  })

  test('a wrong PEFIN pair does not keep the query products from coming, and is shown beside the pair', async () => {
    const id = await create()
    await save(id, 'query')
    await ana.call('credentialsSave', { id, pair: 'pefin', login: 'provedor-pefin', password: 'errada' })
    const result = await ana.call('productsSync', { id })
    expect(result.added.map(({ kind }) => kind)).toEqual(['query', 'query', 'query'])
    expect(result.failed).toMatchObject([
      { pair: 'pefin', error: { text: 'O Connect recusou login_pefin/senha_pefin.' } },
    ])
    expect(result.integration.pefin.tested).toMatchObject({ ok: false })
    expect(result.integration.missing).toContain('pefin-credentials')
  })

  test.each([
    [{ kind: 'maintenance' }, 'connect-products-unreadable'],
    [{ kind: 'cut', by: 'length' }, 'connect-products-unreadable'],
    [{ kind: 'cut', by: 'connection' }, 'connect-cut'],
    [{ kind: 'empty' }, 'connect-products-unreadable'],
  ] as const)('a list that cannot be read (%j) keeps the old one', async (fault, code) => {
    const id = await readyIntegration(ana)
    const before = await one(id)
    connect.faults.set('products', fault, 2)
    expect(await ana.refused('productsSync', { id })).toMatchObject({ code })
    expect(await one(id)).toEqual(before)
  })

  test('without any credentials there is nothing to read', async () => {
    expect(await ana.refused('productsSync', { id: await create() })).toMatchObject({
      code: 'credentials-missing',
    })
    expect(connect.ledger.requests).toEqual([])
  })
})
