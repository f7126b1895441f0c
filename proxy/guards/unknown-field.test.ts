import { expect, test } from 'vitest'
import { z } from 'zod'
import { unknownField } from './unknown-field.ts'

const schema = z.object({
  name: z.string(),
  items: z.array(z.object({ id: z.string().optional() })).min(1),
  more: z.object({ note: z.string() }).nullable().optional(),
})

test.each([
  [{ name: 'a', items: [{ id: 'b' }, {}], more: { note: 'c' } }, null],
  [{ name: 'a', items: [], more: null }, null],
  [{ name: 'a', other: 1 }, 'other'],
  [{ items: [{}, { other: 1 }] }, 'other'],
  [{ more: { note: 'c', other: 1 } }, 'other'],
  [{ toString: 1 }, 'toString'],
  [{ constructor: 1 }, 'constructor'],
  [JSON.parse('{"__proto__":1}'), '__proto__'],
  // The schema itself refuses these.
  ['text', null],
  [null, null],
  [[1], null],
])('%j', (value, field) => expect(unknownField(schema, value)).toBe(field))
