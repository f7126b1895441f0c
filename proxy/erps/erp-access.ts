import { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { Vault } from '../vault/vault.ts'
import type { ErpAccess } from './erp.ts'

const user = z.object({
  clientId: z.string(),
  clientSecret: z.string(),
  username: z.string(),
  password: z.string(),
})
type ApiUser = Omit<ErpAccess, 'baseUrl'>

const keyOf = (id: string): string => `erp:${id}`

export const keepApiUser = (
  vault: Vault,
  id: string,
  { clientId, clientSecret, username, password }: ApiUser,
) => vault.set(keyOf(id), JSON.stringify({ clientId, clientSecret, username, password }))

export const forgetApiUser = (vault: Vault, id: string) => vault.delete(keyOf(id))

/** @throws `credentials-missing`, `vault-unavailable` */
export const readApiUser = async (vault: Vault, id: string): Promise<ApiUser> => {
  const kept = await vault.get(keyOf(id))
  if (kept === null)
    throw new AppError('credentials-missing', { params: { pair: 'client_id/client_secret' } })
  return user.parse(JSON.parse(kept))
}
