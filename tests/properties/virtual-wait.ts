import type { Wait } from '../../proxy/batch/lane.ts'
import type { VirtualTime } from './virtual-time.ts'
import { settle } from './virtual-time.ts'

/** Turns without anything to wait for before a task counts as stuck. */
const patience = 2_000

/** What takes a breath between two steps goes on as well. */
const calm = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await settle()
}

/** Waits on a virtual clock, and moves it from one wait to the next. */
export const virtualWait = (time: VirtualTime) => {
  const dues = new Set<{ at: number }>()

  const wait: Wait = (milliseconds, signal) => {
    if (signal.aborted) return Promise.resolve()
    const { promise, resolve } = Promise.withResolvers<void>()
    const due = { at: time.elapsed() + milliseconds }
    const end = (): void => {
      dues.delete(due)
      signal.removeEventListener('abort', end)
      resolve()
    }
    dues.add(due)
    signal.addEventListener('abort', end)
    time.after(milliseconds, end)
    return promise
  }

  /** Lets everything that waits for nothing go on, then moves to the next moment for which something waits; false when nothing does. */
  const step = async (): Promise<boolean> => {
    await settle()
    if (dues.size === 0) return false
    time.advance(Math.max(0, Math.min(...Array.from(dues, ({ at }) => at)) - time.elapsed()))
    return true
  }

  return {
    wait,
    step,
    /** Lets time pass as fast as possible until the task is done. */
    until: async <Result>(task: Promise<Result>): Promise<Result> => {
      const end = { isThere: false }
      const note = (): void => void (end.isThere = true)
      void task.then(note, note)
      let idle = 0
      while (!end.isThere) {
        idle = (await step()) ? 0 : idle + 1
        if (idle > patience) throw new Error('nothing goes on and nothing is waited for')
      }
      return task
    },
    /** Lets so many milliseconds pass, moment by moment. */
    pass: async (milliseconds: number): Promise<void> => {
      const end = time.elapsed() + milliseconds
      for (;;) {
        await calm()
        const next = Math.min(end, ...Array.from(dues, ({ at }) => at))
        time.advance(Math.max(0, next - time.elapsed()))
        if (next >= end) return calm()
      }
    },
  }
}
