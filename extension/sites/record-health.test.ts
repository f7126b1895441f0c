// @own-process: it needs a DOM
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CustomerRecord, Route } from '../erps/erp.ts'
import type { AdapterFailure } from './adapter-parts.ts'
import { watchRecordHealth } from './record-health.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const record: CustomerRecord = { name: null, documents: [], masked: false, root: document.body }
const customer = new URL('https://erp.example/cliente/7')
const elsewhere = new URL('https://erp.example/login')

const setUp = (shown: CustomerRecord | null) => {
  const page = { visibilityState: 'visible' as DocumentVisibilityState }
  const work = new AbortController()
  const reports: AdapterFailure[] = []
  const now = { shown }
  const enter = watchRecordHealth({
    erp: {
      route: ({ pathname }): Route =>
        pathname === '/login' ? { kind: 'closed' } : { kind: 'customer', id: '7', section: '' },
      readRecord: () => now.shown,
    },
    page: page as Document,
    signal: work.signal,
    report: (failure) => void reports.push(failure),
  })
  return { enter, reports, page, work, now }
}

describe('a record that the adapter cannot find', () => {
  test('is reported once, after the time that the slowest page needs', () => {
    const { enter, reports } = setUp(null)
    enter(customer)
    vi.advanceTimersByTime(59_000)
    expect(reports).toEqual([])
    vi.advanceTimersByTime(2000)
    expect(reports).toEqual([{ part: 'readRecord' }])
    enter(customer)
    vi.advanceTimersByTime(120_000)
    expect(reports).toHaveLength(1)
  })

  test('nothing is wrong with a record that shows, be it late and without a document', () => {
    const { enter, reports, now } = setUp(null)
    enter(customer)
    vi.advanceTimersByTime(50_000)
    now.shown = record
    vi.advanceTimersByTime(70_000)
    expect(reports).toEqual([])
  })

  test('nor with a page that was left, that is no record, or that nobody looks at', () => {
    const { enter, reports, page } = setUp(null)
    enter(customer)
    vi.advanceTimersByTime(30_000)
    enter(elsewhere)
    vi.advanceTimersByTime(120_000)
    page.visibilityState = 'hidden'
    enter(customer)
    vi.advanceTimersByTime(120_000)
    expect(reports).toEqual([])
  })

  test('nothing is judged after the end', () => {
    const { enter, reports, work } = setUp(null)
    enter(customer)
    work.abort()
    vi.advanceTimersByTime(120_000)
    expect(reports).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })
})
