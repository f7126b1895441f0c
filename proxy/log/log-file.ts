import { appendFileSync, chmodSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { DestinationStream } from 'pino'
import type { Clock } from '../../shared/clock.ts'

/** A month of days on each of which it runs, which is how far back a support case asks; each file is small enough to be sent by mail. */
export const logPolicy = { maxBytes: 2 * 1024 * 1024, maxFiles: 30 } as const

/** After a refusal of the disk the file is left alone for so long: a full disk is not asked at every line. Milliseconds. */
const pauseAfterFailure = 60_000

/** `2026-11-25.01.log`: the day in UTC, as the lines' times are, and how many there were before on that day. */
const nameOf = (day: string, part: number): string => `${day}.${String(part).padStart(2, '0')}.log`
const ours = /^(?<day>\d{4}-\d{2}-\d{2})\.(?<part>\d{2,6})\.log$/

/** What the log file asks of the disk. */
export interface LogDisk {
  append(file: string, text: string): void
  /** Bytes of a file; 0 when there is none. */
  size(file: string): number
  names(folder: string): string[]
  remove(file: string): void
  makeFolder(folder: string): void
}

export const realLogDisk: LogDisk = {
  append: (file, text) => appendFileSync(file, text, { mode: 0o600 }),
  size: (file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0,
  names: (folder) => readdirSync(folder),
  remove: (file) => rmSync(file, { force: true }),
  makeFolder: (folder) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
  },
}

interface LogFileOptions {
  folder: string
  clock: Clock
  /** Told once when the disk takes no line; the service goes on without a log. */
  onFailure: () => void
  disk?: LogDisk
  policy?: { maxBytes: number; maxFiles: number }
}

interface Current {
  day: string
  file: string
  bytes: number
}

/**
 * Appends lines to a file of the day, to the next one when it is full, and removes the oldest. Nothing is ever renamed, so that a crash
 * or a second process finds every file whole. Never throws.
 */
export const logFile = (options: LogFileOptions): DestinationStream => {
  const { folder, clock, onFailure, disk = realLogDisk, policy = logPolicy } = options
  let current: Current | null = null
  let pausedUntil: number | null = null
  let isTold = false

  const known = (): { name: string; day: string; part: number }[] =>
    disk.names(folder).flatMap((name) => {
      const found = ours.exec(name)?.groups
      return found ? [{ name, day: found['day']!, part: Number(found['part']) }] : []
    })

  /** The oldest first; a file of a day that has not come is left by a clock that was wrong, and goes before all others. */
  const tidy = (day: string, kept: string): void => {
    const age = (file: { day: string; part: number }): string =>
      `${file.day > day ? 0 : 1}.${file.day}.${String(file.part).padStart(6, '0')}`
    const others = known()
      .filter(({ name }) => name !== kept)
      .toSorted((one, other) => (age(one) < age(other) ? -1 : 1))
    for (const { name } of others.slice(0, Math.max(0, others.length + 1 - policy.maxFiles)))
      disk.remove(join(folder, name))
  }

  const open = (day: string, bytes: number): Current => {
    disk.makeFolder(folder)
    const parts = known().flatMap((file) => (file.day === day ? [file.part] : []))
    const newest = Math.max(1, ...parts)
    const size = disk.size(join(folder, nameOf(day, newest)))
    const isFull = size > 0 && size + bytes > policy.maxBytes
    const name = nameOf(day, isFull ? newest + 1 : newest)
    tidy(day, name)
    return { day, file: join(folder, name), bytes: isFull ? 0 : size }
  }

  const append = (line: string, day: string): void => {
    const bytes = Buffer.byteLength(line)
    if (current?.day !== day || (current.bytes > 0 && current.bytes + bytes > policy.maxBytes))
      current = open(day, bytes)
    disk.append(current.file, line)
    current.bytes += bytes
  }

  return {
    write: (line) => {
      const now = clock()
      const isPaused = pausedUntil !== null && now < pausedUntil && pausedUntil - now <= pauseAfterFailure
      if (isPaused) return
      try {
        // A line that the disk took half of ends here.
        append(pausedUntil === null ? line : `\n${line}`, new Date(now).toISOString().slice(0, 10))
        pausedUntil = null
      } catch {
        current = null
        pausedUntil = now + pauseAfterFailure
        if (isTold) return
        isTold = true
        onFailure()
      }
    },
  }
}
