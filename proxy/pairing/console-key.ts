import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Random } from '../../shared/clock.ts'

const path = (folder: string): string => join(folder, 'console.key')

/**
 * Makes the key with which the command line of this machine signs, new at every start, in a file that only this user reads.
 * Written beside and renamed, so that a reader never finds half of it and an older file's mode is not inherited.
 */
export const makeConsoleKey = async (folder: string, random: Random): Promise<string> => {
  const secret = Buffer.from(random(32)).toString('base64url')
  const fresh = `${path(folder)}.new`
  await rm(fresh, { force: true })
  await writeFile(fresh, secret, { mode: 0o600, flag: 'wx' })
  await rename(fresh, path(folder))
  return secret
}

/** The key of the service that uses this data folder; null when none was ever started. */
export const readConsoleKey = async (folder: string): Promise<string | null> => {
  try {
    return await readFile(path(folder), 'utf8')
  } catch {
    return null
  }
}
