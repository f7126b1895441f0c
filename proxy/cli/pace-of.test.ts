import { expect, test } from 'vitest'
import { fasterPace, usualPace } from '../negativation/pace.ts'
import { paceOf } from './pace-of.ts'

const simulator = 'http://127.0.0.1:4000/mercurio/'

test('without a wish everything takes its time', () => {
  expect(paceOf(undefined, simulator)).toBe(usualPace)
  expect(paceOf('', 'https://sistemas.connectsa.com.br/mercurio/')).toBe(usualPace)
})

test('a simulator may be hurried; the person who confirms may not', () => {
  const pace = paceOf('600', simulator)!
  expect(pace).toEqual(fasterPace(600))
  expect(pace.sweep).toBe(1000)
  expect(pace.confirmation).toBe(usualPace.confirmation)
})

test.each([
  ['600', 'https://sistemas.connectsa.com.br/mercurio/'],
  ['600', 'http://127.0.0.1.example.com/'],
  ['600', 'not an address'],
  ['0', simulator],
  ['-5', simulator],
  ['fast', simulator],
])('%s at %s is refused', (wish, url) => expect(paceOf(wish, url)).toBeNull())
