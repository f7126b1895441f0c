import { fromBase64url, toBase64url } from './base64url.ts'

const hmac = { name: 'HMAC', hash: 'SHA-256' }
const utf8 = new TextEncoder()

/**
 * The secret that pairing handed out as a key which signs but can never be read again (attack 28).
 * Null when the text is no 32-byte secret.
 */
export const importKey = async (secret: string): Promise<CryptoKey | null> => {
  const bytes = fromBase64url(secret)
  return bytes?.length === 32 ? crypto.subtle.importKey('raw', bytes, hmac, false, ['sign', 'verify']) : null
}

/** HMAC-SHA-256 of a text, base64url. */
export const signText = async (key: CryptoKey, text: string): Promise<string> =>
  toBase64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8.encode(text))))

/** True when the signature is the one that our secret makes; compared in constant time by the browser. */
export const verifyText = async (key: CryptoKey, text: string, signature: string): Promise<boolean> => {
  const bytes = fromBase64url(signature)
  return bytes !== null && crypto.subtle.verify('HMAC', key, bytes, utf8.encode(text))
}

/** Lower-case hex SHA-256. */
export const sha256Hex = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
