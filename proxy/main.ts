import { askTerminal } from './cli/ask-terminal.ts'
import { runCli } from './cli/run-cli.ts'
import type { Terminal } from './cli/terminal.ts'
import { endAtCrash } from './log/service-log.ts'

const terminal: Terminal = {
  env: process.env,
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
  ask: askTerminal,
}
// Until `start` has a log of its own, and for every other command.
endAtCrash(process, (event, { where = '' } = {}) => terminal.printError(`${event}: ${where}`))
process.exitCode = await runCli(process.argv.slice(2), terminal)
