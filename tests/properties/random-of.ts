import { createHash } from 'node:crypto'
import type { Random } from '../../shared/clock.ts'

/** Random bytes that are the same for the same seed. */
export const randomOf = (seed: number): Random => {
  let turn = 0
  return (bytes) => {
    turn += 1
    return new Uint8Array(createHash('shake128', { outputLength: bytes }).update(`${seed}:${turn}`).digest())
  }
}
