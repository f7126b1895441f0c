/** A table of texts: texts, lists and functions of texts in nested objects. */
type Table = Readonly<Record<string, unknown>>

interface Entry {
  key: string
  /** The text, or for a function its number of arguments. */
  value: string
}

const entries = (table: Table, prefix = ''): Entry[] =>
  Object.entries(table).flatMap(([name, value]) => {
    const key = `${prefix}${name}`
    if (typeof value === 'string') return [{ key, value }]
    if (typeof value === 'function') return [{ key, value: `function of ${value.length}` }]
    return entries(value as Table, `${key}.`)
  })

const params = (text: string): string =>
  [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted().join(' ') || 'no params'

const compare = (entry: Entry, other: Entry | undefined): string[] => {
  if (!other) return [`${entry.key} has no translation`]
  const [own, translated] = [params(entry.value), params(other.value)]
  return own === translated ? [] : [`${entry.key}: ${own}, translated: ${translated}`]
}

/** Both tables have the same keys, and each pair of texts the same `{params}`. */
export const sameTexts = (table: Table, translation: Table): string[] => {
  const own = entries(table)
  const translated = new Map(entries(translation).map((entry) => [entry.key, entry]))
  const known = new Set(own.map(({ key }) => key))
  return [
    ...own.flatMap((entry) => compare(entry, translated.get(entry.key))),
    ...[...translated.keys()].filter((key) => !known.has(key)).map((key) => `${key} has no original`),
  ]
}

/** A text says something, and says it calmly. */
export const plainTexts = (table: Table): string[] =>
  entries(table).flatMap(({ key, value }) => [
    ...(value.trim() ? [] : [`${key} is empty`]),
    ...(value.includes('!') ? [`${key} shouts`] : []),
  ])
