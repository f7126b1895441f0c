import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { CipherKey } from 'node:crypto'
import type { Random } from '../../shared/clock.ts'

const algorithm = 'aes-256-gcm'
const magic = Buffer.from('NADA1')
const ivEnd = magic.length + 12
// Fixed: without it a tag of 4 bytes would be accepted.
const authTagLength = 16
const tagEnd = ivEnd + authTagLength

/** A seal that wants nothing but its content. For one content only: a nonce is never used twice. */
export type ReadySeal = (bytes: Uint8Array) => Buffer

/** Key, nonce and label of a seal, done ahead. */
export const readySeal = (key: CipherKey, label: string, random: Random): ReadySeal => {
  const iv = random(ivEnd - magic.length)
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength }).setAAD(Buffer.from(label))
  return (bytes) => {
    const body = cipher.update(bytes)
    cipher.final()
    return Buffer.concat([magic, iv, cipher.getAuthTag(), body])
  }
}

/**
 * `bytes` under AES-256-GCM with the 32-byte `key` (a `KeyObject` saves two thirds of the time). `label` is bound in, so that a file
 * that was swapped for another one, or for an older one, does not open.
 */
export const sealBytes = (key: CipherKey, label: string, bytes: Uint8Array, random: Random): Buffer =>
  readySeal(key, label, random)(bytes)

/** What `sealBytes` closed under the same key and label; throws for anything else: empty, cut, NULs, foreign. */
export const unsealBytes = (key: CipherKey, label: string, bytes: Buffer): Buffer => {
  if (!bytes.subarray(0, magic.length).equals(magic)) throw new Error('not a sealed file')
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(magic.length, ivEnd), { authTagLength })
  decipher.setAAD(Buffer.from(label)).setAuthTag(bytes.subarray(ivEnd, tagEnd))
  const body = decipher.update(bytes.subarray(tagEnd))
  decipher.final()
  return body
}

export const seal = (key: CipherKey, label: string, text: string, random: Random): Buffer =>
  sealBytes(key, label, Buffer.from(text), random)

export const unseal = (key: CipherKey, label: string, bytes: Buffer): string =>
  unsealBytes(key, label, bytes).toString('utf8')

/** The checksum in a seal: it depends on every byte, on the label and on the key. */
export const tagOf = (sealed: Buffer): string => sealed.subarray(ivEnd, tagEnd).toString('base64url')
