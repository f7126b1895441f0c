import {
  array,
  assert,
  constantFrom,
  integer,
  property,
  record as recordOf,
  shuffledSubarray,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Negativation } from '../../../shared/api.ts'
import { negativationStates } from '../../../shared/api.ts'
import { negativation } from '../../ui/testing/debt-samples.ts'
import { removal } from '../testing/show-records.tsx'
import { statesOf } from '../state-groups.ts'
import { applyFeed } from './apply-feed.ts'

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 25, 12, minute)).toISOString()
const record = (id: string, minute: number, over: Partial<Negativation> = {}): Negativation =>
  negativation({ id, state: 'active', changedAt: at(minute), ...over })
const ids = (rows: readonly Negativation[]): string => rows.map(({ id }) => id).join(' ')

const all = { order: 'changed', states: negativationStates, hasMore: false } as const

describe('what has changed is put into the loaded rows', () => {
  const rows = [record('c', 30), record('b', 20), record('a', 10)]

  test('nothing new leaves the very same rows, so that nothing is drawn again', () => {
    expect(applyFeed(rows, [record('b', 20)], all)).toBe(rows)
  })

  test('a changed one rises to the top and a new one comes in', () => {
    expect(ids(applyFeed(rows, [record('a', 40), record('n', 35)], all))).toBe('a n c b')
  })

  test('one that the filter no longer means leaves', () => {
    const active = { ...all, states: statesOf('active') }
    expect(ids(applyFeed(rows, [record('b', 40, { state: 'removed' })], active))).toBe('c a')
  })

  test('one beyond the last loaded row waits for its page', () => {
    const paged = { ...all, hasMore: true }
    expect(ids(applyFeed(rows, [record('z', 5)], paged))).toBe('c b a')
    expect(ids(applyFeed(rows, [record('z', 5)], all))).toBe('c b a z')
  })

  test('by deadline: the nearest first, those without one last, an ended one has none', () => {
    const due = (id: string, day: string, over: Partial<Negativation> = {}) =>
      record(id, 1, {
        state: 'verifying',
        removal: removal({ deadline: day as Negativation['due'] }),
        ...over,
      })
    const feed = [
      record('n', 50),
      due('late', '2026-12-02'),
      due('soon', '2026-11-26'),
      due('done', '2026-11-25', { state: 'removed' }),
    ]
    expect(ids(applyFeed([], feed, { ...all, order: 'deadline' }))).toBe('soon late n done')
  })

  test('whatever comes in whatever pieces, the rows are those that one read would give', () => {
    const change = recordOf({
      id: constantFrom('a', 'b', 'c', 'd', 'e'),
      minute: integer({ min: 0, max: 50 }),
      state: constantFrom(...negativationStates),
    })
    assert(
      property(
        array(array(change, { maxLength: 6 })),
        shuffledSubarray([...negativationStates]),
        (feeds, states) => {
          const shape = { ...all, states }
          const newest = new Map<string, Negativation>()
          let shown: readonly Negativation[] = []
          for (const feed of feeds) {
            const news = new Map(feed.map(({ id, minute, state }) => [id, record(id, minute, { state })]))
            for (const [id, one] of news) newest.set(id, one)
            shown = applyFeed(shown, [...news.values()], shape)
          }
          const once = applyFeed([], [...newest.values()], shape)
          expect(ids(shown)).toBe(ids(once))
        },
      ),
    )
  })
})
