import type { Canaries } from './search.ts'

/** What the product wrote at one place where people look who are not to see a document: a log, an error, an output. */
export interface Seen {
  place: string
  content: Buffer
}

let secrets: Record<string, string> = {}
const seen = new Map<string, Buffer[]>()
const streams: { place: string; chunks: Buffer[] }[] = []

let nameOfTest = (): string => ''

/** Where the name of the running test comes from: a measurement, which has none, imports no test runner. */
export const nameTestsBy = (name: () => string): void => {
  nameOfTest = name
}

/** Remembers a secret that this test file has made, to be searched for with the known ones. */
export const watchSecret = (name: string, text: string): void => {
  if (text !== '') secrets[name] = text
}

/** Keeps what the product wrote, to be searched when the tests of the file have run. */
export const watchText = (place: string, text: string): void => {
  const where = `${place} of “${nameOfTest()}”`
  const before = seen.get(where)
  if (before) before.push(Buffer.from(text))
  else seen.set(where, [Buffer.from(text)])
}

/** Where the pieces of a stream go that is searched as a whole. */
export const watchStream = (place: string): Buffer[] => {
  const chunks: Buffer[] = []
  streams.push({ place: `${place} of “${nameOfTest()}”`, chunks })
  return chunks
}

/** Everything kept so far, and begins anew. */
export const takeWatched = (): { secrets: Canaries; seen: Seen[] } => {
  const all = [...seen].map(([place, parts]) => ({
    place,
    content: Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')])),
  }))
  seen.clear()
  const whole = streams.splice(0).map(({ place, chunks }) => ({ place, content: Buffer.concat(chunks) }))
  const known = secrets
  // The next file of a shared process makes its own.
  secrets = {}
  return { secrets: known, seen: [...all, ...whole] }
}
