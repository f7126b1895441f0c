import type { CredentialPair } from '../../../shared/api.ts'

/** A pair by the names that Connect's and HubSoft's own screens use, in every language. */
export const pairName: Readonly<Record<CredentialPair, string>> = {
  query: 'login/senha_consulta',
  pefin: 'login_pefin/senha_pefin',
}
