import { realpathSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { formatInstant } from '../../shared/business-time.ts'
import { AppError, fill } from '../../shared/errors.ts'
import { ports } from '../../shared/ports.ts'
import { secretKey } from '../guards/hmac.ts'
import { readConsoleKey } from '../pairing/console-key.ts'
import { serviceAdvice } from '../service/advice.ts'
import type { Answer } from '../service/advice.ts'
import { agentOutput } from '../service/launchd-agent.ts'
import type { Machine } from '../service/machine.ts'
import { nodeMachine } from '../service/node-machine.ts'
import { openManager } from '../service/open-manager.ts'
import { serviceEnv } from '../service/program.ts'
import type { Program } from '../service/program.ts'
import type { ServiceManager } from '../service/service-manager.ts'
import { dataFolder, logFolder } from './data-folder.ts'
import { findService } from './find-service.ts'
import { textsOf } from './terminal.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

/** What a word of `service` works with. */
interface Ground {
  terminal: Terminal
  machine: Machine
  program: Program
  manager: ServiceManager
}

const programOf = ({ env }: Terminal): Program => {
  const folder = dataFolder(env)
  return {
    node: process.execPath,
    // The link in a `bin` folder is another one after an update; what it points to is the program.
    bundle: realpathSync(process.argv[1] ?? ''),
    folder,
    logs: logFolder(folder),
    env: serviceEnv(env, folder),
  }
}

const printLogs = ({ terminal, machine, program }: Ground): void => {
  const { service } = textsOf(terminal)
  terminal.print(fill(service.logs, { folder: program.logs }))
  if (machine.platform === 'linux') terminal.print(service.journal)
  if (machine.platform === 'darwin') terminal.print(fill(service.startOutput, { file: agentOutput(program) }))
}

const install = async (ground: Ground): Promise<void> => {
  const { terminal, machine, manager } = ground
  const { service } = textsOf(terminal)
  const { outcome, startsAt } = await manager.install()
  terminal.print(service.outcomes[outcome])
  terminal.print(service.startsAt[startsAt])
  if (machine.platform === 'linux' && startsAt === 'logon')
    terminal.print(fill(service.lingerRefused, { user: machine.env['USER'] || String(machine.uid) }))
  printLogs(ground)
}

const uninstall = async ({ terminal, manager, program }: Ground): Promise<void> => {
  const { service } = textsOf(terminal)
  terminal.print((await manager.uninstall()) ? service.removed : service.absent)
  terminal.print(fill(service.dataKept, { folder: program.folder }))
}

const restart = async (ground: Ground): Promise<void> => {
  await ground.manager.restart()
  ground.terminal.print(textsOf(ground.terminal).service.restarted)
  printLogs(ground)
}

/** Does the service of this data folder answer, with proof, and on which port? */
const askService = async (folder: string): Promise<Answer> => {
  const secret = await readConsoleKey(folder)
  if (secret === null) return 'none'
  try {
    return { port: await findService(ports, secretKey(secret)) }
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'service-off') return 'none'
    if (thrown instanceof AppError && thrown.code === 'stranger-on-port') return 'stranger'
    throw thrown
  }
}

/** When the process that answers took its lock; null where that is not to be told. */
const startedAt = async (folder: string): Promise<number | null> =>
  stat(join(folder, 'lock')).then(
    ({ mtimeMs }) => Math.round(mtimeMs),
    () => null,
  )

const status = async (ground: Ground): Promise<void> => {
  const { terminal, manager, program } = ground
  const { service } = textsOf(terminal)
  const state = await manager.status()
  const answer = await askService(program.folder)
  const since = await startedAt(program.folder)
  const say = (text: string, params: Record<string, string | number> = {}) =>
    terminal.print(fill(text, params))
  say(state.installed ? service.isInstalled : service.notInstalled, { place: manager.place })
  if (!state.running) say(service.notRunning)
  else if (since === null) say(service.isRunning)
  else say(service.runningSince, { since: formatInstant(since) })
  if (answer === 'none') say(service.answersNot)
  else if (answer === 'stranger') say(service.strangerAnswers)
  else say(service.answers, { port: answer.port })
  printLogs(ground)
  say(service.data, { folder: program.folder })
  say(service.advice[serviceAdvice(state, answer)])
}

const words: Readonly<Record<string, (ground: Ground) => Promise<void>>> = {
  install,
  uninstall,
  status,
  restart,
}

/** `nada-consta service <word>`. @throws `UsageError`, and as the service manager's port says */
export const service = async (
  terminal: Terminal,
  word: string | undefined,
  machine: Machine = nodeMachine(terminal.env),
): Promise<void> => {
  const work = Object.hasOwn(words, word ?? '') ? words[word ?? ''] : undefined
  if (!work) throw new UsageError('wrongUsage')
  const program = programOf(terminal)
  return work({ terminal, machine, program, manager: await openManager(machine, program) })
}

/** The terminal with the variables that a task of Windows hands over as words: `NADA_CONSTA_HOME=…`. @throws `UsageError` */
export const withVariables = (terminal: Terminal, variables: readonly string[]): Terminal => {
  const pairs = variables.map((variable) => {
    const [, name, value] = /^(NADA_CONSTA_[A-Z_]+)=(.*)$/s.exec(variable) ?? []
    if (name === undefined || value === undefined) throw new UsageError('wrongUsage')
    return [name, value] as const
  })
  return { ...terminal, env: { ...terminal.env, ...Object.fromEntries(pairs) } }
}
