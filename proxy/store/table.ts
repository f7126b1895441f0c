import { plainCopy } from './plain-copy.ts'

/** A record as it is kept: plain JSON, never changed in place. */
export type Kept = Readonly<Record<string, unknown>>

/** The ids under one value of an indexed field; most values have one id, and a set for each would weigh more than the record. */
type Bucket = string | Set<string>

/** One collection in memory: by id, in the order of arrival, with an index for each declared field. */
export interface Table {
  /** An update keeps the record's place. */
  put(id: string, record: Kept): void
  erase(id: string): void
  /** Copies of the records whose top-level fields equal `match`, oldest first. */
  select(match: object): unknown[]
  /** The kept records themselves, oldest first; not to be changed. */
  rows(): { ids: string[]; records: Kept[] }
  readonly size: number
}

interface Row {
  /** Counts arrivals, so that what an index finds comes oldest first too. */
  place: number
  record: Kept
}

const enter = (index: Map<unknown, Bucket>, value: unknown, id: string): void => {
  const bucket = index.get(value)
  if (bucket === undefined) index.set(value, id)
  else if (typeof bucket === 'string') index.set(value, new Set([bucket, id]))
  else bucket.add(id)
}

const leave = (index: Map<unknown, Bucket>, value: unknown, id: string): void => {
  const bucket = index.get(value)
  if (typeof bucket === 'string') index.delete(value)
  else if (bucket?.delete(id) && bucket.size === 0) index.delete(value)
}

export const createTable = (fields: readonly string[]): Table => {
  const rows = new Map<string, Row>()
  const indexes = fields.map((field) => ({ field, index: new Map<unknown, Bucket>() }))
  let arrived = 0

  /** The smallest set of rows that holds all matches; all rows when no field of `match` is indexed. */
  const candidates = (match: Record<string, unknown>): Row[] => {
    if (typeof match['id'] === 'string') {
      const row = rows.get(match['id'])
      return row ? [row] : []
    }
    let found: Bucket | undefined | null = null
    for (const { field, index } of indexes) {
      if (!(field in match)) continue
      const bucket = index.get(match[field])
      if (found === null || sizeOf(bucket) < sizeOf(found)) found = bucket
    }
    if (found === null) return [...rows.values()]
    if (found === undefined) return []
    if (typeof found === 'string') return [rows.get(found)!]
    return Array.from(found, (id) => rows.get(id)!).toSorted((a, b) => a.place - b.place)
  }

  return {
    put: (id, record) => {
      const before = rows.get(id)
      rows.set(id, { place: before?.place ?? (arrived += 1), record })
      for (const { field, index } of indexes) {
        if (before && before.record[field] === record[field]) continue
        if (before) leave(index, before.record[field], id)
        enter(index, record[field], id)
      }
    },
    erase: (id) => {
      const before = rows.get(id)
      if (!before) return
      rows.delete(id)
      for (const { field, index } of indexes) leave(index, before.record[field], id)
    },
    select: (match) => {
      const fields = Object.entries(match)
      return candidates(match as Record<string, unknown>)
        .filter(({ record }) => fields.every(([field, value]) => record[field] === value))
        .map(({ record }) => plainCopy(record))
    },
    rows: () => ({ ids: [...rows.keys()], records: Array.from(rows.values(), ({ record }) => record) }),
    get size() {
      return rows.size
    },
  }
}

const sizeOf = (bucket: Bucket | undefined): number =>
  typeof bucket === 'object' ? bucket.size : Number(bucket !== undefined)
