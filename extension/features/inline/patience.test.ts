import { expect, test } from 'vitest'
import { createPatience } from './patience.ts'

test('ends when the page takes ours away again and again, and begins anew with another address', () => {
  let now = 0
  const patience = createPatience(() => now)
  for (let strike = 0; strike < 24; strike += 1) patience.strike()
  expect(patience.isOver()).toBe(false)
  patience.strike()
  expect(patience.isOver()).toBe(true)
  now += 60_000
  expect(patience.isOver()).toBe(true)
  patience.renew()
  expect(patience.isOver()).toBe(false)
})

test('G65 · a header that is made anew every half second for an hour is no fight', () => {
  let now = 0
  const patience = createPatience(() => now)
  for (let strike = 0; strike < 7200; strike += 1) {
    patience.strike()
    now += 500
  }
  expect(patience.isOver()).toBe(false)
})
