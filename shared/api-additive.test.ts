import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { operations } from './api.ts'

/**
 * Within one number of the API a newer service may say more than an older extension knows. Each answer is made up from its schema,
 * with a field that nobody knows in every object of it.
 */
const unknown = 'saidByANewerService'
const texts = ['a', '2026-11-25T10:00:00.000Z', '2026-11-25', '73164025807', '11222333000181', 'a'.repeat(24)]

const firstThat = (schema: z.ZodType, values: readonly unknown[]): unknown => {
  const found = values.find((value) => schema.safeParse(value).success)
  if (found === undefined)
    throw new Error(`no sample of ${JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any' }))}`)
  return found
}

const sampleOf = (schema: z.ZodType): unknown => {
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape)
    return Object.fromEntries([
      ...fields.map(([name, field]) => [name, sampleOf(field as z.ZodType)]),
      [unknown, { of: 1 }],
    ])
  }
  if (schema instanceof z.ZodArray) return [sampleOf(schema.element as z.ZodType)]
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return sampleOf(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodReadonly) return sampleOf(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodPipe && (schema.in instanceof z.ZodObject || schema.in instanceof z.ZodArray))
    return sampleOf(schema.in)
  if (schema instanceof z.ZodUnion) return sampleOf(schema.options[0] as z.ZodType)
  if (schema instanceof z.ZodTuple) return schema.def.items.map((item) => sampleOf(item as z.ZodType))
  if (schema instanceof z.ZodRecord) {
    const key = firstThat(schema.keyType as z.ZodType, texts.concat(keysOf(schema.keyType as z.ZodType)))
    const names = keysOf(schema.keyType as z.ZodType)
    return Object.fromEntries(
      (names.length > 0 ? names : [String(key)]).map((name) => [
        name,
        sampleOf(schema.valueType as z.ZodType),
      ]),
    )
  }
  if (schema instanceof z.ZodEnum) return schema.options[0]
  if (schema instanceof z.ZodLiteral) return [...schema.values][0]
  return firstThat(schema, [...texts, 100, 1, 60, 1000, 0, true, null, {}])
}

const keysOf = (schema: z.ZodType): string[] =>
  schema instanceof z.ZodEnum ? schema.options.map(String) : []

const holds = (value: unknown): boolean => JSON.stringify(value ?? null).includes(unknown)

describe('an answer with more in it than we know is understood, and the rest left out', () => {
  test.each(Object.entries(operations))('%s', (_name, { output }) => {
    const sample = sampleOf(output)
    expect(holds(sample)).toBe(true)
    expect(output.safeParse(sample).error).toBeUndefined()
    expect(holds(output.parse(sample))).toBe(false)
  })

  test('a strict object is a breach', () => {
    const strict = z.object({ inner: z.array(z.strictObject({ a: z.string() })) })
    expect(strict.safeParse(sampleOf(strict)).success).toBe(false)
  })
})
