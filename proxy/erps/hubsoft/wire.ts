/** How HubSoft writes what it means: a number may be a text, an empty list a text, a truth a 1 (domain 1.3). */
import { z } from 'zod'
import { parseDate } from '../../../shared/calendar.ts'
import type { CalendarDate } from '../../../shared/calendar.ts'

/** A number of HubSoft's own, as text. */
export const number = z.union([z.int().transform(String), z.string().regex(/^[\w-]{1,40}$/)])

/** A text that may be missing. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() ?? '')

/** An amount as it came; null and nothing are the same. */
export const amount = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value) => (value === '' ? null : (value ?? null)))

/** A list, or the text or the null that stands where it is empty. */
export const listOf = <Row extends z.ZodType>(row: Row) =>
  z
    .union([z.array(row), z.string(), z.null()])
    .optional()
    .transform((value): z.output<Row>[] => (Array.isArray(value) ? (value as z.output<Row>[]) : []))

/** Both spellings of a day (case G79); null for none. A text that is no day is no answer. */
export const dayOrNull = z
  .string()
  .nullish()
  .transform((value, context): CalendarDate | null => {
    if (!value) return null
    const day = parseDate(value)
    if (!day) context.addIssue({ code: 'custom', message: 'day' })
    return day
  })

export const day = dayOrNull.transform((value, context): CalendarDate => {
  if (value) return value
  context.addIssue({ code: 'custom', message: 'day' })
  return z.NEVER
})

/** Undefined where HubSoft does not say, as an old tenant does. */
export const truth = z
  .unknown()
  .optional()
  .transform((value): boolean | undefined => {
    if (value === true || value === 1 || value === '1' || value === 'true' || value === 'sim') return true
    if (value === false || value === 0 || value === '0' || value === 'false' || value === 'nao') return false
    return undefined
  })
