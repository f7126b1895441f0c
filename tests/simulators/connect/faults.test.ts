import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ContentFault } from './content-fault.ts'
import { consult, pefin } from './post-form.ts'
import type { ConnectSimulator } from './start-connect.ts'
import { startConnect } from './start-connect.ts'

let connect: ConnectSimulator

beforeEach(async () => {
  connect = await startConnect()
})
afterEach(() => connect.close())

const succeeds = async (answer: Promise<Response>): Promise<boolean> =>
  (await (await answer).text()).includes('"Sucesso"')

describe('G87 · HTTP 200 with something that is no result', () => {
  test.each<[ContentFault['kind'], string, string]>([
    ['wrong-password', 'Usuário ou senha inválidos', 'text/html'],
    ['unknown-product', 'Produto não disponível', 'text/html'],
    ['no-balance', 'Saldo insuficiente', 'text/html'],
    ['login-form', '<input type="password"', 'text/html'],
    ['maintenance', 'manutenção', 'text/html'],
    ['error-as-html', '{"erro":', 'text/html'],
    ['empty', '', 'text/html'],
    ['silent-html', '<body></body>', 'text/html'],
  ])('%s, not billed', async (kind, text, mediaType) => {
    connect.faults.set('consult', { kind })
    const response = await consult(connect, { tiporesposta: 'H' })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain(mediaType)
    const body = await response.text()
    expect(body).toContain(text)
    expect(body).not.toContain('Protocolo')
    expect(connect.ledger.billed).toEqual([])
  })

  test('the JSON format carries the same refusals', async () => {
    connect.faults.set('consult', { kind: 'no-balance' })
    expect(await (await consult(connect)).json()).toEqual({ status: { mensagem: 'Saldo insuficiente' } })
  })
})

describe('faults before the work leave nothing at Connect', () => {
  test('hang: silent until released, then answered and billed', async () => {
    connect.faults.set('consult', { kind: 'hang' })
    const answer = consult(connect)
    await connect.ledger.seen('consult')
    expect(connect.ledger.billed).toEqual([])
    connect.faults.release()
    expect(await succeeds(answer)).toBe(true)
    expect(connect.ledger.billed).toHaveLength(1)
  })

  test('hang: a caller that gives up is never billed', async () => {
    connect.faults.set('consult', { kind: 'hang' })
    const caller = new AbortController()
    const answer = consult(connect, {}, { signal: caller.signal })
    await connect.ledger.seen('consult')
    caller.abort()
    await expect(answer).rejects.toThrow(/abort/i)
    expect(await succeeds(consult(connect))).toBe(true)
    expect(connect.ledger.billed).toHaveLength(1)
  })

  test.each(['2', '0.3', 'Wed, 25 Nov 2026 13:00:30 GMT', 'abc', '86400', null])(
    'G86 · 429 with Retry-After %o',
    async (retryAfter) => {
      connect.faults.set('consult', { kind: 'rate-limit', retryAfter })
      const response = await consult(connect)
      expect(response.status).toBe(429)
      expect(response.headers.get('retry-after')).toBe(retryAfter)
      expect(connect.ledger.billed).toEqual([])
    },
  )

  test('a redirect to another host', async () => {
    connect.faults.set('consult', { kind: 'redirect', location: 'http://127.0.0.1:9/roubo' })
    const response = await consult(connect)
    expect(response.status).toBe(307)
    expect(response.headers.get('location')).toBe('http://127.0.0.1:9/roubo')
    expect(connect.ledger.billed).toEqual([])
  })

  test('a reset', async () => {
    connect.faults.set('consult', { kind: 'reset' })
    await expect(consult(connect)).rejects.toThrow(TypeError)
    expect(connect.ledger.requests).toHaveLength(1)
    expect(connect.ledger.billed).toEqual([])
  })
})

describe('faults after the work leave a bill', () => {
  test('G89 · accepted, then silence', async () => {
    connect.faults.set('consult', { kind: 'accept-hang' })
    const answer = consult(connect)
    await connect.ledger.seen('consult')
    connect.faults.release()
    await expect(answer).rejects.toThrow(TypeError)
    expect(connect.ledger.billed).toHaveLength(1)
  })

  test('G89 · accepted, then reset', async () => {
    connect.faults.set('consult', { kind: 'accept-reset' })
    await expect(consult(connect)).rejects.toThrow(TypeError)
    expect(connect.ledger.billed).toHaveLength(1)
  })

  test.each([500, 502, 503, 504] as const)('G90 · %i after recording', async (status) => {
    connect.faults.set('consult', { kind: 'status', status })
    const response = await consult(connect)
    expect(response.status).toBe(status)
    expect(await response.text()).toContain('<h1>')
    expect(connect.ledger.billed).toHaveLength(1)
  })

  test('half an answer whose length is honoured', async () => {
    connect.faults.set('consult', { kind: 'cut', by: 'length' })
    const text = await (await consult(connect)).text()
    expect(text).toMatch(/^\{"status"/)
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError)
  })

  test('half an answer, then the connection breaks', async () => {
    connect.faults.set('consult', { kind: 'cut', by: 'connection' })
    await expect(consult(connect).then((response) => response.text())).rejects.toThrow(TypeError)
    expect(connect.ledger.billed).toHaveLength(1)
  })

  test('head and half a body, the rest upon release', async () => {
    connect.faults.set('consult', { kind: 'stall' })
    const response = await consult(connect)
    expect(response.status).toBe(200)
    const text = response.text()
    connect.faults.release()
    expect(JSON.parse(await text)).toHaveProperty('resultado')
  })

  test('G57 · a slow answer comes when the test lets it', async () => {
    const gate = Promise.withResolvers<void>()
    connect.faults.set('consult', { kind: 'slow', until: gate.promise })
    const answer = consult(connect)
    await connect.ledger.seen('consult')
    gate.resolve()
    expect(await succeeds(answer)).toBe(true)
    expect(connect.ledger.billed).toHaveLength(1)
  })
})

describe('the switch', () => {
  test('once strikes once, always until cleared, each call by itself', async () => {
    connect.faults.set('consult', { kind: 'no-balance' })
    expect(await succeeds(consult(connect))).toBe(false)
    expect(await succeeds(consult(connect))).toBe(true)
    connect.faults.set('products', { kind: 'maintenance' }, 'always')
    expect(await succeeds(pefin(connect, 'produtos', 'provedor', 'consulta-123'))).toBe(false)
    expect(await succeeds(pefin(connect, 'produtos', 'provedor', 'consulta-123'))).toBe(false)
    expect(await succeeds(pefin(connect, 'testar', 'provedor-pefin', 'pefin-456'))).toBe(true)
    connect.faults.clear('products')
    expect(await succeeds(pefin(connect, 'produtos', 'provedor', 'consulta-123'))).toBe(true)
  })

  test('a fault can wait for its turn', async () => {
    connect.faults.after('pefinTest', 2, { kind: 'wrong-password' }, 2)
    const outcomes = []
    for (let turn = 0; turn < 5; turn += 1) {
      outcomes.push(await succeeds(pefin(connect, 'testar', 'provedor-pefin', 'pefin-456')))
    }
    expect(outcomes).toEqual([true, true, false, false, true])
  })
})
