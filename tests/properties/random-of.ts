import { pooled } from '../../proxy/store/pooled-random.ts'
import type { Random } from '../../shared/clock.ts'
import { keyStream } from './year/key-stream.ts'

/** Random bytes that are the same for the same seed. */
export const randomOf = (seed: number): Random => pooled(keyStream(seed))
