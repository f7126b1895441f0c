import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDocument } from '../../shared/document.ts'
import type { Document } from '../../shared/document.ts'
import type { QueryRecord } from '../store/records.ts'
import { earlierQuery } from './repeat.ts'

const document = parseDocument('731.640.258-07') as Document
const asked = { document, product: 'CREDNET_LIGHT', environment: 'production' } as const
const now = Date.parse('2026-11-25T13:00:00Z')

const record = (fields: Partial<QueryRecord> = {}): QueryRecord => ({
  id: 'q',
  key: 'k',
  clientId: 'c',
  integrationId: 'i',
  integration: 'Matriz',
  product: { code: 'CREDNET_LIGHT', name: 'CREDNET LIGHT' },
  document,
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
  ...fields,
})
const daysOf = (history: QueryRecord[], repeatDays = 7, at = now) =>
  earlierQuery(history, asked, at, repeatDays)?.days

test('G49 · within the days it warns, after them not; zero turns it off', () => {
  expect(daysOf([record()], 7)).toBe(5)
  expect(daysOf([record()], 5)).toBe(5)
  expect(daysOf([record()], 4)).toBeUndefined()
  expect(daysOf([record({ startedAt: '2026-11-25T12:59:00.000Z' })], 0)).toBeUndefined()
})

test('G78 · days are those of the calendar in Brazil: 21:30 yesterday is yesterday, though UTC had today', () => {
  const lateYesterday = record({ startedAt: '2026-11-25T00:30:00.000Z' })
  expect(daysOf([lateYesterday])).toBe(1)
  expect(daysOf([lateYesterday], 7, Date.parse('2026-11-25T02:59:00Z'))).toBe(0)
})

test('a failed query cost nothing; an uncertain or running one may cost', () => {
  expect(daysOf([record({ state: 'failed' })])).toBeUndefined()
  expect(daysOf([record({ state: 'uncertain' })])).toBe(5)
  expect(daysOf([record({ state: 'running' })])).toBe(5)
})

test('G56 · another environment, product or person is another matter', () => {
  expect(daysOf([record({ environment: 'test' })])).toBeUndefined()
  expect(daysOf([record({ product: { code: 'CREDNET_TOP', name: '' } })])).toBeUndefined()
  expect(daysOf([record({ document: parseDocument('907.315.826-59') as Document })])).toBeUndefined()
})

test('of several the newest is shown, whatever their order', () => {
  const instant = fc
    .integer({ min: 0, max: 40 * 24 })
    .map((hours) => new Date(now - hours * 3_600_000).toISOString())
  fc.assert(
    fc.property(fc.array(instant, { minLength: 1 }), (instants) => {
      const found = earlierQuery(
        instants.map((startedAt) => record({ startedAt })),
        asked,
        now,
        365,
      )
      expect(found?.query.startedAt).toBe(instants.toSorted().at(-1))
    }),
  )
})
