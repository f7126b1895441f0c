import { AppError } from '../../shared/errors.ts'
import type { Log } from '../log/log.ts'
import type { Clients } from '../pairing/clients.ts'
import type { Caller, Handlers } from './handlers.ts'

type Names = 'clients' | 'clientRevoke' | 'clientUpdate' | 'consoleClients' | 'consoleRevoke'

/** The paired browsers, what each may do and its revocation, for an administrator's browser and for the command line. */
export const clientsHandlers = ({ clients, log }: { clients: Clients; log: Log }): Pick<Handlers, Names> => {
  const list = async () => ({ clients: clients.list() })
  const revoke = async ({ id }: { id: string }, { client }: Caller) => {
    await clients.revoke(id, client?.id ?? null)
    log('revoked', { client: id })
    return { ok: true } as const
  }
  return {
    clients: list,
    clientRevoke: revoke,
    clientUpdate: async ({ id, name, scopes }, { client }) => {
      if (!client) throw new AppError('scope-refused')
      return clients.update(id, { name, scopes }, client.id)
    },
    consoleClients: list,
    consoleRevoke: revoke,
  }
}
