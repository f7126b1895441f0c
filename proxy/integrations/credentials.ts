import { z } from 'zod'
import type { CredentialPair } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import type { Credentials } from '../bureaus/bureau.ts'
import { pairName } from '../bureaus/connect/pair-name.ts'
import type { Vault } from '../vault/vault.ts'

const schema = z.object({ login: z.string(), password: z.string() })

const keyOf = (integrationId: string, pair: CredentialPair): string => `connect-${pair}:${integrationId}`

export const keepCredentials = (vault: Vault, id: string, pair: CredentialPair, credentials: Credentials) =>
  vault.set(keyOf(id, pair), JSON.stringify(credentials))

export const forgetCredentials = (vault: Vault, id: string, pair: CredentialPair) =>
  vault.delete(keyOf(id, pair))

/** The pair's secrets. @throws `credentials-missing`, `vault-unavailable` */
export const readCredentials = async (
  vault: Vault,
  id: string,
  pair: CredentialPair,
): Promise<Credentials> => {
  const kept = await vault.get(keyOf(id, pair))
  if (kept === null) throw new AppError('credentials-missing', { params: { pair: pairName[pair] } })
  return schema.parse(JSON.parse(kept))
}
