/** A deep copy of plain JSON; several times faster than `structuredClone`, which also has to expect everything else. */
export const plainCopy = <Value>(value: Value): Value => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(plainCopy) as Value
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(value)) copy[key] = plainCopy((value as Record<string, unknown>)[key])
  return copy as Value
}
