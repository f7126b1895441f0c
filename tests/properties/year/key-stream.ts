import { createCipheriv } from 'node:crypto'
import type { Random } from '../../../shared/clock.ts'

/** Random bytes that are the same for the same seed, a megabyte as cheap as can be. */
export const keyStream = (seed: number): Random => {
  const key = Buffer.alloc(16)
  key.writeDoubleBE(seed)
  const cipher = createCipheriv('aes-128-ctr', key, Buffer.alloc(16))
  return (bytes) => cipher.update(Buffer.alloc(bytes))
}
