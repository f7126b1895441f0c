import { parseArgs } from 'node:util'
import manifest from '../../package.json' with { type: 'json' }
import { AppError, asAppError } from '../../shared/errors.ts'
import { backup } from './backup-command.ts'
import { clients, pair, revoke } from './console-commands.ts'
import { realWorld } from '../doctor/real-world.ts'
import { doctor } from './doctor-command.ts'
import { isTooOld, leastNode } from './node-floor.ts'
import { recovery } from './recovery-commands.ts'
import { restore } from './restore-command.ts'
import { service, withVariables } from './service-commands.ts'
import { start } from './start.ts'
import { printFailure, textsOf } from './terminal.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

/** 0 done, 1 not done (the reason is on the error stream), 2 the command line was not understood. */
export type ExitCode = 0 | 1 | 2

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  scopes: { type: 'string' },
  env: { type: 'string', multiple: true },
  bundle: { type: 'boolean' },
  json: { type: 'boolean' },
  check: { type: 'boolean' },
  'code-file': { type: 'string' },
} as const

const parse = (words: string[]) => {
  try {
    return parseArgs({ args: words, options, allowPositionals: true, strict: true })
  } catch {
    throw new UsageError('wrongUsage')
  }
}

/** Commands that take a second word. */
const withName: ReadonlySet<string> = new Set(['revoke', 'backup', 'restore', 'service', 'doctor'])

const dispatch = async (words: string[], terminal: Terminal, node: string): Promise<ExitCode | void> => {
  const { values, positionals } = parse(words)
  const [command, id, ...rest] = positionals
  const plain = values.scopes === undefined
  if (values.help || values.version) {
    terminal.print(values.help ? textsOf(terminal).cli.usage : manifest.version)
    return 0
  }
  if (isTooOld(node)) throw new AppError('node-too-old', { params: { found: node, least: leastNode } })
  if (rest.length > 0 || (id !== undefined && !withName.has(command ?? '')))
    throw new UsageError('wrongUsage')
  if (command === 'start' && plain) return start(withVariables(terminal, values.env ?? []), manifest.version)
  if (values.env !== undefined) throw new UsageError('wrongUsage')
  if (command === 'doctor' && plain && (id === undefined || values.bundle)) {
    const wishes = { bundle: values.bundle ?? false, file: id ?? null, json: values.json ?? false }
    return doctor(terminal, realWorld(terminal.env, manifest.version), wishes)
  }
  if (values.bundle || values.json) throw new UsageError('wrongUsage')
  const code = values['code-file']
  if (command === 'restore' && plain && !values.check) return restore(terminal, id, code)
  if (command === 'recovery-code' && plain && (code === undefined || values.check))
    return recovery(terminal, { check: values.check ?? false, file: code })
  if (values.check || code !== undefined) throw new UsageError('wrongUsage')
  if (command === 'service' && plain) return service(terminal, id)
  if (command === 'pair') return pair(terminal, values.scopes)
  if (command === 'clients' && plain) return clients(terminal)
  if (command === 'revoke' && plain && id !== undefined) return revoke(terminal, id)
  if (command === 'backup' && plain) return backup(terminal, id)
  throw new UsageError('wrongUsage')
}

/**
 * Runs one command; every failure ends in a sentence for a person and an exit code.
 * @param node the version of the Node that runs it
 */
export const runCli = async (
  words: string[],
  terminal: Terminal,
  node: string = process.versions.node,
): Promise<ExitCode> => {
  try {
    return (await dispatch(words, terminal, node)) ?? 0
  } catch (thrown) {
    if (thrown instanceof UsageError) {
      terminal.printError(textsOf(terminal).cli[thrown.text])
      return 2
    }
    printFailure(terminal, asAppError(thrown))
    return 1
  }
}
