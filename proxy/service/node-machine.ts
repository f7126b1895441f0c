import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '../../shared/errors.ts'
import type { Machine, Ran } from './machine.ts'

const patienceMs = 60_000

const run = (program: string, words: readonly string[], env: NodeJS.ProcessEnv): Promise<Ran> =>
  new Promise((done) => {
    const options = { env, timeout: patienceMs, windowsHide: true }
    execFile(program, [...words], options, (error, out) => {
      if (!error) return done({ code: 0, out })
      return done({ code: error.code === 'ENOENT' ? null : Number(error.code ?? 1) || 1, out })
    })
  })

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** `write` with the failure that a person can do something about. */
const refused = (file: string) => (cause: unknown) => {
  throw new AppError('service-file-refused', { params: { file }, cause })
}

/** This computer, for the person who runs the command. */
export const nodeMachine = (env: NodeJS.ProcessEnv): Machine => ({
  platform: process.platform,
  env,
  home: homedir(),
  uid: process.getuid?.() ?? null,
  run: (program, words, more = {}) => run(program, words, { ...env, LC_ALL: 'C', ...more }),
  read: (path) =>
    readFile(path, 'utf8').catch((error: unknown) => {
      if (isMissing(error)) return null
      throw error
    }),
  write: async (path, content) => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 }).catch(refused(path))
    await writeFile(path, content, { mode: 0o600 }).catch(refused(path))
  },
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true, mode: 0o700 }).catch(refused(path))
  },
  remove: (path) => rm(path, { force: true }).catch(refused(path)),
  wait: async (ms) => {
    await wait(ms)
  },
})
