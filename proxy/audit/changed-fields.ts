/** The fields of which only numbers, switches and these words are told; of others just that they changed. */
const enumerated: ReadonlySet<string> = new Set([
  'environment',
  'answerFormat',
  'activeService',
  'cancelledInvoices',
])

const shown = (value: unknown): string => {
  if (value == null) return '–'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const isShown = (name: string, value: unknown): boolean =>
  typeof value === 'number' || typeof value === 'boolean' || value == null || enumerated.has(name)

/** What `after` makes different: `letterDays: 10 → 12; creditor`. Null when nothing. What `after` does not name stays as it was. */
export const changedFields = (before: object, after: object): string | null => {
  const known = new Map(Object.entries(before))
  const changes = Object.entries(after).flatMap(([name, value]) => {
    const old = known.get(name)
    if (value === undefined || JSON.stringify(old) === JSON.stringify(value)) return []
    return isShown(name, old) && isShown(name, value) ? [`${name}: ${shown(old)} → ${shown(value)}`] : [name]
  })
  return changes.length === 0 ? null : changes.join('; ')
}
