import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { paced } from './paced.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const setUp = (cost: number) => {
  let now = 0
  const frames: (() => void)[] = []
  const stopper = new AbortController()
  const work = vi.fn<() => void>(() => {
    now += cost
  })
  const soon = paced({
    work,
    afterLayout: (run) => frames.push(run),
    now: () => now,
    signal: stopper.signal,
  })
  return {
    soon,
    work,
    stop: () => stopper.abort(),
    frame: () => {
      for (const run of frames.splice(0)) run()
    },
    pass: (milliseconds: number) => {
      now += milliseconds
      vi.advanceTimersByTime(milliseconds)
    },
  }
}

test('a thousand wishes before a frame are one run', () => {
  const { soon, work, frame } = setUp(0)
  for (let wish = 0; wish < 1000; wish += 1) soon()
  expect(work).not.toHaveBeenCalled()
  frame()
  expect(work).toHaveBeenCalledOnce()
})

test('after a run that took 2 ms there is none for 200 ms: a hundredth of the time at most', () => {
  const { soon, work, frame, pass } = setUp(2)
  soon()
  frame()
  soon()
  pass(199)
  frame()
  expect(work).toHaveBeenCalledOnce()
  pass(1)
  frame()
  expect(work).toHaveBeenCalledTimes(2)
})

test('nothing runs any more once it has ended', () => {
  const { soon, work, stop, frame } = setUp(0)
  soon()
  stop()
  frame()
  soon()
  frame()
  expect(work).not.toHaveBeenCalled()
})
