import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Asker } from './ask-api.ts'
import { ask, asker, askToken, tokenOf } from './ask-api.ts'
import type { HubsoftApiSimulator } from './start-hubsoft-api.ts'
import { startHubsoftApi } from './start-hubsoft-api.ts'

let api: HubsoftApiSimulator
let token: string
let read: Asker

beforeEach(async () => {
  api = await startHubsoftApi({ clock: () => Date.parse('2026-11-25T10:00:00-03:00') })
  token = await tokenOf(api)
  read = await asker(api)
})
afterEach(() => api.close())

const list = { data_inicio: '2020-01-01', data_fim: '2027-12-31' }
const invoices = (query: Record<string, string> = {}) =>
  ask(token, api, 'financeiro/fatura', { ...list, ...query })

const idsOf = async (page: string): Promise<number[]> =>
  (await read('financeiro/fatura', { ...list, pagina: page, itens_por_pagina: '10' })).faturas.map(
    (row) => row.id_fatura,
  )

describe('faults', () => {
  test('G85 · 401 once, at the call that the test chose, then well again', async () => {
    api.faults.after('invoices', 1, { kind: 'unauthorized' })
    const statuses = [(await invoices()).status, (await invoices()).status, (await invoices()).status]
    expect(statuses).toEqual([200, 401, 200])
  })

  test('G85 · 401 for good, the login itself still works', async () => {
    api.faults.set('invoices', { kind: 'unauthorized' }, 'always')
    expect((await invoices()).status).toBe(401)
    token = await tokenOf(api)
    expect((await invoices()).status).toBe(401)
  })

  test('G86 · 429 with Retry-After', async () => {
    api.faults.set('customer', { kind: 'rate-limit', retryAfter: '0.3' })
    const response = await ask(token, api, 'cliente')
    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe('0.3')
  })

  test('a business error has HTTP 200 and may leak the back end', async () => {
    api.faults.set('invoices', { kind: 'business-error', msg: 'Sem permissão', leaks: true })
    const response = await invoices()
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      status: 'error',
      msg: 'Sem permissão',
      file: expect.stringContaining('.php'),
    })
  })

  test('G87 · the web server answers 200 with a page', async () => {
    api.faults.set('invoices', { kind: 'html-page' })
    const response = await invoices()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/html')
  })

  test('500 with a page', async () => {
    api.faults.set('token', { kind: 'status', status: 500 })
    expect((await askToken(api)).status).toBe(500)
  })

  test('JSON cut in half', async () => {
    api.faults.set('invoices', { kind: 'cut', by: 'length' })
    const text = await (await invoices()).text()
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError)
  })

  test('silence until released', async () => {
    api.faults.set('invoices', { kind: 'hang' })
    const answer = invoices()
    await api.ledger.seen('invoices')
    api.faults.release()
    expect((await answer).status).toBe(200)
  })

  test('settled, but the answer is lost', async () => {
    api.faults.set('settle', { kind: 'accept-reset' })
    const { unpaid } = api.database.cases
    const order = fetch(`${api.url}/api/v1/integracao/financeiro/fatura/liquidar`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ id_fatura: unpaid }),
    })
    await expect(order).rejects.toThrow(TypeError)
    expect(api.database.invoice(unpaid).paid).toBe('2026-11-25')
  })

  test('a row comes twice when the list moves between two pages', async () => {
    const first = await idsOf('0')
    api.faults.set('invoices', { kind: 'duplicate-row' })
    const second = await idsOf('1')
    expect(second[0]).toBe(first[9])
    expect(await idsOf('1')).toEqual([...second.slice(1), expect.any(Number)])
  })
})
