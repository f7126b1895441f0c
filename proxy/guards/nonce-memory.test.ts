import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nonceMemory } from './nonce-memory.ts'

const ms = 1000

test('whatever happens meanwhile, a nonce is refused for as long as it must be remembered', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(700), { minLength: 1, maxLength: 60 }), fc.nat(ms), (gaps, wait) => {
      const memory = nonceMemory(ms)
      let now = 5_000_000
      for (const [index, gap] of gaps.entries()) {
        now += gap
        memory.isNew(`other ${index}`, now)
      }
      expect(memory.isNew('ours', now)).toBe(true)
      let then = now
      for (const [index, gap] of gaps.entries()) {
        if (then + gap > now + wait) break
        then += gap
        memory.isNew(`later ${index}`, then)
      }
      expect(memory.isNew('ours', now + wait)).toBe(false)
    }),
  )
})

test('it forgets at last', () => {
  const memory = nonceMemory(ms)
  expect(memory.isNew('ours', 10_000)).toBe(true)
  expect(memory.isNew('ours', 10_000 + 2 * ms)).toBe(true)
})
