import type { Log } from '../log/log.ts'
import type { Clients } from '../pairing/clients.ts'
import type { Handlers } from './handlers.ts'

type Names = 'clients' | 'clientRevoke' | 'consoleClients' | 'consoleRevoke'

/** The paired browsers and their revocation, for an administrator's browser and for the command line. */
export const clientsHandlers = ({ clients, log }: { clients: Clients; log: Log }): Pick<Handlers, Names> => {
  const list = async () => ({ clients: clients.list() })
  const revoke = async ({ id }: { id: string }) => {
    await clients.revoke(id)
    log('revoked', { client: id })
    return { ok: true } as const
  }
  return { clients: list, clientRevoke: revoke, consoleClients: list, consoleRevoke: revoke }
}
