import { Low } from 'lowdb'
import type { Link } from './journal-line.ts'
import { writtenIn } from './layout.ts'
import type { Written } from './layout.ts'
import type { Place } from './place.ts'
import { readFrames, writeFrames } from './sealed-frames.ts'
import type { Collection } from './store.ts'
import type { Kept } from './table.ts'
import type { Tables } from './tables.ts'
import { collections } from './tables.ts'

/** The first piece of a copy. */
export interface CopyHead extends Written {
  /** The last journal line that the copy holds. */
  link: Link
  at: string
  inDoubt: boolean
  /** The file with the heavy answers; null where they are in the copy itself. */
  answers: string | null
}

interface Part {
  collection: Collection
  ids: string[]
  records: Kept[]
}

/** All that is kept at one moment: a lowdb database. */
export interface Copy {
  head: CopyHead
  parts: Part[]
}

const headOf = (text: string): CopyHead => {
  const head = JSON.parse(text) as CopyHead
  return { ...head, ...writtenIn(head) }
}

const pieceLength = 256 * 1024

function* pieces({ head, parts }: Copy): Generator<string> {
  yield JSON.stringify(head)
  for (const { collection, ids, records } of parts) {
    let from = 0
    let texts: string[] = []
    let length = 0
    for (const [index, record] of records.entries()) {
      const text = JSON.stringify(record)
      texts.push(text)
      length += text.length
      if (length < pieceLength && index + 1 < records.length) continue
      const slice = JSON.stringify(ids.slice(from, index + 1))
      yield `{"collection":"${collection}","ids":${slice},"records":[${texts.join(',')}]}`
      from = index + 1
      texts = []
      length = 0
    }
  }
}

/**
 * A copy as lowdb reads and writes it. The adapter works piece by piece; a missing or damaged file throws (lowdb would take it for
 * "nothing yet" and go on with its defaults, case G81).
 */
const database = (place: Place, path: string, name: string, isCompressed: boolean) =>
  new Low<Copy | null>(
    {
      read: async () => {
        const copy: Copy = { head: null as never, parts: [] }
        for await (const text of readFrames(place, path, name)) {
          if (copy.head === null) copy.head = headOf(text)
          else copy.parts.push(JSON.parse(text) as Part)
        }
        return copy
      },
      write: async (copy) => {
        if (copy) await writeFrames(place, path, name, pieces(copy), isCompressed)
      },
    },
    null,
  )

/** Reads the copy at `path` that was written under `name`; throws for anything that is not whole. */
export const readCopy = async (place: Place, path: string, name: string): Promise<Copy> => {
  const low = database(place, path, name, false)
  await low.read()
  if (!low.data?.head) throw new Error('a copy without a head')
  return low.data
}

/** Writes a copy durably at `path`. Throws the system's error; an older file then still stands. */
export const writeCopy = async (
  place: Place,
  path: string,
  name: string,
  copy: Copy,
  isCompressed = false,
): Promise<void> => {
  const low = database(place, path, name, isCompressed)
  low.data = copy
  await low.write()
}

/** Reads the first piece of a copy alone: how far it reaches, without its records. */
export const readHead = async (place: Place, path: string, name: string): Promise<CopyHead> => {
  for await (const text of readFrames(place, path, name)) return headOf(text)
  throw new Error('a copy without a head')
}

/** All that is in the tables now. The arrays are new, the records are those of the tables, which never change in place. */
export const partsOf = (tables: Tables): Part[] =>
  collections.map((collection) => ({ collection, ...tables[collection].rows() }))

/** Puts a copy's records into tables. */
export const fillTables = (tables: Tables, { parts }: Copy): Tables => {
  for (const { collection, ids, records } of parts)
    for (const [index, id] of ids.entries()) tables[collection].put(id, records[index]!)
  return tables
}
