import childProcess from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Duplex } from 'node:stream'
import { afterAll, expect } from 'vitest'
import { nameTestsBy, takeWatched, watchStream } from './watch.ts'

/**
 * Attack 33 over the whole suite: every process of ours that a test starts is heard, and whatever is left in the temporary folder,
 * which is of this test file alone, is searched before it goes, also what a test removes on the way.
 */
const usual = tmpdir()
const room = fs.mkdtempSync(join(usual, 'nc-'))
process.env['TMPDIR'] = room
nameTestsBy(() => expect.getState().currentTestName ?? 'the preparation')

/** Of a browser, the tests' own work with reports, which are meant to name a person, or our own sources with their samples. */
const notOurs =
  /^(?:nada-consta-(?:browser|journey|pdf|read|sources)-|playwright|puppeteer|org\.chromium|\.org\.chromium|\.?com\.google|rust_mozprofile|mozilla|Temp-|xvfb)/i

const { rm, rmSync } = fs
let gone = 0

/** Puts what is to be removed aside; false when it is to be removed after all. */
const putAside = (path: fs.PathLike, options?: fs.RmOptions): boolean => {
  const text = String(path)
  const [top = ''] = text.startsWith(`${room}/`) ? text.slice(room.length + 1).split('/') : []
  if (!options?.recursive || top === '' || notOurs.test(top)) return false
  try {
    fs.renameSync(text, join(room, `gone-${(gone += 1)}-${basename(text)}`))
    return true
  } catch {
    return false
  }
}
const removeLater = fs.promises.rm
fs.promises.rm = async (path, options) => {
  if (!putAside(path, options)) await removeLater(path, options)
}
fs.rmSync = (path, options) => {
  if (!putAside(path, options)) rmSync(path, options)
}
syncBuiltinESMExports()

/** A process writes into a pipe what it would write to nobody or past us. */
const heardStdio = (stdio: unknown): unknown[] => {
  const each: unknown[] = Array.isArray(stdio) ? [...(stdio as unknown[])] : [stdio, stdio, stdio]
  for (const fd of [1, 2]) if (['ignore', 'inherit', fd].includes(each[fd] as string)) each[fd] = 'pipe'
  return each
}

/** Reads along without beginning to read: who waits for the stream loses nothing. */
const listen = (stream: Duplex, place: string): void => {
  const chunks = watchStream(place)
  const push = stream.push.bind(stream)
  stream.push = (chunk: unknown, ...rest) => {
    if (Buffer.isBuffer(chunk)) chunks.push(chunk)
    return push(chunk, ...rest)
  }
}

interface SpawnOptions {
  file: string
  args: string[]
  stdio?: unknown
}
const prototype = childProcess.ChildProcess.prototype as ChildProcess & {
  spawn(options: SpawnOptions): unknown
}
const spawn: (this: ChildProcess, options: SpawnOptions) => unknown = Reflect.get(prototype, 'spawn')
prototype.spawn = function (this: ChildProcess, options) {
  if (options.file !== process.execPath) return spawn.call(this, options)
  const wanted: unknown[] = Array.isArray(options.stdio) ? (options.stdio as unknown[]) : []
  const result: unknown = spawn.call(this, { ...options, stdio: heardStdio(options.stdio ?? 'pipe') })
  for (const fd of [1, 2] as const) {
    const stream = this.stdio[fd] as Duplex | null | undefined
    if (!stream) continue
    listen(stream, fd === 1 ? 'the output of a process' : 'the error stream of a process')
    if (wanted[fd] === 'inherit') stream.pipe(fd === 1 ? process.stdout : process.stderr, { end: false })
    else if (wanted[fd] === 'ignore') stream.resume()
  }
  return result
}

afterAll(async () => {
  prototype.spawn = spawn
  process.env['TMPDIR'] = usual
  Object.assign(fs, { rm, rmSync })
  fs.promises.rm = removeLater
  syncBuiltinESMExports()
  const { secrets, seen } = takeWatched()
  const left = fs.readdirSync(room).filter((name) => !notOurs.test(name))
  if (seen.length > 0 || left.length > 0) {
    const { leaksIn, searchFolder } = await import('./find-leaks.ts')
    const { leaks } = await searchFolder(room, secrets, left)
    const all = [...leaksIn(seen, secrets), ...leaks]
    if (all.length > 0) throw new Error(`The product wrote in clear:\n${all.join('\n')}`)
  }
  rmSync(room, { recursive: true, force: true, maxRetries: 3 })
}, 60_000)
