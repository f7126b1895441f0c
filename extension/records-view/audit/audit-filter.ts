import type { AuditKind, OperationInput } from '../../../shared/api.ts'
import type { CalendarDate } from '../../../shared/calendar.ts'
import { addDays, parseDate } from '../../../shared/calendar.ts'
import type { Document } from '../../../shared/document.ts'

export const auditPeriods = ['today', 'week', 'month', 'range'] as const
export type AuditPeriod = (typeof auditPeriods)[number]

/** What a person has chosen to see, as it stands in the fields. */
export interface AuditChoice {
  period: AuditPeriod
  /** Of the period `range`, `YYYY-MM-DD` or empty. */
  from: string
  to: string
  /** Empty for all. */
  kinds: AuditKind[]
  actor: string | null
  /** Leaves out what the program did by itself. */
  people: boolean
  /** Null for everybody; `invalid` while what is typed is no document. */
  document: Document | 'invalid' | null
}

/** The same question for every page. */
export type AuditFilter = Omit<OperationInput<'auditTrail'>, 'after' | 'limit'>

export interface AuditProblems {
  from?: 'missing'
  to?: 'missing' | 'reversed'
  document?: 'invalid'
}

export type CheckedChoice = { isOk: true; filter: AuditFilter } | { isOk: false; problems: AuditProblems }

export const firstChoice: AuditChoice = {
  period: 'week',
  from: '',
  to: '',
  kinds: [],
  actor: null,
  people: false,
  document: null,
}

/** How many days a period has, today among them. */
const daysOf = { today: 1, week: 7, month: 30 } as const

const spanOf = ({ period, from, to }: AuditChoice, today: CalendarDate): (CalendarDate | null)[] =>
  period === 'range' ? [parseDate(from), parseDate(to)] : [addDays(today, 1 - daysOf[period]), today]

/** The service's filter for a choice, or what is wrong with it, field by field. */
export const checkChoice = (choice: AuditChoice, today: CalendarDate): CheckedChoice => {
  const [from = null, to = null] = spanOf(choice, today)
  const { kinds, actor, people, document } = choice
  if (from && to && from <= to && document !== 'invalid')
    return { isOk: true, filter: { from, to, kinds, actor, people, document } }
  return {
    isOk: false,
    problems: {
      ...(from ? {} : { from: 'missing' }),
      ...(to ? {} : { to: 'missing' }),
      ...(from && to && from > to ? { to: 'reversed' } : {}),
      ...(document === 'invalid' ? { document: 'invalid' } : {}),
    },
  }
}

/** Whether more than the period is asked for: an empty answer then says nothing about the period. */
export const isNarrowed = ({ kinds, actor, people, document }: AuditChoice): boolean =>
  kinds.length > 0 || actor !== null || people || document !== null
