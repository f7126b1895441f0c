import { expect, test } from 'vitest'
import type { CalendarDate } from '../../../shared/calendar.ts'
import type { Document } from '../../../shared/document.ts'
import type { AuditChoice } from './audit-filter.ts'
import { checkChoice, firstChoice, isNarrowed } from './audit-filter.ts'

const today = '2026-11-25' as CalendarDate
const check = (over: Partial<AuditChoice>) => checkChoice({ ...firstChoice, ...over }, today)

test.each<[Partial<AuditChoice>, string, string]>([
  [{ period: 'today' }, '2026-11-25', '2026-11-25'],
  [{ period: 'week' }, '2026-11-19', '2026-11-25'],
  [{ period: 'month' }, '2026-10-27', '2026-11-25'],
  [{ period: 'range', from: '2026-02-28', to: '2026-02-28' }, '2026-02-28', '2026-02-28'],
])('G77 · the period %j is from %s to %s', (over, from, to) => {
  expect(check(over)).toMatchObject({ isOk: true, filter: { from, to } })
})

test.each<[Partial<AuditChoice>, object]>([
  [
    { period: 'range', from: '', to: '' },
    { from: 'missing', to: 'missing' },
  ],
  [{ period: 'range', from: '2026-11-25', to: '' }, { to: 'missing' }],
  [{ period: 'range', from: '2026-11-25', to: '2026-11-24' }, { to: 'reversed' }],
  [{ period: 'range', from: '2026-02-30', to: '2026-11-24' }, { from: 'missing' }],
  [{ document: 'invalid' }, { document: 'invalid' }],
])('%j asks nothing and says %j', (over, problems) => {
  expect(check(over)).toEqual({ isOk: false, problems })
})

test.each<[Partial<AuditChoice>, boolean]>([
  [{}, false],
  [{ period: 'today' }, false],
  [{ kinds: ['query'] }, true],
  [{ actor: 'Ana' }, true],
  [{ people: true }, true],
  [{ document: '73164025807' as Document }, true],
])('%j is narrowed: %s', (over, is) => {
  expect(isNarrowed({ ...firstChoice, ...over })).toBe(is)
})
