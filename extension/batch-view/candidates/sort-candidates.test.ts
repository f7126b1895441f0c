// @vitest-environment node
import { assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { candidateOf, manyCandidates, overdue } from '../testing/candidate-samples.ts'
import { modelOf } from './model.ts'
import type { Sort } from './sort-candidates.ts'
import { firstSort, nextSort, sortCandidates, sortKeys } from './sort-candidates.ts'

const person = (id: string, name: string, city: string, cents: number, daysLate: number) =>
  candidateOf({
    id,
    city,
    customer: { id, code: id, name, document: '73164025807' },
    invoices: [overdue({ cents, daysLate })],
  })

const model = modelOf([
  person('1', 'Zélia', 'Araguari', 10_00, 90),
  person('2', 'ÁLVARO', 'Uberlândia', 30_00, 40),
  person('3', 'bruno', 'araguari', 20_00, 90),
])

const ids = (sort: Sort) =>
  sortCandidates(model, sort)
    .map(({ id }) => id)
    .join('')

test('the most late first; equal ones by name, whatever their letters', () => {
  expect(ids(firstSort)).toBe('312')
  expect(ids({ key: 'days', direction: 'ascending' })).toBe('231')
  expect(ids({ key: 'person', direction: 'ascending' })).toBe('231')
  expect(ids({ key: 'city', direction: 'ascending' })).toBe('312')
  expect(ids({ key: 'value', direction: 'descending' })).toBe('231')
})

test('the same header again turns the order round', () => {
  const byValue = nextSort(firstSort, 'value')
  expect(byValue).toEqual({ key: 'value', direction: 'descending' })
  expect(nextSort(byValue, 'value')).toEqual({ key: 'value', direction: 'ascending' })
  expect(nextSort(byValue, 'person')).toEqual({ key: 'person', direction: 'ascending' })
})

test('nobody is lost or doubled by an order, and the same order is the same list', () => {
  const many = modelOf(manyCandidates(60))
  assert(
    property(constantFrom(...sortKeys), constantFrom('ascending', 'descending'), (key, direction) => {
      const sorted = sortCandidates(many, { key, direction })
      expect(new Set(sorted)).toEqual(new Set(many.entries))
      expect(sorted).toHaveLength(many.entries.length)
      expect(sortCandidates(many, { key, direction })).toBe(sorted)
    }),
    { numRuns: 20 },
  )
})
