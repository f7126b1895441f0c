import type { Context } from 'hono'
import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/locales/texts.ts'
import type { RequestEnv } from './guard.ts'
import { readJson } from './read-json.ts'
import { unknownField } from './unknown-field.ts'

const invalid = (field: string): AppError => new AppError('input-invalid', { params: { field } })

const fromQuery = (query: string): Record<string, unknown> => {
  const fields: Record<string, unknown> = {}
  for (const [key, value] of new URLSearchParams(query)) {
    if (Object.hasOwn(fields, key) || key === '__proto__') throw invalid('?')
    fields[key] = value
  }
  return fields
}

const valueAt = (fields: unknown, path: PropertyKey[]): unknown =>
  path.reduce((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], fields)

/** The error that an issue stands for. Only names of the schema go into it, never a value and never an unknown name. */
const fromIssue = (issue: z.core.$ZodIssue | undefined, fields: unknown): AppError => {
  if (issue?.code === 'custom' && issue.params?.['error'])
    return new AppError(issue.params['error'] as ErrorCode)
  // Case G30: a document that arrives as a number has lost its leading zeros.
  if (issue?.path.at(-1) === 'document' && typeof valueAt(fields, issue.path) === 'number')
    return new AppError('document-not-text')
  return invalid(issue?.path.join('.') || '?')
}

interface Readable {
  method: 'GET' | 'POST'
  path: string
  input: z.ZodType
}

/**
 * Reads the input of an operation: the fields in its path, and the body of a POST or the query of a GET; parsed by its schema and
 * strict, an unknown field is refused. Throws `input-invalid`, or the code that the schema names.
 */
export const inputReader = ({ method, path, input }: Readable) => {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  return (c: Context<RequestEnv>): unknown => {
    const mark = c.req.url.indexOf('?')
    const query = mark === -1 ? '' : c.req.url.slice(mark + 1)
    if (method === 'POST' && query !== '') throw invalid('?')
    const fields = method === 'POST' ? readJson(c.get('body')) : fromQuery(query)
    for (const name of inPath) {
      if (Object.hasOwn(fields, name)) throw invalid(name)
      fields[name] = c.req.param(name)
    }
    if (unknownField(input, fields) !== null) throw invalid('?')
    const parsed = input.safeParse(fields)
    if (parsed.success) return parsed.data
    throw fromIssue(parsed.error.issues[0], fields)
  }
}
