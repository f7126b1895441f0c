import { array, assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { heap } from './heap.ts'

test('gives the smallest first, whatever the order of putting', () => {
  assert(
    property(array(integer()), (numbers) => {
      const queue = heap<number>((one, other) => one < other)
      for (const number of numbers) queue.push(number)
      const taken: number[] = []
      while (queue.peek() !== undefined) taken.push(queue.pop() as number)
      expect(taken).toEqual(numbers.toSorted((one, other) => one - other))
      expect(queue.pop()).toBeUndefined()
    }),
  )
})

test('puts and takes in any order keep the smallest in front', () => {
  assert(
    property(array(integer({ min: -50, max: 50 })), (steps) => {
      const queue = heap<number>((one, other) => one < other)
      let model: number[] = []
      const seen: unknown[] = []
      const wanted: unknown[] = []
      for (const step of steps) {
        if (step < 0) {
          seen.push(queue.pop())
          wanted.push(model[0])
          model = model.slice(1)
        } else {
          queue.push(step)
          model = [...model, step].toSorted((one, other) => one - other)
        }
        seen.push(queue.peek())
        wanted.push(model[0])
      }
      expect(seen).toEqual(wanted)
    }),
  )
})
