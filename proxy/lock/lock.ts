import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { processStart } from './process-start.ts'
import type { ProcessStart } from './process-start.ts'

export interface Lock {
  release(): Promise<void>
}

interface LockOptions {
  pid?: number
  startOf?: ProcessStart
}

/** A process that wants the lock: the file with its name, and how to ask after others. */
interface Taker {
  fresh: string
  startOf: ProcessStart
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code

const readText = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** The holder's process id if it still runs; null for a lock left behind or cut short by a crash. */
export const liveHolder = async (text: string, startOf: ProcessStart): Promise<number | null> => {
  const [, pid, started] = /^(\d+) (.+)\n$/.exec(text) ?? []
  if (pid === undefined) return null
  const running = await startOf(Number(pid))
  const same = running !== null && (running === started || running === 'unknown' || started === 'unknown')
  return same ? Number(pid) : null
}

/** True when `path` is now ours. A link, because it appears whole or not at all. */
const claim = async (fresh: string, path: string): Promise<boolean> => {
  try {
    await link(fresh, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/**
 * Puts our name in the place of a dead holder's. Two that do this at once could each remove the other's: so it is done only by who
 * holds a second lock beside the first, taken in the same way; a crash just here leaves that one behind, and the next level settles it.
 */
const replaceDead = async (path: string, taker: Taker): Promise<boolean> => {
  const guard = `${path}+`
  await acquire(guard, taker)
  try {
    const text = await readText(path)
    if (text === null || (await liveHolder(text, taker.startOf)) !== null) return false
    const copy = `${taker.fresh}.copy`
    await rm(copy, { force: true })
    await link(taker.fresh, copy)
    await rename(copy, path)
    return true
  } finally {
    await rm(guard, { force: true })
  }
}

const acquire = async (path: string, taker: Taker): Promise<void> => {
  while (!(await claim(taker.fresh, path))) {
    const text = await readText(path)
    if (text === null) continue
    const holder = await liveHolder(text, taker.startOf)
    if (holder !== null) throw new AppError('lock-held', { params: { pid: holder } })
    if (await replaceDead(path, taker)) return
  }
}

/**
 * One process at a time in a data folder: a 0600 file with the holder's process id and start time, taken before the port and before
 * the store is opened (the port is no lock). Throws `lock-held` with the holder's id; a lock whose holder is dead is taken over.
 */
export const takeLock = async (folder: string, options: LockOptions = {}): Promise<Lock> => {
  const { pid = process.pid, startOf = processStart } = options
  const path = join(folder, 'lock')
  const fresh = `${path}.${pid}`
  const mine = `${pid} ${(await startOf(pid)) ?? 'unknown'}\n`
  await rm(fresh, { force: true })
  await writeFile(fresh, mine, { mode: 0o600, flag: 'wx' })
  try {
    await acquire(path, { fresh, startOf })
  } finally {
    await rm(fresh, { force: true })
  }
  return {
    release: async () => {
      if ((await readText(path)) === mine) await rm(path, { force: true })
    },
  }
}
