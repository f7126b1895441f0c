import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { protocol } from './protocol.ts'

/** Every object within, at any depth: a schema may nest others under any of its words. */
const within = (value: unknown): Record<string, unknown>[] =>
  value !== null && typeof value === 'object'
    ? [value as Record<string, unknown>, ...Object.values(value).flatMap(within)]
    : []

const names = (schema: object): string[] =>
  within(schema).flatMap(({ properties }) => Object.keys(properties ?? {}))

const formats = (schema: object): unknown[] => within(schema).map(({ format }) => format)

const entries = Object.entries(protocol).map(([name, { input }]) => ({
  name,
  schema: z.toJSONSchema(input, { unrepresentable: 'any', io: 'input' }) as object,
}))

describe('attack 25 · no message carries an address, a header or a path', () => {
  test.each(entries)('$name', ({ schema }) => {
    const forbidden = /url|uri|href|header|path|address|endpoint|origin|host|port|method|cookie|token/i
    expect(names(schema).filter((field) => forbidden.test(field))).toEqual([])
    expect(formats(schema)).not.toContain('uri')
  })

  test.each(entries)('$name refuses fields it does not know', ({ schema }) => {
    expect(schema).toMatchObject({ additionalProperties: false })
  })

  test('every message says who may send it', () => {
    for (const { from } of Object.values(protocol)) expect(from.length).toBeGreaterThan(0)
  })

  test('a content script may propose, open its customer’s last answer and the list, ask for its customer’s status, tell its selection, report a function that failed and ask for its words', () => {
    const open = Object.entries(protocol).filter(([, { from }]) =>
      (from as readonly string[]).includes('content'),
    )
    expect(open.map(([name]) => name)).toEqual([
      'open-query',
      'open-last-report',
      'open-negativation',
      'customer-status',
      'open-records',
      'selection-changed',
      'adapter-failed',
      'page-words',
    ])
  })
})
