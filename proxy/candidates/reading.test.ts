import { describe, expect, test } from 'vitest'
import { cents } from '../../shared/money.ts'
import { AppError } from '../../shared/errors.ts'
import type { Wait } from '../batch/lane.ts'
import type { Erp, OverdueInvoice, OverduePage } from '../erps/erp.ts'
import { dayOf, overdueInvoice } from './overdue-invoice.samples.ts'
import { startReading } from './reading.ts'

const between = { from: dayOf('2016-11-25'), to: dayOf('2026-11-24') }
const one = (id: string, over: Partial<OverdueInvoice> = {}) => overdueInvoice({ id, ...over })
const pageOf = (invoices: OverdueInvoice[], nextPage: number | null): OverduePage => ({
  invoices,
  unread: 0,
  nextPage,
  pages: null,
})

const begun = (overduePage: Erp['overduePage'], wait: Wait = async () => undefined) =>
  startReading({
    wait,
    id: 'l1',
    erpId: 'e1',
    erp: { overduePage } as Erp,
    between,
    clock: () => Date.parse('2026-11-25T13:00:00Z'),
  })
const overPages = (...pages: OverdueInvoice[][]) =>
  begun(async (_, page) => pageOf(pages[page]!, page + 1 < pages.length ? page + 1 : null))

test('an invoice that comes again counts once, as it was told last', async () => {
  const reading = overPages([one('1'), one('2')], [one('2', { cents: cents(50_00) }), one('3')])
  await reading.ended
  expect(reading.told()).toMatchObject({
    state: 'done',
    readAt: '2026-11-25T13:00:00.000Z',
    progress: { page: 2, pages: null, invoices: 3 },
    total: { people: 1, debts: 1, invoices: 3, cents: 2 * 119_90 + 50_00 },
  })
})

test('an invoice that has gone to another customer meanwhile is only there', async () => {
  const reading = overPages([one('1'), one('2')], [one('2', { customerId: '6' })])
  await reading.ended
  expect(reading.debts().map(({ invoices }) => invoices.map(({ id }) => id))).toEqual([['1'], ['2']])
})

test('the same page again and again is a number that the ERP does not understand', async () => {
  const asked: number[] = []
  const reading = begun(async (_, page) => {
    asked.push(page)
    return pageOf([one('1'), one('2')], page + 1)
  })
  await reading.ended
  expect(asked).toEqual([0, 1])
  expect(reading.told()).toMatchObject({
    state: 'failed',
    problem: { code: 'erp-filter-ignored' },
    total: { invoices: 2 },
  })
})

test('after an interruption nothing is looked at any more, and nothing asked', async () => {
  const answer = Promise.withResolvers<OverduePage>()
  let asked = 0
  const reading = begun(async () => {
    asked += 1
    return answer.promise
  })
  reading.cancel()
  await reading.ended
  answer.resolve(pageOf([one('1')], 1))
  await answer.promise
  await Promise.resolve()
  expect(reading.told()).toMatchObject({ state: 'cancelled', progress: { page: 0, invoices: 0 } })
  expect(asked).toBe(1)
})

test('what ended stays as it ended', async () => {
  const failed = begun(() => Promise.reject(new AppError('erp-down', { params: { status: 503 } })))
  await failed.ended
  failed.cancel()
  expect(failed.told()).toMatchObject({ state: 'failed', problem: { code: 'erp-down' } })
  const done = overPages([one('1')])
  await done.ended
  done.cancel()
  expect(done.told()).toMatchObject({ state: 'done', problem: null })
})

test('what is not ours becomes a failure without a word of it', async () => {
  const reading = begun(() => Promise.reject(new Error('customer 73164025807')))
  await reading.ended
  expect(JSON.stringify(reading.told())).not.toContain('73164025807')
  expect(reading.told().problem?.code).toBe('internal')
})

const rate = (seconds: number) => new AppError('erp-rate', { params: { seconds }, retry: 'safe' })

describe('G86 · an ERP that asks to wait', () => {
  test('is left alone for so long, then the same page is read, and the rest', async () => {
    const [asked, waits]: [number[], number[]] = [[], []]
    const waiting = Promise.withResolvers<void>()
    const begin = Promise.withResolvers<void>()
    const reading = begun(
      async (_, page) => {
        asked.push(page)
        if (page === 1 && asked.length === 2) throw rate(90)
        return pageOf([one(String(page))], page < 2 ? page + 1 : null)
      },
      async (milliseconds) => {
        waits.push(milliseconds)
        begin.resolve()
        await waiting.promise
      },
    )
    await begin.promise
    expect(reading.told()).toMatchObject({
      state: 'reading',
      waitsUntil: '2026-11-25T13:01:30.000Z',
      progress: { page: 1, invoices: 1 },
    })
    waiting.resolve()
    await reading.ended
    expect([asked, waits]).toEqual([[0, 1, 1, 2], [90_000]])
    expect(reading.told()).toMatchObject({ state: 'done', waitsUntil: null, total: { invoices: 3 } })
  })

  test.each([
    ['again and again', 30, 5],
    ['for longer than a pause', 301, 0],
  ])('%s ends it with what it says', async (_how, seconds, expected) => {
    let waits = 0
    const reading = begun(
      () => Promise.reject(rate(seconds)),
      async () => void (waits += 1),
    )
    await reading.ended
    expect(waits).toBe(expected)
    expect(reading.told()).toMatchObject({
      state: 'failed',
      problem: { code: 'erp-rate', params: { seconds } },
    })
  })

  test('an interruption ends the pause, and nothing is asked after it', async () => {
    let asked = 0
    const paused = Promise.withResolvers<void>()
    const ends = Promise.withResolvers<void>()
    const reading = begun(
      () => {
        asked += 1
        return Promise.reject(rate(90))
      },
      async (_, signal) => {
        signal.addEventListener('abort', () => ends.resolve())
        paused.resolve()
        await ends.promise
      },
    )
    await paused.promise
    reading.cancel()
    await ends.promise
    await Promise.resolve()
    expect(reading.told()).toMatchObject({ state: 'cancelled', waitsUntil: null })
    expect(asked).toBe(1)
  })
})
