/** A customer of Connect: two pairs that know nothing of each other, and what is left to spend. */
export interface ConnectAccount {
  /** `login` and `senha_consulta`. */
  query: Pair
  /** `login_pefin` and `senha_pefin`; null for an account without PEFIN. */
  pefin: Pair | null
  /** Null for an account that is billed afterwards. */
  balanceCents: number | null
}

export interface Pair {
  login: string
  password: string
}

/** The accounts that exist at the start: one with both pairs, one prepaid, one without PEFIN. */
export const firstAccounts = (): ConnectAccount[] => [
  {
    query: { login: 'provedor', password: 'consulta-123' },
    pefin: { login: 'provedor-pefin', password: 'pefin-456' },
    balanceCents: null,
  },
  {
    query: { login: 'filial-serra', password: 'serra-consulta' },
    pefin: { login: 'filial-serra-pefin', password: 'serra-pefin' },
    balanceCents: 1_000,
  },
  { query: { login: 'so-consulta', password: 'leitura-789' }, pefin: null, balanceCents: null },
]

const same = (pair: Pair | null, login: string, password: string): boolean =>
  pair !== null && pair.login === login && pair.password === password

export const accountOfQuery = (accounts: readonly ConnectAccount[], login: string, password: string) =>
  accounts.find((account) => same(account.query, login, password))

export const accountOfPefin = (accounts: readonly ConnectAccount[], login: string, password: string) =>
  accounts.find((account) => same(account.pefin, login, password))
