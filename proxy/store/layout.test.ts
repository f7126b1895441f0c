import { describe, expect, test } from 'vitest'
import { bringForward, ownFormat, writtenIn } from './layout.ts'
import type { Migration } from './layout.ts'
import { collections, emptyTables } from './tables.ts'

/** What each layout keeps. A line is never changed: another collection is another layout, with a migration that leads there. */
const collectionsOf: Record<number, string> = {
  1: 'answers batchItems batches clients erps heartbeats history inclusionPolicies integrations invoiceLinks negativations policies privacyActs proofs queries sweeps tasks',
  2: 'acts answers batchItems batches clients erps heartbeats history inclusionPolicies integrations invoiceLinks negativations policies privacyActs proofs queries restoreChecks restores sweeps tasks',
}

describe('the number of the layout', () => {
  test('belongs to this list of collections; an older program would lose one more', () => {
    expect(collections.toSorted().join(' ')).toBe(collectionsOf[ownFormat.layout])
  })

  test('no collection of an older layout has left the list, or that layout could not be read', () => {
    const everKept = Object.values(collectionsOf).flatMap((names) => names.split(' '))
    expect(collections).toEqual(expect.arrayContaining(everKept))
  })

  test('each layout after the first has its one migration', () => {
    const expected = Array.from({ length: ownFormat.layout - 1 }, (_, index) => index + 2)
    expect(ownFormat.migrations.map(({ to }) => to)).toEqual(expected)
  })

  test('a head without a number is of the first one', () => {
    expect(writtenIn({}).layout).toBe(1)
    expect(writtenIn({ layout: 3, program: '3.1.0' })).toEqual({ layout: 3, program: '3.1.0' })
  })
})

const adds = (to: number, letter: string): Migration => ({
  to,
  migrate: ({ answers }) =>
    answers.rows().records.map((record) => ({
      collection: 'answers',
      id: String(record['id']),
      value: { ...record, html: `${String(record['html'])}${letter}` },
    })),
})

describe('data are brought forward', () => {
  const format = { layout: 4, program: '4.0.0', migrations: [adds(4, 'd'), adds(2, 'b'), adds(3, 'c')] }
  const forward = (layout: number) => {
    const tables = emptyTables()
    tables.answers.put('x', { id: 'x', html: 'a' })
    bringForward(tables, { layout, program: '1.0.0' }, format)
    return tables.answers.select({})
  }

  test.each([
    [1, 'abcd'],
    [2, 'acd'],
    [3, 'ad'],
    [4, 'a'],
  ])('from layout %i, one after the other, none twice', (layout, html) => {
    expect(forward(layout)).toEqual([{ id: 'x', html }])
  })
})
