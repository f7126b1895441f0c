import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { negativationStates } from '../../shared/api.ts'
import type { OperationParsed } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import { recordIn, removalOf } from './machine.samples.ts'
import { listPage } from './list.ts'
import type { IndexEntry, PageOrder } from './record-order.ts'
import { comparators, entryOf } from './record-order.ts'

const everything: OperationParsed<'negativations'> = {
  states: [],
  search: '',
  environment: null,
  order: 'changed',
  after: null,
  limit: 200,
}
const sample = entryOf(recordIn('active'))
const entries = fc
  .array(
    fc.record({
      changedAt: fc.integer({ min: 0, max: 20 }),
      deadline: fc.constantFrom('', '2026-11-30', '2026-12-01'),
      state: fc.constantFrom(...negativationStates),
      environment: fc.constantFrom('test', 'production'),
    }),
    { maxLength: 60 },
  )
  .map((rows) => rows.map((row, index): IndexEntry => ({ ...sample, ...row, id: `r${index}` })))
const order = fc.constantFrom<PageOrder[]>('changed', 'deadline')

const walk = (sorted: readonly IndexEntry[], input: typeof everything): string[] => {
  const ids: string[] = []
  let after: string | null = null
  do {
    const page = listPage(sorted, { ...input, after })
    ids.push(...page.ids)
    after = page.next
  } while (after !== null)
  return ids
}

test('page after page shows every match once, in order, whatever the size of a page', () => {
  fc.assert(
    fc.property(entries, order, fc.integer({ min: 1, max: 9 }), (all, order, limit) => {
      const sorted = all.toSorted(comparators[order])
      const input = { ...everything, order, limit, states: ['active', 'removed'] as const }
      const expected = sorted.filter(({ state }) => state === 'active' || state === 'removed')
      expect(walk(sorted, { ...input, states: [...input.states] })).toEqual(expected.map(({ id }) => id))
    }),
  )
})

test('the counts are of the search and the environment, not of the chosen states', () => {
  fc.assert(
    fc.property(entries, (all) => {
      const { counts, total } = listPage(all, { ...everything, environment: 'test', states: ['active'] })
      const ours = all.filter(({ environment }) => environment === 'test')
      for (const state of negativationStates)
        expect(counts[state]).toBe(ours.filter((entry) => entry.state === state).length)
      expect(total).toBe(counts.active)
    }),
  )
})

const at = (fields: Partial<IndexEntry>): IndexEntry => ({ ...sample, ...fields })

describe('the order', () => {
  test('newest change first; of two at the same moment always the same one', () => {
    const rows = [at({ id: 'b', changedAt: 5 }), at({ id: 'a', changedAt: 5 }), at({ id: 'c', changedAt: 9 })]
    expect(rows.toSorted(comparators.changed).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
  })

  test('the nearest deadline first, those without one after', () => {
    const rows = [
      at({ id: 'none', deadline: '', changedAt: 99 }),
      at({ id: 'far', deadline: '2026-12-04' }),
      at({ id: 'near', deadline: '2026-11-26' }),
    ]
    expect(rows.toSorted(comparators.deadline).map(({ id }) => id)).toEqual(['near', 'far', 'none'])
  })

  test('a record that was cleared has no deadline any more', () => {
    expect(entryOf(recordIn('removing', { removal: removalOf() })).deadline).toBe('2026-11-27')
    expect(entryOf(recordIn('removed', { removal: removalOf() })).deadline).toBe('')
  })
})

test.each(['x', '~~', '2026~x~y', 'a'.repeat(100)])('a cursor that no page gave is refused: %s', (after) =>
  expect(() => listPage([sample], { ...everything, after })).toThrow(
    new AppError('input-invalid', { params: { field: 'after' } }),
  ),
)
