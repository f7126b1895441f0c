import { AppError } from '../../shared/errors.ts'

/** What the system is to keep running. */
export interface Program {
  /** The Node program. */
  node: string
  /** The file that Node runs: the bundle, or main.ts from the sources. */
  bundle: string
  /** The data folder. */
  folder: string
  /** The folder of the log. */
  logs: string
  /** The service's own variables; nothing else of the terminal's environment is kept. */
  env: Readonly<Record<string, string>>
}

/** The words that follow Node on the command line. */
export const argumentsOf = ({ bundle }: Program): string[] => [bundle, 'start']

const kept = ['NADA_CONSTA_VAULT', 'NADA_CONSTA_CONNECT_URL', 'NADA_CONSTA_BACKUPS'] as const

/** The service's variables of this terminal: the data folder always, so that service and commands mean the same one. */
export const serviceEnv = (env: NodeJS.ProcessEnv, folder: string): Record<string, string> => ({
  NADA_CONSTA_HOME: folder,
  ...Object.fromEntries(kept.flatMap((name) => (env[name] ? [[name, env[name]]] : []))),
})

// None of the three formats can carry a line break in a path, nor XML the characters that it has no form for.
const unwritable = /[\p{Cc}\ufffe\uffff]|\p{Cs}/u

/** Refuses what a unit, an agent or a task could not say. @throws `service-path-refused`, `service-program-temporary` */
export const checkProgram = (program: Program): Program => {
  const { node, bundle, folder, logs, env } = program
  if ([node, bundle, folder, logs, ...Object.values(env)].some((text) => unwritable.test(text)))
    throw new AppError('service-path-refused')
  // The cache of npx is emptied at any time, and the service with it.
  if (/[\\/]_npx[\\/]/.test(bundle)) throw new AppError('service-program-temporary')
  return program
}
