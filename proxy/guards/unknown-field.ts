import { z } from 'zod'

const within = (shape: z.core.$ZodShape, value: Record<string, unknown>): string | null => {
  for (const key of Object.keys(value)) {
    const known = Object.hasOwn(shape, key) ? shape[key] : undefined
    const deeper = known ? unknownField(known, value[key]) : key
    if (deeper !== null) return deeper
  }
  return null
}

/** The first field of `value` that the schema does not name, at any depth; null when there is none. */
export const unknownField = (schema: z.core.$ZodType, value: unknown): string | null => {
  if (typeof value !== 'object' || value === null) return null
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return unknownField(schema.unwrap(), value)
  if (schema instanceof z.ZodObject && !Array.isArray(value))
    return within(schema.shape, value as Record<string, unknown>)
  if (!(schema instanceof z.ZodArray) || !Array.isArray(value)) return null
  for (const item of value) {
    const found = unknownField(schema.element, item)
    if (found !== null) return found
  }
  return null
}
