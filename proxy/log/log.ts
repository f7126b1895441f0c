import pino from 'pino'
import type { DestinationStream } from 'pino'

/** All that a log line may hold: never a document, a name, an address with query, a header, a body or a raw error. */
export interface LogFields {
  code?: string
  operation?: string
  /** A random id of ours: of a client, a query, an integration. */
  client?: string
  id?: string
  status?: number
  ms?: number
  count?: number
  port?: number
  pid?: number
  version?: string
  /** Function, file and line of a failure's first frames; no message. */
  where?: string
}

export type Log = (event: string, fields?: LogFields) => void

const allowed = [
  'code',
  'operation',
  'client',
  'id',
  'status',
  'ms',
  'count',
  'port',
  'pid',
  'version',
  'where',
] as const

/** One JSON line for each event. Copies the allowed fields by name, so that a wider object can smuggle nothing in. */
export const createLog = (destination: DestinationStream): Log => {
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination)
  return (event, fields = {}) => {
    const line: Record<string, unknown> = { event }
    for (const name of allowed) if (fields[name] !== undefined) line[name] = fields[name]
    logger.info(line)
  }
}

/** Where an error was thrown, without its message, which may quote data. */
export const whereThrown = (error: unknown): string => {
  if (!(error instanceof Error) || error.stack === undefined) return ''
  const message = error.stack.indexOf(error.message)
  const frames = error.stack.slice(message === -1 ? 0 : message + error.message.length).split('\n')
  return frames
    .map((frame) => frame.trim())
    .filter((frame) => /^at .+:\d+:\d+\)?$/.test(frame))
    .slice(0, 3)
    .join(' < ')
}

/** For tests and for callers that keep no log. */
export const silentLog: Log = () => {}
