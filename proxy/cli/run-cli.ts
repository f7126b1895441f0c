import { parseArgs } from 'node:util'
import manifest from '../../package.json' with { type: 'json' }
import { asAppError } from '../../shared/errors.ts'
import { clients, pair, revoke } from './console-commands.ts'
import { start } from './start.ts'
import { backup, restore } from './store-commands.ts'
import { printFailure, textsOf } from './terminal.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

/** 0 done, 1 not done (the reason is on the error stream), 2 the command line was not understood. */
export type ExitCode = 0 | 1 | 2

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  scopes: { type: 'string' },
} as const

const parse = (words: string[]) => {
  try {
    return parseArgs({ args: words, options, allowPositionals: true, strict: true })
  } catch {
    throw new UsageError('wrongUsage')
  }
}

/** Commands that take a second word. */
const withName: ReadonlySet<string> = new Set(['revoke', 'backup', 'restore'])

const dispatch = async (words: string[], terminal: Terminal): Promise<void> => {
  const { values, positionals } = parse(words)
  const [command, id, ...rest] = positionals
  const plain = values.scopes === undefined
  if (values.help) return terminal.print(textsOf(terminal).cli.usage)
  if (values.version) return terminal.print(manifest.version)
  if (rest.length > 0 || (id !== undefined && !withName.has(command ?? '')))
    throw new UsageError('wrongUsage')
  if (command === 'start' && plain) return start(terminal, manifest.version)
  if (command === 'pair') return pair(terminal, values.scopes)
  if (command === 'clients' && plain) return clients(terminal)
  if (command === 'revoke' && plain && id !== undefined) return revoke(terminal, id)
  if (command === 'backup' && plain) return backup(terminal, id)
  if (command === 'restore' && plain) return restore(terminal, id)
  throw new UsageError('wrongUsage')
}

/** Runs one command; every failure ends in a sentence for a person and an exit code. */
export const runCli = async (words: string[], terminal: Terminal): Promise<ExitCode> => {
  try {
    await dispatch(words, terminal)
    return 0
  } catch (thrown) {
    if (thrown instanceof UsageError) {
      terminal.printError(textsOf(terminal).cli[thrown.text])
      return 2
    }
    printFailure(terminal, asAppError(thrown))
    return 1
  }
}
