import { AppError } from '../../shared/errors.ts'
import { isDone } from './machine.ts'
import type { Machine, Ran } from './machine.ts'

/** What an installation came to: a first one, one in the place of an older one, the same one started, or nothing to do. */
export type InstallOutcome = 'installed' | 'replaced' | 'started' | 'unchanged'

export interface Installed {
  outcome: InstallOutcome
  /** When the system starts it: with the computer, or only when its user logs on. */
  startsAt: 'boot' | 'logon'
}

export interface ServiceState {
  installed: boolean
  /** What is installed is what this program would install now; false after an update that moved Node or the bundle. */
  current: boolean
  /** As the system says; a service started by hand does not count. */
  running: boolean
}

/** The background service of one person, as the system keeps it. */
export interface ServiceManager {
  /** Where the definition lies, for a person to look at. */
  place: string
  /** Idempotent. @throws `service-command-failed`, `service-command-missing`, `service-path-refused`, `service-file-refused` */
  install(): Promise<Installed>
  /** Ends and removes all but the data; false where there was nothing. @throws as `install` */
  uninstall(): Promise<boolean>
  status(): Promise<ServiceState>
  /** @throws `service-not-installed`, and as `install` */
  restart(): Promise<void>
}

/** Runs what has to succeed. @throws `service-command-failed`, `service-command-missing` */
export const runOrFail = async (
  machine: Machine,
  program: string,
  words: readonly string[],
  env?: Readonly<Record<string, string>>,
): Promise<Ran> => {
  const ran = await machine.run(program, words, env)
  if (ran.code === null) throw new AppError('service-command-missing', { params: { program } })
  // Its words may be in another language, and name paths: the person sees them by running it.
  if (!isDone(ran))
    throw new AppError('service-command-failed', {
      params: { command: [program, ...words].join(' '), code: ran.code },
    })
  return ran
}

/** Asks again until it is so, for at most five seconds; an end takes its time in every system. */
export const until = async (
  machine: Pick<Machine, 'wait'>,
  isSo: () => Promise<boolean>,
  tries = 20,
): Promise<boolean> => {
  if (await isSo()) return true
  if (tries === 0) return false
  await machine.wait(250)
  return until(machine, isSo, tries - 1)
}
