import { describe, expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/locales/texts.ts'
import type { DebtReading } from '../negativation/draft.ts'
import { sealOf } from '../negativation/shown-debt.ts'
import { batchSealOf } from './batch-seal.ts'
import { blockOf, shownOf } from './batch.samples.ts'
import type { ItemPlace } from './read-item.ts'
import type { ReadingDeps } from './reading.ts'
import { readEverybody } from './reading.ts'

const placeOf = (position: number): ItemPlace => ({
  batchId: 'b1',
  position,
  asked: { customerId: `c${position}`, serviceId: null, invoiceIds: [`f${position}`] },
  key: `key-${position}`,
})
const places = (count: number) => Array.from({ length: count }, (_, index) => placeOf(index + 1))

const customerOf = ({ asked }: ItemPlace) => ({
  id: asked.customerId,
  code: '9',
  name: 'MARIA EXEMPLO',
  document: '731.640.258-07',
})
const found = (place: ItemPlace): DebtReading => {
  const shown = shownOf(place.asked.customerId)
  const debt = { shown, seal: sealOf(shown), reasons: [], shortened: [] }
  return { customer: customerOf(place), debt, problem: null }
}
const failure = (code: ErrorCode, params = {}) => new AppError(code, { params, retry: 'safe' })

const reading = (count: number, deps: Partial<ReadingDeps> = {}, signal = new AbortController().signal) => {
  const told = { count: 0 }
  const whole = readEverybody(
    places(count),
    { read: async (place) => found(place), wait: async () => {}, ...deps },
    () => void (told.count += 1),
    signal,
  )
  return { whole, told }
}

describe('everybody of a selection is read at the ERP', () => {
  test('four at once at most, in whatever order they answer; the items stand as they were selected', async () => {
    let atOnce = 0
    let most = 0
    const waiting: (() => void)[] = []
    const read = async (place: ItemPlace) => {
      atOnce += 1
      most = Math.max(most, atOnce)
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
        // The newest question is answered first.
        if (waiting.length === 4 || place.position > 9)
          queueMicrotask(() =>
            waiting
              .splice(0)
              .toReversed()
              .forEach((go) => go()),
          )
      })
      atOnce -= 1
      return found(place)
    }
    const { whole, told } = reading(12, { read })
    const { items, problem } = await whole
    expect(most).toBe(4)
    expect(told.count).toBe(12)
    expect(problem).toBeNull()
    expect(items.map(({ position, shown }) => [position, shown?.customer.id])).toEqual(
      places(12).map(({ position }) => [position, `c${position}`]),
    )
  })

  test('the same reading has the same seal, another fact another one', async () => {
    const [one, other] = await Promise.all([reading(5).whole, reading(5).whole])
    expect(batchSealOf(one.items)).toBe(batchSealOf(other.items.toReversed()))
    const [first, ...rest] = one.items
    const blocked = { ...first!, reasons: [blockOf('minor')] }
    expect(batchSealOf([blocked, ...rest])).not.toBe(batchSealOf(one.items))
    expect(batchSealOf([{ ...first!, seal: 'other' }, ...rest])).not.toBe(batchSealOf(one.items))
  })

  test('an invoice that was paid since the selection blocks its item, whose customer is known', async () => {
    const changes = [{ field: 'fact', invoiceId: 'f2', before: 'open', after: 'gone' }]
    const read = async (place: ItemPlace): Promise<DebtReading> =>
      place.position === 2
        ? {
            customer: customerOf(place),
            debt: null,
            problem: new AppError('negativation-changed', { details: { changes } }),
          }
        : found(place)
    const { items, problem } = await reading(3, { read }).whole
    expect(problem).toBeNull()
    expect(items[1]).toMatchObject({
      name: 'MARIA EXEMPLO',
      shown: null,
      seal: null,
      reasons: [{ code: 'not-open', level: 'block', params: { invoices: 'f2' } }],
    })
  })

  test('without a valid document the reasons of the refusal stand on the item', async () => {
    const reasons = [blockOf('document-invalid')]
    const read = async (place: ItemPlace): Promise<DebtReading> => ({
      customer: customerOf(place),
      debt: null,
      problem: new AppError('inclusion-blocked', { details: { reasons } }),
    })
    expect((await reading(1, { read }).whole).items[0]?.reasons).toEqual(reasons)
  })

  test('a single failure concerns its item alone', async () => {
    const down = failure('erp-unreachable')
    const read = async (place: ItemPlace) => {
      if (place.position % 3 === 0) throw down
      return found(place)
    }
    const { items, problem } = await reading(30, { read }).whole
    expect(problem).toBeNull()
    expect(items.filter(({ shown }) => shown)).toHaveLength(20)
    expect(items[2]).toMatchObject({ reasons: [blockOf('not-read')], problem: { code: 'erp-unreachable' } })
  })

  test('five failures in a row end it; what was read stays, the rest is not read', async () => {
    const asked: number[] = []
    const read = async (place: ItemPlace) => {
      asked.push(place.position)
      if (place.position > 10) throw failure('erp-down', { status: 500 })
      return found(place)
    }
    const { items, problem } = await reading(100, { read }).whole
    expect(problem?.code).toBe('erp-down')
    expect(asked.length).toBeLessThan(20)
    expect(items.filter(({ shown }) => shown)).toHaveLength(10)
    expect(items.at(-1)).toMatchObject({ reasons: [blockOf('not-read')], problem: null })
  })

  test('customers that the ERP does not know are no failure of the ERP', async () => {
    const unknown = new AppError('erp-customer-unknown')
    const read = async (place: ItemPlace) => {
      if (place.position < 20) throw unknown
      return found(place)
    }
    const { items, problem } = await reading(20, { read }).whole
    expect(problem).toBeNull()
    expect(items[0]?.problem?.code).toBe('erp-customer-unknown')
    expect(items[19]?.shown).not.toBeNull()
  })

  test('G85 · a refused user ends it at once', async () => {
    let asked = 0
    const read = async () => {
      asked += 1
      throw new AppError('erp-credentials-refused')
    }
    const { problem } = await reading(50, { read }).whole
    expect(problem?.code).toBe('erp-credentials-refused')
    expect(asked).toBeLessThanOrEqual(4)
  })

  test('G86 · a pause that the ERP asks for is waited for once, and everybody is read', async () => {
    const waits: number[] = []
    const refused = new Set<number>()
    const read = async (place: ItemPlace) => {
      if (place.position <= 4 && !refused.has(place.position)) {
        refused.add(place.position)
        throw failure('erp-rate', { seconds: 7 })
      }
      return found(place)
    }
    const wait = async (ms: number) => void waits.push(ms)
    const { items, problem } = await reading(10, { read, wait }).whole
    expect(waits).toEqual([7_000])
    expect(problem).toBeNull()
    expect(items.every(({ shown }) => shown)).toBe(true)
  })

  test('G86 · a pause of a day is no pause', async () => {
    const waits: number[] = []
    const tomorrow = failure('erp-rate', { seconds: 86_400 })
    const read = async () => {
      throw tomorrow
    }
    const { problem } = await reading(10, { read, wait: async (ms) => void waits.push(ms) }).whole
    expect(problem?.code).toBe('erp-rate')
    expect(waits).toEqual([])
  })

  test('a cancelled one asks nobody any more', async () => {
    const ending = new AbortController()
    let asked = 0
    const read = async (place: ItemPlace) => {
      asked += 1
      if (asked === 6) ending.abort()
      return found(place)
    }
    await reading(100, { read }, ending.signal).whole
    expect(asked).toBeLessThanOrEqual(9)
  })
})
