import { win32 } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { Machine } from './machine.ts'
import { runOrFail } from './service-manager.ts'

/** A program of Windows by its full path: by name alone, one of the current folder would be taken first. */
export const systemProgram = ({ env }: Machine, ...path: string[]): string =>
  win32.join(env['SystemRoot'] || String.raw`C:\Windows`, 'System32', ...path)

/** SYSTEM and the two service accounts. */
const systemSids: ReadonlySet<string> = new Set(['S-1-5-18', 'S-1-5-19', 'S-1-5-20'])

/** The SID of the person: plain letters in every language of Windows. @throws `service-as-root` for SYSTEM and its like */
export const ownSid = async (machine: Machine): Promise<string> => {
  const program = systemProgram(machine, 'whoami.exe')
  const { out } = await runOrFail(machine, program, ['/user', '/fo', 'csv', '/nh'])
  const sid = /S-1-[\d-]+/.exec(out)?.[0]
  if (sid === undefined)
    throw new AppError('service-command-failed', { params: { command: 'whoami /user', code: 0 } })
  if (systemSids.has(sid)) throw new AppError('service-as-root')
  return sid
}
