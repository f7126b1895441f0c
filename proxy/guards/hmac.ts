import { hash, timingSafeEqual } from 'node:crypto'

const blockBytes = 64
const digestBytes = 32
const digestLetters = 43
const usualText = 1024

/** A secret prepared for signing: the two padded blocks with which every HMAC of it begins (RFC 2104), with room behind them. */
export interface SigningKey {
  readonly inner: Buffer
  readonly outer: Buffer
}

const padded = (secret: Buffer, pad: number, room: number): Buffer => {
  const block = Buffer.alloc(blockBytes + room, pad)
  for (const [at, byte] of secret.entries()) block[at] = byte ^ pad
  return block
}

/** A secret as it was written down (32 bytes, base64url), ready for signing. Throws for one that no pairing has made. */
export const secretKey = (secret: string): SigningKey => {
  const bytes = Buffer.from(secret, 'base64url')
  if (bytes.length !== digestBytes) throw new TypeError('a secret has 32 bytes')
  return { inner: padded(bytes, 0x36, usualText * 3), outer: padded(bytes, 0x5c, digestBytes) }
}

/**
 * HMAC-SHA-256 over the UTF-8 bytes of a text of shared/signing.ts, base64url. Two one-shot hashes: `createHmac` builds a stream
 * for each call, which costs several times as much, twice for every request (tests/bench/guards.ts).
 */
export const hmacText = (key: SigningKey, text: string): string => {
  const room =
    text.length <= usualText ? key.inner : Buffer.concat([key.inner, Buffer.alloc(text.length * 3)])
  const end = blockBytes + room.write(text, blockBytes, 'utf8')
  key.outer.write(hash('sha256', room.subarray(0, end), 'binary'), blockBytes, 'latin1')
  return hash('sha256', key.outer, 'base64url')
}

const given = Buffer.alloc(digestLetters)
const right = Buffer.alloc(digestLetters)

/** Whether `signature` is the HMAC of `text`; takes the same time wherever the two differ. */
export const hmacEquals = (key: SigningKey, text: string, signature: string): boolean => {
  right.write(hmacText(key, text), 'latin1')
  given.fill(0)
  given.write(signature, 'latin1')
  return signature.length === digestLetters && timingSafeEqual(given, right)
}

/** Lower-case hex SHA-256. */
export const sha256Hex = (bytes: Uint8Array | string): string => hash('sha256', bytes, 'hex')
