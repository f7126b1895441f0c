// @own-process: it needs a DOM
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createPageWatch } from './page-watch.ts'

const life = { now: new AbortController() }
const view = document.createElement('main')

/** Lets the observer hear what has been changed, then the time go by. */
const pass = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds)
const change = (tag = 'p'): void => view.append(document.createElement(tag))

beforeEach(() => {
  vi.useFakeTimers()
  life.now = new AbortController()
  view.replaceChildren()
  document.body.replaceChildren(view)
})
afterEach(() => {
  life.now.abort()
  vi.useRealTimers()
})

const watch = () => createPageWatch({ page: document, signal: life.now.signal, now: () => Date.now() })

/** A thousand changes in a second, for so many seconds; looking takes `cost` milliseconds of each look. */
const storm = async (seconds: number, cost: number): Promise<number> => {
  const changed = vi.fn<() => void>(() => void vi.setSystemTime(Date.now() + cost))
  watch().listen({ signal: life.now.signal, changed })
  for (let made = 0; made < seconds * 1000; made += 1) {
    change()
    await pass(1)
  }
  return changed.mock.calls.length
}

describe('one observer for all who listen', () => {
  test('a burst of changes is one call, to each', async () => {
    const [first, second] = [vi.fn<() => void>(), vi.fn<() => void>()]
    const { listen } = watch()
    for (const changed of [first, second]) listen({ signal: life.now.signal, changed })
    for (let made = 0; made < 50; made += 1) change()
    await pass(119)
    expect(first).not.toHaveBeenCalled()
    await pass(1)
    expect([first, second].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
  })

  test('who has gone is told no more; with the watch all are gone', async () => {
    const gone = new AbortController()
    const [left, stays] = [vi.fn<() => void>(), vi.fn<() => void>()]
    const { listen } = watch()
    listen({ signal: gone.signal, changed: left })
    listen({ signal: life.now.signal, changed: stays })
    gone.abort()
    change()
    await pass(120)
    life.now.abort()
    change()
    await pass(5000)
    expect([left, stays].map(({ mock }) => mock.calls.length)).toEqual([0, 1])
  })

  test.each(['md-toast', 'md-backdrop'])('%s comes and goes: no call', async (tag) => {
    const changed = vi.fn<() => void>()
    watch().listen({ signal: life.now.signal, changed })
    change(tag)
    await pass(5000)
    view.replaceChildren()
    await pass(5000)
    expect(changed).not.toHaveBeenCalled()
  })

  test('what a listener changes itself wakes nobody', async () => {
    const changed = vi.fn<() => void>(() => change())
    watch().listen({ signal: life.now.signal, changed })
    change()
    await pass(10_000)
    expect(changed).toHaveBeenCalledTimes(1)
  })
})

describe('a storm of changes', () => {
  test.each([
    [1, 9],
    [5, 3],
    [10, 2],
  ])('a look of %d ms: at most a hundredth of the time is spent', async (cost, most) => {
    const looks = await storm(1, cost)
    expect(looks).toBeGreaterThan(0)
    expect(looks).toBeLessThanOrEqual(most)
  })

  test('the longest pause is two seconds, and the calm after the storm is heard too', async () => {
    const changed = vi.fn<() => void>(() => void vi.setSystemTime(Date.now() + 500))
    watch().listen({ signal: life.now.signal, changed })
    change()
    await pass(120)
    change()
    await pass(1999)
    expect(changed).toHaveBeenCalledTimes(1)
    await pass(1)
    expect(changed).toHaveBeenCalledTimes(2)
  })
})

describe('G65 · what the page takes away', () => {
  const ours = document.createElement('i')
  const keeper = (): { changed: ReturnType<typeof vi.fn<() => void>>; isLost: () => boolean } => ({
    changed: vi.fn<() => void>(() => {
      document.body.append(ours)
      // A page so big that looking at it is dear.
      vi.setSystemTime(Date.now() + 20)
    }),
    isLost: () => !ours.isConnected,
  })

  test('is back within 300 ms, though the pause has grown', async () => {
    const { changed, isLost } = keeper()
    watch().listen({ signal: life.now.signal, changed, isLost })
    change()
    await pass(120)
    await pass(500)
    change()
    await pass(100)
    ours.remove()
    await pass(120)
    expect(ours.isConnected).toBe(true)
    expect(changed).toHaveBeenCalledTimes(2)
  })

  test('twice a second for a minute: each time', async () => {
    const { changed, isLost } = keeper()
    watch().listen({ signal: life.now.signal, changed, isLost })
    change()
    await pass(120)
    for (let taken = 0; taken < 120; taken += 1) {
      ours.remove()
      await pass(300)
      expect(ours.isConnected).toBe(true)
      await pass(200)
    }
  })

  test('two scripts that undo each other’s work grow tired', async () => {
    const { changed, isLost } = keeper()
    watch().listen({ signal: life.now.signal, changed, isLost })
    const other = new MutationObserver(() => ours.remove())
    other.observe(document.body, { childList: true })
    change()
    await pass(60_000)
    other.disconnect()
    expect(changed.mock.calls.length).toBeLessThan(40)
  })
})
