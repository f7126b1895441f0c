import { expect, test, vi } from 'vitest'
import type { Query } from '../../../shared/api.ts'
import type { Document } from '../../../shared/document.ts'
import { AppError } from '../../../shared/errors.ts'
import { lastReports, newestAnswered } from './last-report.ts'

const cpf = '73164025807' as Document
const query = (over: Partial<Query>): Query => ({
  id: 'q1',
  integrationId: 'i1',
  integration: 'Matriz',
  product: { code: '1', name: 'Consulta' },
  document: cpf,
  purpose: 'sale',
  operator: 'Ana',
  environment: 'production',
  startedAt: '2026-11-20T13:00:00.000Z',
  endedAt: null,
  state: 'done',
  protocol: null,
  summary: null,
  priceCents: null,
  error: null,
  hasAnswer: true,
  ...over,
})

test('the newest one that was answered and is still kept, by the day of the business zone', () => {
  expect(
    newestAnswered([
      query({ id: 'running', startedAt: '2026-11-25T13:00:00.000Z', state: 'running', hasAnswer: false }),
      query({ id: 'erased', startedAt: '2026-11-24T13:00:00.000Z', hasAnswer: false }),
      query({ id: 'old', startedAt: '2026-11-01T13:00:00.000Z' }),
      query({ id: 'late', startedAt: '2026-11-23T01:30:00.000Z' }),
    ]),
  ).toEqual({ queryId: 'late', date: '2026-11-22' })
  expect(newestAnswered([])).toBeNull()
})

const setUp = (history: (document: Document) => Promise<Query[]>) => {
  let now = 0
  const asked = vi.fn<(document: Document) => Promise<Query[]>>(history)
  return {
    asked,
    ask: lastReports({ history: asked, clock: () => now }),
    pass: (milliseconds: number) => {
      now += milliseconds
    },
  }
}

test('is asked once a minute for each document', async () => {
  const { asked, ask, pass } = setUp(async () => [query({})])
  await Promise.all([ask(cpf), ask(cpf)])
  pass(59_000)
  expect(await ask(cpf)).toMatchObject({ queryId: 'q1' })
  expect(asked).toHaveBeenCalledOnce()
  pass(2000)
  await ask(cpf)
  await ask('90731582659' as Document)
  expect(asked).toHaveBeenCalledTimes(3)
})

test('what cannot be read is none, and the next look asks again', async () => {
  const { asked, ask } = setUp(() => Promise.reject(new AppError('scope-refused')))
  expect([await ask(cpf), await ask(cpf)]).toEqual([null, null])
  expect(asked).toHaveBeenCalledTimes(2)
})
