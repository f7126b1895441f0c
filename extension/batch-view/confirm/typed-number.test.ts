import { expect, test } from 'vitest'
import { isTypedWrong, typedProblem } from './typed-number.ts'

test.each([
  ['287', null],
  [' 287 ', null],
  ['', 'missing'],
  ['  ', 'missing'],
  ['28', 'differs'],
  ['2870', 'differs'],
  ['0287', 'differs'],
  ['2.87', 'digits'],
  ['287 pessoas', 'digits'],
  ['+287', 'digits'],
  ['٢٨٧', 'digits'],
  ['2e2', 'digits'],
] as const)('“%s” for 287 people is %s', (typed, problem) => expect(typedProblem(typed, 287)).toBe(problem))

test('the number is typed without its point', () => {
  expect(typedProblem('1204', 1_204)).toBeNull()
  expect(typedProblem('1.204', 1_204)).toBe('digits')
})

test('while the number may still come nothing is called wrong', () => {
  expect(['', '2', '28', '287', '3', '281', '2.', '2871'].map((typed) => isTypedWrong(typed, 287))).toEqual([
    false,
    false,
    false,
    false,
    true,
    true,
    true,
    true,
  ])
})
