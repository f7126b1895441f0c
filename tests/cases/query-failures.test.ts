import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OperationInput } from '../../shared/api.ts'
import { startConnect } from '../simulators/connect/start-connect.ts'
import type { ConnectFault, ConnectSimulator } from '../simulators/connect/start-connect.ts'
import { creditService, maria, queryPair, question, readyIntegration } from './credit-service.ts'

let connect: ConnectSimulator
let service: Awaited<ReturnType<typeof creditService>>
let ana: Awaited<ReturnType<typeof service.browser>>
let integrationId: string

beforeAll(async () => {
  connect = await startConnect()
})
afterAll(() => connect.close())
beforeEach(async () => {
  connect.faults.clear()
  connect.setCharset('utf8')
  service = await creditService({ connectUrl: connect.url })
  ana = await service.browser('Ana', 'a')
  integrationId = await readyIntegration(ana)
  connect.ledger.clear()
})

/** Asks and waits for the end, as the report tab does. */
const outcome = async (fields: Partial<OperationInput<'queryStart'>> = {}) => {
  const { id } = await ana.call('queryStart', question(integrationId, fields))
  await service.ended(id)
  return ana.call('query', { id })
}
const notKept = async (id: string) =>
  expect(await ana.refused('queryAnswer', { id })).toMatchObject({ code: 'query-no-answer' })

describe('refused before anything is sent', () => {
  test.each([
    ['731.640.258-08', 'CPF ou CNPJ inválido: os dígitos verificadores não conferem.'],
    ['0K.7M2.Q9R/0001-75', 'CPF ou CNPJ inválido: os dígitos verificadores não conferem.'],
  ])('G22 · the invalid document %s', async (document, text) => {
    const hint = 'Confira o número no cadastro. Nada foi consultado nem cobrado.'
    expect(await ana.refused('queryStart', question(integrationId, { document }))).toMatchObject({
      status: 400,
      code: 'document-invalid',
      text,
      hint,
    })
    expect(connect.ledger.requests).toEqual([])
  })

  test('an unknown product', async () => {
    expect(
      await ana.refused('queryStart', question(integrationId, { product: 'CREDNET_OURO' })),
    ).toMatchObject({
      text: 'O produto “CREDNET_OURO” não está entre os produtos sincronizados desta integração.',
      hint: 'Sincronize os produtos na Configuração ou escolha outro produto.',
    })
    // A PEFIN product is known, but no query.
    expect(
      await ana.refused('queryStart', question(integrationId, { product: 'INCLUSAO_PEFIN' })),
    ).toMatchObject({
      code: 'product-unknown',
    })
    expect(connect.ledger.requests).toEqual([])
  })

  test('a product that does not serve this kind of person', async () => {
    const input = question(integrationId, { product: 'CREDNET_BASICA', document: '04.718.253/0001-56' })
    expect(await ana.refused('queryStart', input)).toMatchObject({
      text: 'O produto “CREDNET BÁSICA” não atende CNPJ.',
      hint: 'Escolha um produto para CNPJ.',
    })
    expect(connect.ledger.requests).toEqual([])
  })

  test('an integration without its pair, and one that is gone', async () => {
    const { id } = await ana.call('integrationCreate', {
      description: 'Filial',
      creditor: '04.718.253/0001-56',
      environment: 'production',
      answerFormat: 'html',
    })
    await ana.call('productSave', {
      id,
      code: 'CREDNET_LIGHT',
      name: 'Light',
      persons: ['F'],
      priceCents: 490,
    })
    expect(await ana.refused('queryStart', question(id))).toMatchObject({
      code: 'credentials-missing',
      text: 'Faltam login/senha_consulta nesta integração.',
    })
    await ana.call('integrationRemove', { id })
    expect(await ana.refused('queryStart', question(id))).toMatchObject({ code: 'integration-unknown' })
    expect(connect.ledger.requests).toEqual([])
  })
})

describe('refused by Connect: failed, nothing billed', () => {
  test('wrong password of the query pair', async () => {
    await ana.call('credentialsSave', { id: integrationId, pair: 'query', ...queryPair, password: 'errada' })
    const query = await outcome()
    expect(query).toMatchObject({
      state: 'failed',
      error: {
        text: 'O Connect recusou login/senha_consulta.',
        hint: 'Confira os dados com o suporte do Connect e grave-os de novo na Configuração.',
      },
    })
    expect(JSON.stringify(query)).not.toContain('errada')
    expect(connect.ledger.of('consult')).toHaveLength(1)
    expect(connect.ledger.billed).toEqual([])
  })

  test('a product that Connect no longer sells', async () => {
    connect.faults.set('consult', { kind: 'unknown-product' })
    expect(await outcome()).toMatchObject({ state: 'failed', error: { code: 'product-unknown' } })
    expect(connect.ledger.billed).toEqual([])
  })

  test('no balance', async () => {
    connect.faults.set('consult', { kind: 'no-balance' })
    expect(await outcome()).toMatchObject({
      state: 'failed',
      error: {
        text: 'O Connect informou saldo insuficiente.',
        hint: 'Regularize o saldo com o Connect. Nada foi feito nem cobrado.',
      },
    })
  })

  test('a failed query cost nothing: asking again warns of nothing', async () => {
    connect.faults.set('consult', { kind: 'no-balance' })
    await outcome()
    expect(await outcome()).toMatchObject({ state: 'done' })
  })

  test('G86 · 429 is "not processed": failed, with the seconds to wait', async () => {
    connect.faults.set('consult', { kind: 'rate-limit', retryAfter: '2' })
    expect(await outcome()).toMatchObject({
      state: 'failed',
      error: {
        text: 'O Connect pediu para aguardar. Nada foi feito.',
        hint: 'Tente de novo em 2 s.',
      },
    })
    connect.faults.set('consult', { kind: 'rate-limit', retryAfter: null })
    expect(await outcome()).toMatchObject({ error: { hint: 'Tente de novo em 30 s.' } })
    expect(connect.ledger.of('consult')).toHaveLength(2)
  })

  test('platform down: the connection is refused, so nothing was sent', async () => {
    const gone = await startConnect()
    const other = await creditService({ connectUrl: gone.url })
    const leo = await other.browser('Leo', 'b')
    const id = await readyIntegration(leo)
    await gone.close()
    const query = await leo.call('queryStart', question(id))
    await other.ended(query.id)
    expect(await leo.call('query', { id: query.id })).toMatchObject({
      state: 'failed',
      error: {
        text: 'Não foi possível falar com o Connect. Nada foi consultado nem cobrado.',
        hint: 'Verifique a internet do computador do serviço e tente de novo.',
      },
    })
  })
})

const late = 'Tente mais tarde. Se era uma consulta, veja no Connect se ela consta antes de repetir.'
const cut = {
  text: 'A resposta do Connect chegou incompleta e não foi aceita como resultado.',
  hint: 'Se era uma consulta, ela pode ter sido cobrada: veja no Connect se consta antes de repetir.',
}
const page = { text: 'O Connect respondeu com uma página de erro em vez do resultado.', hint: late }
const silent = {
  text: 'A resposta do Connect não chegou. A consulta pode ter sido feita e cobrada.',
  hint: 'Não foi repetida. Veja no Connect se ela consta antes de consultar de novo.',
}

describe('sent, and no answer that proves itself: uncertain, one request, never repeated', () => {
  test.each<[string, ConnectFault, { text: string; hint: string }, billed: number]>([
    [
      'G90 · 504 after it was billed',
      { kind: 'status', status: 504 },
      { text: 'O Connect está fora do ar (código 504).', hint: late },
      1,
    ],
    [
      'G90 · 502 after it was billed',
      { kind: 'status', status: 502 },
      { text: 'O Connect está fora do ar (código 502).', hint: late },
      1,
    ],
    ['G89 · reset after it was billed', { kind: 'accept-reset' }, silent, 1],
    ['G90 · reset before anything', { kind: 'reset' }, silent, 0],
    ['answer cut in half, announced as whole', { kind: 'cut', by: 'length' }, cut, 1],
    ['answer cut in half, connection broken', { kind: 'cut', by: 'connection' }, cut, 1],
    ['G87 · empty answer', { kind: 'empty' }, cut, 0],
    ['G87 · 200 with a login form', { kind: 'login-form' }, page, 0],
    ['G87 · 200 with a maintenance page', { kind: 'maintenance' }, page, 0],
    ['G87 · 200 with {"erro": …} as HTML', { kind: 'error-as-html' }, page, 0],
    ['G87 · 200 with an empty page', { kind: 'silent-html' }, page, 0],
  ])('%s', async (_what, fault, error, billed) => {
    connect.faults.set('consult', fault)
    const query = await outcome()
    expect(query).toMatchObject({ state: 'uncertain', hasAnswer: false, protocol: null, error })
    expect(query.endedAt).not.toBeNull()
    await notKept(query.id)
    expect(connect.ledger.of('consult')).toHaveLength(1)
    expect(connect.ledger.billed).toHaveLength(billed)
    // It may have cost, so the next press asks first.
    expect(await ana.refused('queryStart', question(integrationId))).toMatchObject({ code: 'query-repeated' })
    expect(connect.ledger.of('consult')).toHaveLength(1)
  })

  test('half a JSON is no result either', async () => {
    const id = await readyIntegration(ana, { answerFormat: 'json', description: 'JSON' })
    connect.faults.set('consult', { kind: 'cut', by: 'length' })
    const { id: query } = await ana.call('queryStart', question(id))
    expect(await service.ended(query)).toMatchObject({ state: 'uncertain', error: cut })
  })
})

test.each([
  'utf8',
  'latin1-header',
  'latin1-meta',
  'latin1-unlabelled',
  'latin1-wrong-header',
  'utf8-wrong-meta',
  'utf8-header-wrong-meta',
] as const)('G88 · %s: the report is kept with its accents', async (charset) => {
  connect.setCharset(charset)
  const { id, state } = await outcome()
  expect(state).toBe('done')
  const { html } = await ana.call('queryAnswer', { id })
  // Booleans, so that a failure does not print a report.
  expect(html.includes('<b>SITUAÇÃO</b>')).toBe(true)
  expect(/\uFFFD|Ã[\u0080-\u00BF]/.test(html)).toBe(false)
})

test('G88 · a refusal in Latin-1 is recognised by its decoded text', async () => {
  connect.setCharset('latin1-unlabelled')
  connect.faults.set('consult', { kind: 'wrong-password' })
  expect(await outcome()).toMatchObject({ error: { code: 'connect-credentials-refused' } })
})

test('G22 · an alphanumeric CNPJ is sent as it is, letters and all', async () => {
  const query = await outcome({ document: '0k.7m2.q9r/0001-05' })
  expect(query).toMatchObject({ state: 'done', document: '0K7M2Q9R000105' })
  const [sent] = connect.ledger.of('consult')
  expect(sent?.fields).toMatchObject({ documento: '0K7M2Q9R000105', tipodocumento: 'J' })
})

test('nothing personal stands in an address, and the session cookies of Connect are not sent back', async () => {
  await outcome()
  await outcome({ repeat: true, document: maria })
  for (const { path, headers } of connect.ledger.requests) {
    expect(path).toBe('/mercurio/ws_consulta/')
    expect(headers).not.toHaveProperty('cookie')
  }
})
