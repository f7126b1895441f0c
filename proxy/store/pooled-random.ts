import type { Random } from '../../shared/clock.ts'

const poolBytes = 6144

/** The same random bytes, fetched many at a time: the system is slow to give a few, and every seal needs twelve. */
export const pooled = (random: Random): Random => {
  let pool: Uint8Array = new Uint8Array(0)
  return (bytes) => {
    if (bytes > poolBytes) return random(bytes)
    if (pool.length < bytes) pool = random(poolBytes)
    const taken = pool.subarray(0, bytes)
    pool = pool.subarray(bytes)
    return taken
  }
}
