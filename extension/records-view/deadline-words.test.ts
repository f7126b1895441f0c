import { expect, test } from 'vitest'
import { texts } from '../../shared/locales/texts.ts'
import { date, negativation } from '../ui/testing/debt-samples.ts'
import { deadlineWords, taskDeadline } from './deadline-words.ts'
import { removal } from './testing/show-records.tsx'

const words = texts('pt-BR').records.deadline

test.each([
  [4, '01/12/2026 · 4 dias úteis'],
  [1, '01/12/2026 · 1 dia útil'],
  [0, '01/12/2026 · vence hoje'],
  [-1, '01/12/2026 · vencido há 1 dia útil'],
  [-3, '01/12/2026 · vencido há 3 dias úteis'],
])('G33 · with %i business days left: %s', (daysLeft, text) => {
  const record = negativation({ state: 'verifying', removal: removal({ daysLeft }) })
  expect(deadlineWords(record, words).join(' · ')).toBe(text)
})

test('there is no deadline where no removal is due', () => {
  expect(deadlineWords(negativation({ state: 'active' }), words)).toEqual([])
  expect(deadlineWords(negativation({ state: 'removed', removal: removal() }), words)).toEqual([])
})

test('a removal that no payment started has none, a held one waits', () => {
  const none = removal({ deadline: null, daysLeft: null })
  expect(deadlineWords(negativation({ state: 'removing', removal: none }), words)).toEqual([
    'sem prazo legal',
  ])
  const held = removal({ isHeld: true })
  expect(deadlineWords(negativation({ state: 'removal-requested', removal: held }), words)).toEqual([
    'em espera',
  ])
})

test('a wish for a record whose inclusion is not known yet still runs against its deadline', () => {
  expect(deadlineWords(negativation({ state: 'unknown', removal: removal() }), words)).toContain('01/12/2026')
})

test.each([
  ['2026-11-30', 'prazo 01/12/2026', 'attention'],
  ['2026-12-01', 'prazo hoje', 'harm'],
  ['2026-12-02', 'prazo vencido em 01/12/2026', 'harm'],
] as const)('a task seen on %s: %s', (today, text, tone) => {
  expect(taskDeadline(date('2026-12-01'), date(today), words)).toEqual({ text, tone })
})
