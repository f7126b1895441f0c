import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { Random } from '../../shared/clock.ts'

const algorithm = 'aes-256-gcm'
const magic = Buffer.from('NADA1')
const ivLength = 12
// Fixed: without it a tag of 4 bytes would be accepted.
const authTagLength = 16

/**
 * `text` under AES-256-GCM with the 32-byte `key`. `label` is bound in, so that a file that was swapped for another one, or for
 * an older one, does not open.
 */
export const seal = (key: Uint8Array, label: string, text: string, random: Random): Buffer => {
  const iv = random(ivLength)
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength }).setAAD(Buffer.from(label))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([magic, iv, cipher.getAuthTag(), body])
}

/** The text that `seal` closed under the same key and label; throws for anything else: empty, cut, NULs, foreign. */
export const unseal = (key: Uint8Array, label: string, bytes: Buffer): string => {
  if (!bytes.subarray(0, magic.length).equals(magic)) throw new Error('not a sealed file')
  const ivEnd = magic.length + ivLength
  const tagEnd = ivEnd + authTagLength
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(magic.length, ivEnd), { authTagLength })
  decipher.setAAD(Buffer.from(label)).setAuthTag(bytes.subarray(ivEnd, tagEnd))
  return decipher.update(bytes.subarray(tagEnd), undefined, 'utf8') + decipher.final('utf8')
}
