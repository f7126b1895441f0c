import pino from 'pino'
import type { DestinationStream } from 'pino'
import type { Clock } from '../../shared/clock.ts'
import { logFile } from './log-file.ts'
import type { LogDisk } from './log-file.ts'
import { createLog, whereThrown } from './log.ts'
import type { Log } from './log.ts'

interface ServiceLogOptions {
  /** Where the files lie. */
  folder: string
  clock: Clock
  /** A person watches the error stream: the lines are shown there as well. */
  isWatched: boolean
  printError: (line: string) => void
  /** What to say when the disk takes no line. */
  failureText: string
  /** Default: the error stream of the process. */
  watched?: DestinationStream
  disk?: LogDisk
}

/** The error stream; a terminal that was closed meanwhile harms nobody. */
const errorStream = (): DestinationStream => pino.destination({ fd: 2, sync: true }).on('error', () => {})

/** The log of the running service: into its files, and onto the terminal where somebody sits. Never throws. */
export const serviceLog = (options: ServiceLogOptions): Log => {
  const { folder, clock, isWatched, printError, failureText, disk } = options
  const file = logFile({
    folder,
    clock,
    onFailure: () => printError(failureText),
    ...(disk && { disk }),
  })
  if (!isWatched) return createLog(file)
  const shown = options.watched ?? errorStream()
  return createLog({
    write: (line) => {
      file.write(line)
      shown.write(line)
    },
  })
}

type Program = Pick<
  NodeJS.Process,
  'setUncaughtExceptionCaptureCallback' | 'removeAllListeners' | 'on' | 'exit'
>

/**
 * The process ends at a mistake of the program with its place alone in the log: the raw error would print its message, which may quote
 * data. Captured, because a mere listener leaves the message to what NODE_OPTIONS may ask for: a report, a trace, a core dump. The
 * last caller's log counts.
 */
export const endAtCrash = (program: Program, log: Log): void => {
  const end = (thrown: unknown): void => {
    log('crashed', { code: 'internal', where: whereThrown(thrown) })
    program.exit(1)
  }
  program.setUncaughtExceptionCaptureCallback(null)
  program.setUncaughtExceptionCaptureCallback(end)
  program.removeAllListeners('unhandledRejection')
  program.on('unhandledRejection', end)
}
