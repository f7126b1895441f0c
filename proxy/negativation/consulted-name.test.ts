import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../shared/document.ts'
import { jsonReport } from '../bureaus/connect/json-report.ts'
import { memoryStore } from '../store/memory-store.ts'
import type { QueryRecord } from '../store/records.ts'
import { consultedName, nameInReport } from './consulted-name.ts'

const document = parseDocument('318.275.940-04')!
const report = (name: string): string => `<table><tr><td><b>Nome:</b></td><td>${name}</td></tr></table>`

describe('the name in a report', () => {
  test.each([
    [report('MARIA APARECIDA LOPES'), 'MARIA APARECIDA LOPES'],
    [report('Jo&atilde;o D&#39;&Aacute;vila'), "João D'ávila"],
    ['<p>Nome: ANA  LIMA</p>', 'ANA LIMA'],
    ['<th>Raz&atilde;o social</th><td>PADARIA NOVA ERA LTDA</td>', 'PADARIA NOVA ERA LTDA'],
    ['<style>b::after{content:"Nome:"}</style><p>Protocolo: 000123456</p>', null],
    ['<b>Nome da mãe:</b><td>OUTRA PESSOA</td>', null],
    ['', null],
  ])('%s', (html, name) => expect(nameInReport(html)).toBe(name))
  test('of a JSON answer that we laid out', () => {
    const html = jsonReport({
      status: { mensagem: 'Sucesso' },
      entrada: { nomeConsultado: 'MARIA APARECIDA LOPES', documentoConsultado: document },
    })
    expect(nameInReport(html)).toBe('MARIA APARECIDA LOPES')
  })
})

const query = (id: string, fields: Partial<QueryRecord> = {}): QueryRecord => ({
  id,
  key: id,
  clientId: 'a',
  integrationId: 'i',
  integration: 'Matriz',
  product: { code: 'CREDNET', name: 'Crednet' },
  document,
  purpose: 'sale',
  operator: 'Ana',
  environment: 'production',
  startedAt: '2026-11-20T13:00:00.000Z',
  endedAt: '2026-11-20T13:00:01.000Z',
  state: 'done',
  protocol: '1',
  summary: null,
  priceCents: null,
  error: null,
  hasAnswer: true,
  ...fields,
})

test('the newest real report that is still kept counts; a simulated one says nothing about a person', async () => {
  const store = memoryStore()
  const keep = (record: QueryRecord, name: string) =>
    store.commit([
      { collection: 'queries', id: record.id, value: record },
      { collection: 'answers', id: record.id, value: { id: record.id, html: report(name) } },
    ])
  expect(await consultedName(store, document)).toBeNull()
  await keep(query('1'), 'ANTIGA')
  await keep(query('2'), 'RECENTE')
  await keep(query('3', { environment: 'test' }), 'SIMULADA')
  await keep(query('4', { hasAnswer: false }), 'APAGADA')
  await keep(query('5', { state: 'failed', hasAnswer: false }), 'FALHA')
  expect(await consultedName(store, document)).toBe('RECENTE')
})
