import { once } from 'node:events'
import { randomBytes } from 'node:crypto'
import { asAppError } from '../../shared/errors.ts'
import { ports as usualPorts } from '../../shared/ports.ts'
import { endAtCrash, serviceLog } from '../log/service-log.ts'
import { dataFolder, logFolder } from './data-folder.ts'
import { startService } from './start-service.ts'
import { textsOf } from './terminal.ts'
import type { Terminal } from './terminal.ts'

/** Runs the service until it is told to stop. Prints its address when it listens; its log lies in the data folder, and is shown on a terminal. */
export const start = async (
  terminal: Terminal,
  version: string,
  ports: readonly number[] = usualPorts,
): Promise<void> => {
  const folder = dataFolder(terminal.env)
  const log = serviceLog({
    folder: logFolder(folder),
    clock: Date.now,
    isWatched: process.stderr.isTTY,
    printError: (line) => terminal.printError(line),
    failureText: textsOf(terminal).cli.noLog,
  })
  endAtCrash(process, log)
  const stopped = Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)))
  const service = await startService({
    folder,
    env: terminal.env,
    ports,
    clock: Date.now,
    random: randomBytes,
    log,
    version,
  }).catch((thrown: unknown) => {
    const { code } = asAppError(thrown)
    // In the background nobody reads the error stream; the log of the one that runs stays its own.
    if (code !== 'lock-held') log('not-started', { code })
    throw thrown
  })
  terminal.print(`nada-consta ${version} http://127.0.0.1:${service.port}`)
  await Promise.race([stopped, service.failed])
  await service.stop()
}
