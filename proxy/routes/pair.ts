import type { Scope } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import type { Log } from '../log/log.ts'
import type { Clients } from '../pairing/clients.ts'
import { showCode } from '../pairing/pairing-code.ts'
import { windowSeconds } from '../pairing/pairing-window.ts'
import type { PairingWindow } from '../pairing/pairing-window.ts'
import { refuseReservedName } from '../pairing/reserved-names.ts'
import type { Handlers } from './handlers.ts'

interface PairDeps {
  clients: Clients
  window: PairingWindow
  log: Log
}

const everything: Scope[] = ['query', 'include', 'remove', 'admin']
const everyday: Scope[] = ['query', 'include', 'remove']

/** Pairing: the console opens the window and shows the code, the browser enters it and receives its secret, once. */
export const pairHandlers = ({ clients, window, log }: PairDeps): Pick<Handlers, 'pairingOpen' | 'pair'> => ({
  pairingOpen: async ({ scopes }) => {
    // Somebody must be able to configure the installation: where nobody is, the next browser gets every scope.
    const isAdministered = clients.list().some((client) => client.scopes.includes('admin'))
    const given = scopes ?? (isAdministered ? everyday : everything)
    const code = showCode(window.open(given))
    log('pairing-opened')
    return { code, seconds: windowSeconds, scopes: given }
  },
  pair: async ({ code, name }, { origin }) => {
    if (origin === undefined) throw new AppError('origin-refused')
    // Before the code is used up.
    refuseReservedName(name)
    const scopes = window.enter(code)
    const { client, secret } = await clients.pair({ name, origin, scopes })
    log('paired', { client: client.id })
    return { client, secret }
  },
})
