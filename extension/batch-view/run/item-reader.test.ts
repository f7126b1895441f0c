import { expect, test, vi } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import { itemOf } from '../testing/batch-samples.ts'
import type { HeldItems, ItemWish } from './item-reader.ts'
import { itemReader } from './item-reader.ts'
import type { ItemPage } from './read-items.ts'

/** A reader over answers that come when the test lets them. */
const setUp = () => {
  const told: HeldItems[] = []
  const asked: { from: number; answer: (page: ItemPage) => void; fail: () => void }[] = []
  const want = itemReader((items) => told.push(items))
  const read = (from: number) =>
    new Promise<ItemPage>((answer, reject) => {
      asked.push({ from, answer, fail: () => reject(new AppError('answer-lost')) })
    })
  const wish = (over: Partial<ItemWish> = {}) => want({ of: 'b1', version: '1', pages: [0], read, ...over })
  return { told, asked, wish }
}
const page = (name: string, total = 900): ItemPage => ({ items: [itemOf({ name })], total, next: null })
const names = (held: HeldItems | undefined) =>
  [...(held?.pages ?? [])].map(([at, [item]]) => `${at} ${item?.name}`)

test('pages are read one at a time, each once for a version', async () => {
  const { told, asked, wish } = setUp()
  wish({ pages: [0, 1] })
  wish({ pages: [0, 1] })
  expect(asked.map(({ from }) => from)).toEqual([0])
  asked[0]?.answer(page('A'))
  await vi.waitFor(() => expect(asked.map(({ from }) => from)).toEqual([0, 500]))
  asked[1]?.answer(page('B'))
  await vi.waitFor(() => expect(names(told.at(-1))).toEqual(['0 A', '1 B']))
  wish({ pages: [1] })
  expect(asked).toHaveLength(2)
})

test('a new version reads what is in sight again, also when it comes during a reading', async () => {
  const { told, asked, wish } = setUp()
  wish()
  wish({ version: '2' })
  asked[0]?.answer(page('old'))
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  asked[1]?.answer(page('new'))
  await vi.waitFor(() => expect(names(told.at(-1))).toEqual(['0 new']))
})

test('an answer for something else is dropped', async () => {
  const { told, asked, wish } = setUp()
  wish()
  wish({ of: 'b1 refused' })
  asked[0]?.answer(page('all'))
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  asked[1]?.answer(page('refused', 2))
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ of: 'b1 refused', total: 2 }))
  expect(told.flatMap(names)).toEqual(['0 refused'])
})

test('a failure keeps what was read, and the next wish tries again', async () => {
  const { told, asked, wish } = setUp()
  wish()
  asked[0]?.answer(page('A'))
  await vi.waitFor(() => expect(told).toHaveLength(1))
  wish({ version: '2' })
  asked[1]?.fail()
  await vi.waitFor(() => expect(told.at(-1)?.error?.code).toBe('answer-lost'))
  expect(names(told.at(-1))).toEqual(['0 A'])
  wish({ version: '2' })
  asked[2]?.answer(page('B'))
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ error: null }))
})
