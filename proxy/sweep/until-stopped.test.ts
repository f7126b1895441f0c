import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { Stopped, stoppable } from './until-stopped.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })

test('what was read is not kept once it was answered, however long the service lives', async () => {
  const { until, isStopped } = stoppable()
  const answers: WeakRef<object>[] = []
  for (let read = 0; read < 20; read += 1)
    answers.push(new WeakRef(await until(async () => ({ rows: [read] }))))
  await turn()
  collect()
  expect(answers.filter((answer) => answer.deref())).toEqual([])
  expect(isStopped()).toBe(false)
})

test('a stop gives up every read that is under way, and begins none', async () => {
  const { until, stop, isStopped } = stoppable()
  const underWay = [1, 2].map(() => until(() => new Promise<never>(() => {})))
  const ended = Promise.allSettled(underWay)
  stop()
  expect((await ended).map((each) => each.status === 'rejected' && each.reason instanceof Stopped)).toEqual([
    true,
    true,
  ])
  await expect(until(async () => 1)).rejects.toBeInstanceOf(Stopped)
  expect(isStopped()).toBe(true)
})

test('what a read throws comes through, and leaves nothing behind', async () => {
  const { until, stop } = stoppable()
  await expect(until(() => Promise.reject(new Error('the ERP is away')))).rejects.toThrow('away')
  expect(stop).not.toThrow()
})
