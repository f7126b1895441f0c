// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { reason } from '../../ui/testing/debt-samples.ts'
import { candidateOf, overdue } from '../testing/candidate-samples.ts'
import { gridAct } from './grid-keys.ts'
import { modelOf } from './model.ts'
import { rowsOf } from './rows.ts'

const { entries } = modelOf([
  candidateOf({
    id: 'a',
    reasons: [reason({ code: 'several-customers' })],
    invoices: [
      overdue({ id: '1', reasons: [reason({ code: 'no-payable-slip' })] }),
      overdue({ id: '2', reasons: [reason({ code: 'near-limit' }), reason({ code: 'no-payable-slip' })] }),
    ],
  }),
  candidateOf({ id: 'b' }),
])

const act = (key: string, over: Partial<KeyboardEvent> = {}) =>
  gridAct(
    { key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...over },
    { at: 5, count: 20, page: 8 },
  )

describe('the lines', () => {
  test('one for each candidate, the same objects every time', () => {
    const rows = rowsOf(entries, new Set())
    expect(rows.map(({ key }) => key)).toEqual(['a', 'b'])
    expect(rowsOf(entries, new Set(['a']))[0]).toBe(rows[0])
  })

  test('below an open one: who it is, its reasons, its invoices, and the reasons of an invoice that has several', () => {
    expect(rowsOf(entries, new Set(['a'])).map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      'candidate a',
      'facts a?',
      'reason a!0',
      'invoice a/1',
      'invoice a/2',
      'reason a/2!0',
      'reason a/2!1',
      'candidate b',
    ])
  })
})

describe('the keys', () => {
  test.each([
    ['ArrowDown', 6],
    ['ArrowUp', 4],
    ['PageDown', 13],
    ['PageUp', 0],
    ['Home', 0],
    ['End', 19],
  ])('%s goes to %d, with Shift selecting the way', (key, to) => {
    expect(act(key)).toEqual({ act: 'move', to, isRange: false })
    expect(act(key, { shiftKey: true })).toEqual({ act: 'move', to, isRange: true })
  })

  test('Space selects, Enter and the arrows to the sides open and close', () => {
    expect([' ', 'Enter', 'ArrowRight', 'ArrowLeft'].map((key) => act(key)?.act)).toEqual([
      'toggle',
      'flip',
      'open',
      'close',
    ])
  })

  test('Ctrl or ⌘ with A means all; other keys with them belong to the browser', () => {
    expect(act('a', { ctrlKey: true })).toEqual({ act: 'all' })
    expect(act('a', { metaKey: true })).toEqual({ act: 'all' })
    expect(act('Home', { ctrlKey: true })).toBeNull()
    expect(act('ArrowLeft', { altKey: true })).toBeNull()
    expect(act('x')).toBeNull()
  })
})
