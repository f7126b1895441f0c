import { describe, expect, test, vi } from 'vitest'
import type { Runtime } from 'webextension-polyfill'
import { operations } from '../../shared/api.ts'
import type { OperationName } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import { protocol } from './protocol.ts'
import type { MessageName } from './protocol.ts'
import { createRouter } from './router.ts'
import type { Handlers } from './router.ts'

const id = 'abcdefghijklmnopabcdefghijklmnop'
const base = `chrome-extension://${id}/`
const erp = 'https://empresa.hubsoft.com.br'

const tab = { id: 7 } as NonNullable<Runtime.MessageSender['tab']>
const optionsPage: Runtime.MessageSender = { id, url: `${base}options.html`, frameId: 0, tab }
const popup: Runtime.MessageSender = { id, url: `${base}popup.html` }
const record: Runtime.MessageSender = { id, url: `${erp}/cliente/editar/11943/cadastro`, frameId: 0, tab }

const samples: Record<MessageName, unknown> = {
  call: { operation: 'status', input: {} },
  'link-state': {},
  pair: { code: 'ABCD-EFGH', name: 'Ana' },
  forget: {},
  'open-query': { document: '731.640.258-07' },
  'open-last-report': { queryId: 'q1', document: '731.640.258-07' },
  'open-negativation': { customerId: '11943' },
  'customer-status': { customerId: '11943', document: '731.640.258-07' },
  'open-records': {},
  'open-batch': { place: 'batch/b1' },
  'page-selection': {},
  'selection-changed': { text: '731.640.258-07' },
  draft: { id: 'd6bd8369-f85e-47b4-b358-1d25ab6a1791' },
  sites: {},
  'site-enable': { site: erp },
  'site-disable': { site: erp },
  'site-feature': { site: erp, feature: 'chips', isOn: false },
  'site-retry': { site: erp },
  'adapter-failed': { part: 'grids' },
  'page-skeleton': { site: erp },
  'page-words': {},
  locale: {},
}
const messageNames = Object.keys(protocol) as MessageName[]

const setUp = () => {
  const calls: { name: string; input: unknown; caller: unknown }[] = []
  const handlers = Object.fromEntries(
    messageNames.map((name) => [
      name,
      vi.fn<(input: unknown, caller: unknown) => Promise<unknown>>(async (input, caller) => {
        calls.push({ name, input, caller })
        return { done: name }
      }),
    ]),
  ) as unknown as Handlers
  const route = createRouter({
    handlers,
    facts: async () => ({ id, base, enabled: new Set([erp]) }),
    locale: async () => 'pt-BR',
  })
  return { route, calls, handlers }
}

const refused = { ok: false, error: expect.objectContaining({ code: 'message-refused' }) as unknown }

describe('attack 23 · the table is the gate', () => {
  test.each(messageNames)('%s from the content script only when the table says so', async (name) => {
    const { route, calls } = setUp()
    const reply = await route({ name, input: samples[name] }, record)
    const isAllowed = (protocol[name].from as readonly string[]).includes('content')
    expect(reply).toEqual(isAllowed ? { ok: true, value: { done: name } } : refused)
    expect(calls).toHaveLength(isAllowed ? 1 : 0)
  })

  test.each(messageNames)('%s from our own page only when the table says so', async (name) => {
    const { route } = setUp()
    const isAllowed = (protocol[name].from as readonly string[]).includes('page')
    expect((await route({ name, input: samples[name] }, optionsPage)).ok).toBe(isAllowed)
    expect((await route({ name, input: samples[name] }, popup)).ok).toBe(isAllowed)
  })

  test.each([
    'include.confirm',
    'settings.save',
    'pair.start',
    'PAIR',
    ' pair',
    'toString',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    '',
  ])('unknown name %j', async (name) => {
    const { route, calls } = setUp()
    for (const sender of [record, optionsPage])
      expect(await route({ name, input: {} }, sender)).toEqual(refused)
    expect(calls).toEqual([])
  })

  test.each([null, undefined, 'pair', 42, [], {}, { input: {} }, { name: { toString: 'pair' }, input: {} }])(
    'no message: %j',
    async (message) => expect(await setUp().route(message, optionsPage)).toEqual(refused),
  )

  test.each([
    ['open-query', { document: 73164025807 }],
    ['open-query', { document: 'x'.repeat(41) }],
    ['open-query', {}],
    ['open-negativation', {}],
    ['open-negativation', { name: 'MARIA' }],
    ['open-negativation', { customerId: '../11943' }],
    ['open-negativation', { customerId: '11943', site: 'outra.hubsoft.com.br' }],
    ['customer-status', { customerId: '11943' }],
    ['open-records', { negativationId: '#a b' }],
    ['selection-changed', { text: 'x'.repeat(5001) }],
    ['selection-changed', { text: '1', extra: true }],
  ])('%s with a wrong input', async (name, input) => {
    const { route, calls } = setUp()
    expect(await route({ name, input }, record)).toEqual(refused)
    expect(calls).toEqual([])
  })
})

describe('attack 23 · batches are for our own pages', () => {
  test.each(['open-batch', 'page-selection'])('%s is out of an ERP page’s reach', async (name) => {
    const { route, calls } = setUp()
    expect(await route({ name, input: {} }, record)).toEqual(refused)
    expect(calls).toEqual([])
    expect((await route({ name, input: {} }, popup)).ok).toBe(true)
  })

  test.each([
    '',
    'batch',
    'batch/',
    'batch/../records',
    'batch/a b',
    'candidates?x',
    '//example.com',
    'batches#x',
  ])('no place of the page: %j', async (place) => {
    const { route, calls } = setUp()
    expect(await route({ name: 'open-batch', input: { place } }, popup)).toEqual(refused)
    expect(calls).toEqual([])
  })
})

describe('attack 23 · nothing in an ERP page includes, removes or confirms', () => {
  const acting = (Object.keys(operations) as OperationName[]).filter(
    (name) => operations[name].access !== 'query' && operations[name].access !== 'public',
  )

  test.each(acting)('the operation %s is out of its reach', async (operation) => {
    const { route, calls } = setUp()
    const input = { operation, input: {} }
    expect(await route({ name: 'call', input }, record)).toEqual(refused)
    expect(await route({ name: operation, input: {} }, record)).toEqual(refused)
    expect(calls).toEqual([])
  })

  test('not even a reading operation can be named from there', async () => {
    const { route } = setUp()
    for (const operation of ['customerStatus', 'negativations', 'status'])
      expect(await route({ name: 'call', input: { operation, input: {} } }, record)).toEqual(refused)
  })
})

describe('attack 24 · the sender is who the browser says', () => {
  const proposal = { name: 'open-query', input: samples['open-query'] }

  test.each<[string, Runtime.MessageSender]>([
    ['a subframe of the ERP', { ...record, frameId: 3 }],
    ['no frame known', { id, url: record.url!, tab }],
    ['no tab', { id, url: record.url!, frameId: 0 }],
    ['a site that nobody enabled', { ...record, url: 'https://outra.hubsoft.com.br/cliente' }],
    ['the same host over http', { ...record, url: 'http://empresa.hubsoft.com.br/cliente' }],
    ["the customers' portal", { ...record, url: 'https://central.empresa.hubsoft.com.br/' }],
    ['a look-alike host', { ...record, url: 'https://empresa.hubsoft.com.br.example/' }],
    ['a host in the user part', { ...record, url: 'https://empresa.hubsoft.com.br@example.com/' }],
    ['no address', { id, frameId: 0, tab }],
    ['an address that is none', { ...record, url: 'cliente' }],
    ['another extension', { ...record, id: 'ponmlkjihgfedcbaponmlkjihgfedcba' }],
    [
      "another extension's page",
      { ...optionsPage, url: 'chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba/options.html' },
    ],
    ['our page in a frame', { ...optionsPage, frameId: 2 }],
    ['our page in a frame, from another extension', { ...optionsPage, id: 'x', frameId: 2 }],
    ['an address that begins like ours', { ...record, url: `https://${id}/options.html` }],
  ])('refused: %s', async (_who, sender) => {
    const { route, calls } = setUp()
    expect(await route(proposal, sender)).toEqual(refused)
    expect(calls).toEqual([])
  })

  test('a host that is excluded stays refused even if it were stored as enabled', async () => {
    const { handlers } = setUp()
    const central = 'https://central.empresa.hubsoft.com.br'
    const api = 'https://api.hubsoft.com.br'
    const route = createRouter({
      handlers,
      facts: async () => ({ id, base, enabled: new Set([central, api]) }),
      locale: async () => 'pt-BR',
    })
    for (const url of [`${central}/`, `${api}/`])
      expect(await route(proposal, { ...record, url })).toEqual(refused)
  })

  test.each(['tabId', 'sender', 'origin', 'url', 'role'])(
    'a body that claims "%s" is refused',
    async (field) => {
      const { route, calls } = setUp()
      const input = { document: null, [field]: optionsPage.url }
      expect(await route({ name: 'open-query', input }, record)).toEqual(refused)
      expect(calls).toEqual([])
    },
  )

  test('whose page asks is told by the browser; a page of ours has no ERP', async () => {
    const { route, calls } = setUp()
    await route({ name: 'open-negativation', input: { customerId: '11943' } }, record)
    await route({ name: 'open-negativation', input: { document: '731.640.258-07' } }, optionsPage)
    expect(calls.map(({ caller }) => caller)).toEqual([
      { role: 'content', tabId: 7, host: 'empresa.hubsoft.com.br' },
      { role: 'page', tabId: 7 },
    ])
  })

  test('an envelope that claims another role or tab changes nothing', async () => {
    const { route, calls } = setUp()
    await route({ ...proposal, role: 'page', tabId: 99, sender: optionsPage }, record)
    expect(calls).toEqual([
      expect.objectContaining({ caller: { role: 'content', tabId: 7, host: 'empresa.hubsoft.com.br' } }),
    ])
    expect(await route({ name: 'sites', input: {}, role: 'page', sender: optionsPage }, record)).toEqual(
      refused,
    )
  })
})

const failing = async (thrown: unknown) => {
  const { handlers } = setUp()
  const route = createRouter({
    handlers: { ...handlers, sites: () => Promise.reject(thrown) },
    facts: async () => ({ id, base, enabled: new Set() }),
    locale: async () => 'en',
  })
  return route({ name: 'sites', input: {} }, optionsPage)
}

describe('replies', () => {
  test('an error travels with its words in the language of the screens', async () => {
    expect(await failing(new AppError('rate-refused', { params: { seconds: 4 } }))).toEqual({
      ok: false,
      error: {
        code: 'rate-refused',
        text: 'Too many requests in a short time.',
        hint: 'Wait 4 s and try again.',
        params: { seconds: 4 },
      },
    })
  })

  test('a foreign error says nothing of itself', async () => {
    expect(JSON.stringify(await failing(new Error('731.640.258-07')))).not.toContain('731')
  })

  test('the earlier query comes along', async () => {
    const earlier = { id: 'q1' }
    expect(
      await failing(new AppError('query-repeated', { params: { days: 6 }, details: { earlier } })),
    ).toMatchObject({ earlier })
  })

  test('a code that only a newer service knows keeps its own words', async () => {
    const view = { code: 'newer-code', text: 'Something new.', hint: 'Do it.' }
    const error = new AppError('newer-code' as 'internal', { details: { view } })
    expect(await failing(error)).toEqual({ ok: false, error: view })
  })
})
