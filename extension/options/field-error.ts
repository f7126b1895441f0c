import type { AppError } from '../../shared/errors.ts'
import type { Texts } from '../../shared/locales/texts.ts'
import { explain } from '../ui/explain.ts'

const fieldOfCode: Partial<Record<AppError['code'], string>> = {
  'creditor-invalid': 'creditor',
  'address-invalid': 'baseUrl',
  'pairing-code-wrong': 'code',
  'pairing-closed': 'code',
  'pairing-locked': 'code',
  'name-reserved': 'name',
  'name-taken': 'name',
}

const fieldOf = (error: AppError | null): string | null => {
  if (!error) return null
  if (error.code === 'input-invalid') return String(error.params['field'] ?? '')
  return fieldOfCode[error.code] ?? null
}

/** What stands beside `field` when the service refused its value; undefined when the error is about something else. */
export const fieldError = (error: AppError | null, field: string, texts: Texts): string | undefined => {
  if (!error || fieldOf(error) !== field) return undefined
  const { text, hint } = explain(error, texts)
  return `${text} ${hint}`
}

/** The error, unless one of the form's own fields already shows it. */
export const errorOutside = (error: AppError | null, fields: readonly string[]): AppError | null =>
  fields.includes(fieldOf(error) ?? '') ? null : error
