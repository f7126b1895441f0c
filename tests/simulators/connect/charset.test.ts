import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Charset } from './charset.ts'
import { consult } from './post-form.ts'
import type { ConnectSimulator } from './start-connect.ts'
import { startConnect } from './start-connect.ts'

let connect: ConnectSimulator

beforeAll(async () => {
  connect = await startConnect()
})
afterAll(() => connect.close())

const phrase = 'SITUAÇÃO: CONSTAM RESTRIÇÕES'

interface Bytes {
  type: string | null
  body: Buffer
}
const answer = async (charset: Charset, tiporesposta: string): Promise<Bytes> => {
  connect.setCharset(charset)
  const response = await consult(connect, { tiporesposta })
  return { type: response.headers.get('content-type'), body: Buffer.from(await response.arrayBuffer()) }
}
const metaOf = (body: Buffer): string | null =>
  /<meta [^>]*charset=([\w-]+)/.exec(body.toString('latin1'))?.[1] ?? null

describe('G88 · how bytes and labels go together', () => {
  test.each<[Charset, 'utf8' | 'latin1', string, string | null]>([
    ['utf8', 'utf8', 'text/html; charset=utf-8', 'utf-8'],
    ['latin1-header', 'latin1', 'text/html; charset=ISO-8859-1', null],
    ['latin1-meta', 'latin1', 'text/html', 'iso-8859-1'],
    ['latin1-unlabelled', 'latin1', 'text/html', null],
    ['latin1-wrong-header', 'latin1', 'text/html; charset=utf-8', null],
    ['utf8-wrong-meta', 'utf8', 'text/html', 'iso-8859-1'],
    ['utf8-header-wrong-meta', 'utf8', 'text/html; charset=utf-8', 'iso-8859-1'],
  ])('%s', async (charset, encoding, type, meta) => {
    const { type: sent, body } = await answer(charset, 'H')
    expect(sent).toBe(type)
    expect(metaOf(body)).toBe(meta)
    expect(body.includes(Buffer.from(phrase, encoding))).toBe(true)
    expect(body.includes(Buffer.from(phrase, encoding === 'utf8' ? 'latin1' : 'utf8'))).toBe(false)
  })

  test('the meta tag stands in the first kilobyte', async () => {
    const { body } = await answer('latin1-meta', 'H')
    expect(body.indexOf('charset=iso-8859-1')).toBeLessThan(1024)
  })

  test('JSON and error pages are encoded the same way', async () => {
    const { type, body } = await answer('latin1-unlabelled', 'J')
    expect(type).toBe('application/json')
    expect(body.includes(Buffer.from('Constam Restrições', 'latin1'))).toBe(true)
    connect.faults.set('consult', { kind: 'maintenance' })
    const page = await answer('latin1-header', 'H')
    expect(page.body.includes(Buffer.from('manutenção', 'latin1'))).toBe(true)
  })
})
