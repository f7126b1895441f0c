import { expect, test } from 'vitest'
import type { SelectedDebt } from '../../shared/api.ts'
import { mostBatchItems, mostPartItems } from '../../shared/api.ts'
import type { BatchPart } from './assemble.ts'
import { partAssembly } from './assemble.ts'

const minute = 60_000

const debts = (from: number, count: number): SelectedDebt[] =>
  Array.from({ length: count }, (_, index) => ({
    customerId: `c${from + index}`,
    serviceId: null,
    invoiceIds: [`f${from + index}`],
  }))

const part = (place: number, parts: number, fields: Partial<BatchPart> = {}): BatchPart => ({
  key: 'key',
  erpId: 'e1',
  integrationId: 'i1',
  reasonCode: 'TI',
  part: place,
  parts,
  debts: debts(place * mostPartItems, 2),
  ...fields,
})

const assembly = () => {
  const time = { now: Date.parse('2026-11-25T13:00:00Z') }
  const parts = partAssembly({ clock: () => time.now })
  const take = (next: BatchPart) => parts.take(next)
  return { time, take }
}

test('the parts of a selection in any order, each as often as it is sent, are the whole in its order', () => {
  const { take } = assembly()
  expect(take(part(2, 3))).toEqual({ missing: 2, whole: null })
  expect(take(part(0, 3))).toEqual({ missing: 1, whole: null })
  expect(take(part(2, 3))).toEqual({ missing: 1, whole: null })
  const { missing, whole } = take(part(1, 3))
  expect(missing).toBe(0)
  expect(whole?.debts.map(({ customerId }) => customerId)).toEqual([
    'c0',
    'c1',
    'c100',
    'c101',
    'c200',
    'c201',
  ])
})

test('G71 · a selection that is too large is refused before anything is read', () => {
  const { take } = assembly()
  const parts = mostBatchItems / mostPartItems + 1
  const full = (place: number) => part(place, parts, { debts: debts(place * mostPartItems, mostPartItems) })
  for (let place = 0; place < parts - 1; place += 1) expect(take(full(place)).whole).toBeNull()
  expect(() => take(full(parts - 1))).toThrow('batch-too-large')
})

test('G71 · five thousand debts in fifty parts are taken', () => {
  const { take } = assembly()
  const parts = mostBatchItems / mostPartItems
  const taken = Array.from({ length: parts }, (_, place) =>
    take(part(place, parts, { debts: debts(place * mostPartItems, mostPartItems) })),
  )
  expect(taken.at(-1)?.whole?.debts).toHaveLength(mostBatchItems)
})

test.each<[string, Partial<BatchPart>]>([
  ['another number of parts', { parts: 4 }],
  ['a part beyond the last', { part: 3 }],
  ['another ERP', { erpId: 'e2' }],
  ['another integration', { integrationId: 'i2' }],
  ['another reason', { reasonCode: 'NF' }],
  ['a part that had said something else', { part: 0 }],
])('%s is refused, and what had come is forgotten', (_, fields) => {
  const { take } = assembly()
  take(part(0, 3))
  expect(() => take(part(1, 3, fields))).toThrow('batch-parts-differ')
  expect(take(part(1, 3))).toEqual({ missing: 2, whole: null })
})

test('a selection of which no part has come for ten minutes is forgotten', () => {
  const { take, time } = assembly()
  take(part(0, 2))
  time.now += 9 * minute
  take(part(0, 2))
  time.now += 9 * minute
  expect(take(part(0, 2)).missing).toBe(1)
  time.now += 10 * minute
  expect(take(part(1, 2))).toEqual({ missing: 1, whole: null })
})

test('many selections that never become whole do not fill the memory', () => {
  const { take } = assembly()
  take(part(0, 2, { key: 'first' }))
  for (let count = 0; count < 30; count += 1) take(part(0, 2, { key: `other-${count}` }))
  expect(take(part(1, 2, { key: 'first' }))).toEqual({ missing: 1, whole: null })
  expect(take(part(1, 2, { key: 'other-29' })).whole).not.toBeNull()
})
