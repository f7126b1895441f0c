import type { SigningKey } from '../guards/hmac.ts'
import type { ClientRecord } from '../store/records.ts'

/** Somebody who can sign. */
export interface Identity {
  id: string
  key: SigningKey
  /** The paired browser; null for the console. */
  client: ClientRecord | null
}

export interface Identities {
  /** Undefined for who was never paired, or is no more. */
  find(id: string): Identity | undefined
}

export const consoleId = 'console'

/** The paired browsers, and the command line of this machine beside them. */
export const withConsole = (clients: Identities, key: SigningKey): Identities => {
  const ofConsole: Identity = { id: consoleId, key, client: null }
  return { find: (id) => (id === consoleId ? ofConsole : clients.find(id)) }
}
