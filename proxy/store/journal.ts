import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { writeDurably } from './durable-write.ts'
import { inTurn } from './in-turn.ts'
import { commitLine, headerLine, readyLine } from './journal-line.ts'
import type { Link } from './journal-line.ts'
import type { Place } from './place.ts'
import { segmentName } from './place.ts'
import { isFull } from './reserve.ts'
import type { Reserve } from './reserve.ts'
import type { ReadySeal } from './seal.ts'

/** One segment and how far it is good. */
export interface OpenSegment {
  after: number
  last: Link
  length: number
  lines: number
}

export interface Journal {
  /**
   * Resolves when `text`, the JSON of one commit's changes, is durable. What arrives while one fsync runs shares the next one.
   * Throws `store-write-failed` or `disk-full`, and then the file is as before.
   */
  append(text: string, outcome: boolean): Promise<void>
  /** Calls `cut` at a moment at which memory and file hold the same. */
  still<Result>(cut: (last: Link) => Result): Promise<Result>
  /** As `still`, and what comes after it goes to a new segment. */
  rotate<Result>(cut: (last: Link) => Result): Promise<Result>
  readonly segment: Readonly<OpenSegment>
  close(): Promise<void>
}

interface Waiting {
  text: string
  outcome: boolean
  kept: () => void
  failed: (error: AppError) => void
}

interface JournalOptions {
  place: Place
  segment: OpenSegment
  reserve: Reserve
  inDoubt: boolean
  /** Given commits that are on their way to the disk, in order; what it returns is called when they are durable, before their callers are told. */
  prepare: (texts: readonly string[]) => () => void
}

/** Writes the first line of a segment. */
export const beginSegment = async (place: Place, from: Link, inDoubt: boolean): Promise<OpenSegment> => {
  const { layout, program } = place.format
  const at = new Date(place.clock()).toISOString()
  const bytes = headerLine(place, { from, inDoubt, at, layout, program })
  await writeDurably(place.disk, join(place.folder, segmentName(from.seq)), bytes)
  return { after: from.seq, last: from, length: bytes.length, lines: 0 }
}

/** Cuts a segment back to its good part. Not with the handle that appends: Windows would refuse it. */
export const cutSegment = async ({ disk, folder }: Place, segment: OpenSegment): Promise<void> => {
  const file = await disk.open(join(folder, segmentName(segment.after)), 'r+')
  try {
    await file.truncate(segment.length)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A write may take a part only, e.g. of the last free block. */
const writeAll = async (file: FileHandle, bytes: Buffer): Promise<void> => {
  for (let written = 0; written < bytes.length;)
    written += (await file.write(written === 0 ? bytes : bytes.subarray(written))).bytesWritten
}

/** The journal, from the segment that is given on. */
export const openJournal = async (options: JournalOptions): Promise<Journal> => {
  const { place, reserve, inDoubt } = options
  const turn = inTurn()
  const { durableAppend } = place.disk
  const append = ({ after }: OpenSegment) =>
    place.disk.open(join(place.folder, segmentName(after)), durableAppend ?? 'a')
  let { segment } = options
  let file = await append(segment)
  let ready: ReadySeal | null = null
  let isUneven = false
  let waiting: Waiting[] = []

  /** After a failed write the file may end in a part of it, which must not be there when the next line comes. */
  const even = async (): Promise<void> => {
    if (isUneven) await cutSegment(place, segment)
    isUneven = false
  }

  const write = async (batch: readonly Waiting[]): Promise<void> => {
    await even()
    const texts = batch.map(({ text }) => text)
    const seal = ready ?? readyLine(place, segment.last)
    ready = null
    const line = commitLine(seal, segment.last, new Date(place.clock()).toISOString(), texts)
    let apply: () => void
    try {
      const written = writeAll(file, line.bytes)
      // While the disk works.
      ready = readyLine(place, line.link)
      apply = options.prepare(texts)
      await written
      if (durableAppend === null) await file.datasync()
    } catch (thrown) {
      ready = null
      isUneven = true
      await even().catch(() => {})
      throw thrown
    }
    const { length, lines } = segment
    segment = { ...segment, last: line.link, length: length + line.bytes.length, lines: lines + 1 }
    apply()
    for (const { kept } of batch) kept()
  }

  const refuse = (
    batch: readonly Waiting[],
    code: 'disk-full' | 'store-write-failed',
    cause?: unknown,
  ): void => batch.forEach(({ failed }) => failed(new AppError(code, { cause, retry: 'safe' })))

  const keepOutcomes = async (batch: readonly Waiting[]): Promise<void> => {
    if (batch.length === 0) return
    try {
      await write(batch)
    } catch (thrown) {
      if (!isFull(thrown) || reserve.isGone()) return refuse(batch, 'store-write-failed', thrown)
      await reserve.free().catch(() => {})
      await keepOutcomes(batch)
    }
  }

  const keep = async (batch: readonly Waiting[]): Promise<void> => {
    const outcomes = batch.filter(({ outcome }) => outcome)
    const intents = batch.filter(({ outcome }) => !outcome)
    if (intents.length === 0) return keepOutcomes(batch)
    if (reserve.isGone() && !(await reserve.renew())) {
      refuse(intents, 'disk-full')
      return keepOutcomes(outcomes)
    }
    try {
      await write(batch)
    } catch (thrown) {
      if (!isFull(thrown)) return refuse(batch, 'store-write-failed', thrown)
      refuse(intents, 'disk-full', thrown)
      await keepOutcomes(outcomes)
    }
  }

  const flush = (): Promise<void> => {
    const batch = waiting
    waiting = []
    return keep(batch)
  }

  const rotate = async (): Promise<void> => {
    if (segment.lines === 0) return
    await even()
    const next = await beginSegment(place, segment.last, inDoubt)
    const nextFile = await append(next)
    const old = file
    segment = next
    file = nextFile
    await old.close().catch(() => {})
  }

  return {
    append: (text, outcome) =>
      new Promise((kept, failed) => {
        waiting.push({ text, outcome, kept, failed })
        if (waiting.length === 1) void turn(flush)
      }),
    still: (cut) => turn(async () => cut(segment.last)),
    rotate: (cut) =>
      turn(async () => {
        await rotate()
        return cut(segment.last)
      }),
    get segment() {
      return segment
    },
    close: () => turn(() => file.close()),
  }
}
