import { once } from 'node:events'
import { randomBytes } from 'node:crypto'
import pino from 'pino'
import { ports } from '../../shared/ports.ts'
import { createLog, whereThrown } from '../log/log.ts'
import { dataFolder } from './data-folder.ts'
import { startService } from './start-service.ts'
import type { Terminal } from './terminal.ts'

/** Runs the service until it is told to stop. Prints its address when it listens; its log goes to the error stream. */
export const start = async (terminal: Terminal, version: string): Promise<void> => {
  const log = createLog(pino.destination({ fd: 2, sync: true }))
  // The raw error would print its message, which may quote data.
  process.once('uncaughtException', (error) => {
    log('crashed', { code: 'internal', where: whereThrown(error) })
    process.exit(1)
  })
  const stopped = Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)))
  const service = await startService({
    folder: dataFolder(terminal.env),
    env: terminal.env,
    ports,
    clock: Date.now,
    random: randomBytes,
    log,
    version,
  })
  terminal.print(`nada-consta ${version} http://127.0.0.1:${service.port}`)
  await stopped
  await service.stop()
}
