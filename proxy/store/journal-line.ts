import type { CipherKey } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Random } from '../../shared/clock.ts'
import { writtenIn } from './layout.ts'
import type { Written } from './layout.ts'
import { readySeal, sealBytes, tagOf, unsealBytes } from './seal.ts'
import type { ReadySeal } from './seal.ts'
import type { Change } from './store.ts'

/**
 * The journal's lines, pure. A line is `<number> <CRC> <base64url of the sealed changes>`; its seal covers the seal of the line before, so
 * that a line that is missing, moved or from elsewhere does not open. The CRC tells a line that was cut by a crash from one that was
 * altered. Commits that share an fsync share a line: they are kept or lost together, and a line is never written before the one in
 * front of it is durable, so a crash can cut the last line alone.
 */
export interface Sealing {
  key: CipherKey
  installation: string
  random: Random
}

/** A point of the chain: the number of a line and its seal. */
export interface Link {
  seq: number
  tag: string
}

/** Before the first line of a new installation. */
export const start: Link = { seq: 0, tag: '' }

export interface Header extends Written {
  /** The last link before this segment. */
  from: Link
  at: string
  /** Something was lost before this segment and nobody has restored a copy since. */
  inDoubt: boolean
}

export interface Entry extends Link {
  at: string
  changes: Change[]
}

const format = 'nada-consta-journal 1'
const newline = 10

const headerLabel = (installation: string, after: number): string => `journal:${installation}:${after}`
const lineLabel = (installation: string, before: Link): string =>
  `journal:${installation}:${before.seq + 1}:${before.tag}`

const crcOf = (seq: number, sealed: Buffer): string => crc32(sealed, seq).toString(16).padStart(8, '0')

/** A segment's first line: version, installation and the link that it goes on from. */
export const headerLine = ({ key, installation, random }: Sealing, header: Header): Buffer => {
  const { seq } = header.from
  const sealed = sealBytes(key, headerLabel(installation, seq), Buffer.from(JSON.stringify(header)), random)
  return Buffer.from(`${format} ${installation} ${seq} ${sealed.toString('base64url')}\n`)
}

/** The seal of the line that follows `before`, done ahead while the disk works. */
export const readyLine = ({ key, installation, random }: Sealing, before: Link): ReadySeal =>
  readySeal(key, lineLabel(installation, before), random)

/** One line for one or more commits; each is the JSON text of its changes, which are not empty. */
export const commitLine = (
  seal: ReadySeal,
  before: Link,
  at: string,
  commits: readonly string[],
): { bytes: Buffer; link: Link } => {
  const seq = before.seq + 1
  const changes = commits.map((text) => text.slice(1, -1)).join(',')
  const sealed = seal(Buffer.from(`{"at":"${at}","changes":[${changes}]}`))
  return {
    bytes: Buffer.from(`${seq} ${crcOf(seq, sealed)} ${sealed.toString('base64url')}\n`, 'latin1'),
    link: { seq, tag: tagOf(sealed) },
  }
}

/** Exactly what was encoded: a decoder takes many a text for the same bytes. */
const decode = (text: string): Buffer | null => {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : null
}

/** A line with a right CRC, still sealed; null for anything else. */
interface Read {
  seq: number
  sealed: Buffer
}

const readLine = (line: string): Read | null => {
  const [number = '', crc, body = '', ...rest] = line.split(' ')
  const seq = Number(number)
  if (rest.length > 0 || !/^[1-9]\d{0,14}$/.test(number)) return null
  const sealed = decode(body)
  return sealed && crc === crcOf(seq, sealed) ? { seq, sealed } : null
}

const open = ({ key, installation }: Sealing, before: Link, { seq, sealed }: Read): Entry | null => {
  if (seq !== before.seq + 1) return null
  try {
    const text = unsealBytes(key, lineLabel(installation, before), sealed).toString('utf8')
    return { ...(JSON.parse(text) as Pick<Entry, 'at' | 'changes'>), seq, tag: tagOf(sealed) }
  } catch {
    return null
  }
}

function* linesFrom(bytes: Buffer, offset: number): Generator<{ line: string; end: number }> {
  for (let from = offset; from < bytes.length;) {
    const to = bytes.indexOf(newline, from)
    // Without its end a line is not whole, even if what is there should pass.
    if (to < 0) return
    yield { line: bytes.toString('latin1', from, to), end: to + 1 }
    from = to + 1
  }
}

const anyLine = /(\d{1,15})(?=( [0-9a-f]{8} [\w-]+))/g

/**
 * Whether what stands from `offset` on can be a line that a crash cut: then no good line is behind it, not even one whose beginning can
 * no longer be told from the end of the line before. `next`, the one that may be cut, can lack its end alone.
 */
const isTorn = (bytes: Buffer, offset: number, next: number): boolean => {
  for (const [, digits = '', rest = ''] of bytes.toString('latin1', offset).matchAll(anyLine))
    for (let from = 0; from < digits.length; from += 1)
      if ((readLine(digits.slice(from) + rest)?.seq ?? next) !== next) return false
  return true
}

/** A segment's lines, read one after the other; the fields below `entries` hold what has been read so far. */
export interface Segment {
  header: Header
  entries(): Generator<Entry>
  last: Link
  /** Bytes up to the last good line. */
  length: number
  lines: number
  /** `torn`: a crash cut the last line, which nobody was told is kept. `damaged`: something that was kept is not readable. */
  fault: 'torn' | 'damaged' | null
}

const readHeader = ({ key, installation }: Sealing, after: number, line: string): Header => {
  const [name, version, whose, number, body = ''] = line.split(' ')
  const sealed = decode(body)
  if (!sealed || `${name} ${version}` !== format || whose !== installation || number !== String(after))
    throw new Error('not a segment of this installation')
  const text = unsealBytes(key, headerLabel(installation, after), sealed)
  const header = JSON.parse(text.toString('utf8')) as Header
  return { ...header, ...writtenIn(header) }
}

/** A segment's first line and where it ends; throws when it is damaged or foreign. */
export const readHeaderLine = (
  sealing: Sealing,
  after: number,
  bytes: Buffer,
): { header: Header; end: number } => {
  const head = linesFrom(bytes, 0).next().value
  if (!head) throw new Error('segment without a first line')
  return { header: readHeader(sealing, after, head.line), end: head.end }
}

/** Opens the segment that begins after line `after`; throws when its first line is damaged or foreign. */
export const readSegment = (sealing: Sealing, after: number, bytes: Buffer): Segment => {
  const { header, end: headEnd } = readHeaderLine(sealing, after, bytes)
  const segment: Segment = {
    header,
    last: header.from,
    length: headEnd,
    lines: 0,
    fault: null,
    *entries() {
      for (const { line, end } of linesFrom(bytes, segment.length)) {
        const read = readLine(line)
        if (!read) break
        const entry = open(sealing, segment.last, read)
        if (!entry) {
          segment.fault = 'damaged'
          return
        }
        Object.assign(segment, { last: { seq: entry.seq, tag: entry.tag }, length: end })
        segment.lines += 1
        yield entry
      }
      if (segment.length === bytes.length) return
      segment.fault = isTorn(bytes, segment.length, segment.last.seq + 1) ? 'torn' : 'damaged'
    },
  }
  return segment
}
