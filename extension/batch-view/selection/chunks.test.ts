// @vitest-environment node
import { array, assert, integer, property, record, string } from 'fast-check'
import { expect, test } from 'vitest'
import type { SelectedDebt } from '../../../shared/api.ts'
import { mostBatchItems, mostPartItems } from '../../../shared/api.ts'
import { chunks } from './chunks.ts'

const bodyOf = (debts: readonly SelectedDebt[]) =>
  JSON.stringify({
    key: '00000000-0000-4000-8000-000000000000',
    erpId: 'e'.repeat(64),
    integrationId: 'i'.repeat(64),
    reasonCode: 'r'.repeat(20),
    part: mostBatchItems,
    parts: mostBatchItems,
    debts,
  })

const id = string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 }).map((text) =>
  text.replace(/[^\w-]/g, '_'),
)
const debt = record({ customerId: id, serviceId: id, invoiceIds: array(id, { minLength: 1, maxLength: 60 }) })

test('G71 · no part is above the limit of a body or has too many debts, and together they are the selection in its order', () => {
  assert(
    property(array(debt, { maxLength: 40 }), integer({ min: 1, max: 9 }), (some, times) => {
      const debts = Array.from({ length: times }, () => some).flat()
      const parts = chunks(debts)
      expect(parts.flat()).toEqual(debts)
      for (const part of parts) {
        expect(part.length).toBeGreaterThan(0)
        expect(part.length).toBeLessThanOrEqual(mostPartItems)
        expect(new TextEncoder().encode(bodyOf(part)).length).toBeLessThan(48 * 1024)
      }
    }),
    { numRuns: 30 },
  )
})

test('usual debts go a hundred at a time', () => {
  const debts = Array.from({ length: 250 }, (_none, at) => ({
    customerId: String(at),
    serviceId: null,
    invoiceIds: ['62636'],
  }))
  expect(chunks(debts).map(({ length }) => length)).toEqual([100, 100, 50])
  expect(chunks([])).toEqual([])
})
