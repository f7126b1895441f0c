import { scopes as allScopes } from '../../shared/api.ts'
import type { Client, OperationInput, OperationOutput, Scope } from '../../shared/api.ts'
import { formatInstant } from '../../shared/business-time.ts'
import { AppError, fill } from '../../shared/errors.ts'
import { ports } from '../../shared/ports.ts'
import { secretKey } from '../guards/hmac.ts'
import { readConsoleKey } from '../pairing/console-key.ts'
import { callService } from './call-service.ts'
import type { ConsoleOperation } from './call-service.ts'
import { dataFolder } from './data-folder.ts'
import { findService } from './find-service.ts'
import { textsOf } from './terminal.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

const call = async <Name extends ConsoleOperation>(
  terminal: Terminal,
  name: Name,
  input: OperationInput<Name>,
): Promise<OperationOutput<Name>> => {
  const secret = await readConsoleKey(dataFolder(terminal.env))
  if (secret === null) throw new AppError('service-off')
  const key = secretKey(secret)
  return callService({ port: await findService(ports, key), key }, name, input)
}

const scopeNames = (terminal: Terminal, scopes: readonly Scope[]): string =>
  scopes.map((scope) => textsOf(terminal).cli.scopes[scope]).join(', ')

const parseScopes = (list: string): Scope[] => {
  const asked = list.split(',').map((name) => name.trim())
  const known = allScopes.filter((scope) => asked.includes(scope))
  if (known.length !== new Set(asked).size) throw new UsageError('wrongScopes')
  return known
}

/** Opens the pairing window; prints the code on a line of its own. */
export const pair = async (terminal: Terminal, scopes: string | undefined): Promise<void> => {
  const { cli } = textsOf(terminal)
  const input = scopes === undefined ? {} : { scopes: parseScopes(scopes) }
  const opened = await call(terminal, 'pairingOpen', input)
  terminal.print(fill(cli.pairing, { minutes: Math.floor(opened.seconds / 60) }))
  terminal.print(opened.code)
  terminal.print(fill(cli.pairingScopes, { scopes: scopeNames(terminal, opened.scopes) }))
}

const describe = (terminal: Terminal, client: Client): string => {
  const { cli } = textsOf(terminal)
  const scopes = scopeNames(terminal, client.scopes)
  const pairedAt = formatInstant(client.pairedAt)
  const lastSeenAt = client.lastSeenAt === null ? cli.neverSeen : formatInstant(client.lastSeenAt)
  return fill(cli.client, { id: client.id, name: client.name, scopes, pairedAt, lastSeenAt })
}

/** One line for each paired browser, oldest first. */
export const clients = async (terminal: Terminal): Promise<void> => {
  const paired = (await call(terminal, 'consoleClients', {})).clients
  if (paired.length === 0) terminal.print(textsOf(terminal).cli.noClients)
  for (const client of paired) terminal.print(describe(terminal, client))
}

/** Ends the access of one browser at once. */
export const revoke = async (terminal: Terminal, id: string): Promise<void> => {
  await call(terminal, 'consoleRevoke', { id })
  terminal.print(textsOf(terminal).cli.revoked)
}
