import type { Random } from '../../shared/clock.ts'
import type { Document } from '../../shared/document.ts'
import { hmacText, secretKey } from '../guards/hmac.ts'
import { inTurn } from '../store/in-turn.ts'
import type { InTurn } from '../store/in-turn.ts'
import type { Vault } from '../vault/vault.ts'

const vaultKey = 'privacy:person'
/** One secret for each vault, whoever asks first. */
const turns = new WeakMap<Vault, InTurn>()

/**
 * Names a person in what outlives an erasure: a keyed hash of the document. Who has the data but not the vault cannot try out all
 * documents; who asks with the document finds it again. @throws `vault-unavailable`
 */
export const personHash = ({ vault, random }: { vault: Vault; random: Random }) => {
  const turn = turns.get(vault) ?? inTurn()
  turns.set(vault, turn)
  const secret = (): Promise<string> =>
    turn(async () => {
      const known = await vault.get(vaultKey)
      if (known !== null) return known
      const fresh = Buffer.from(random(32)).toString('base64url')
      await vault.set(vaultKey, fresh)
      return fresh
    })
  return async (document: Document): Promise<string> => hmacText(secretKey(await secret()), document)
}
