import type { Access } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import type { Guard } from './guard.ts'

/** Each kind has its own lane, so that a flood of queries never holds up a removal. Reads are polls and cost nothing outside. */
export type Lane = 'read' | Access

export interface Limit {
  /** So many at once… */
  burst: number
  /** …and so many a second for good. */
  perSecond: number
}

export const limits: Record<Lane, Limit> = {
  read: { burst: 200, perSecond: 50 },
  public: { burst: 60, perSecond: 20 },
  console: { burst: 20, perSecond: 2 },
  query: { burst: 20, perSecond: 5 },
  include: { burst: 20, perSecond: 5 },
  remove: { burst: 60, perSecond: 20 },
  admin: { burst: 30, perSecond: 5 },
}

/** The lane of an operation. */
export const laneOf = (operation: { method: 'GET' | 'POST'; access: Access }): Lane =>
  operation.method === 'GET' && operation.access !== 'public' ? 'read' : operation.access

interface Bucket {
  tokens: number
  at: number
}

/** Token buckets, one for each caller and lane; `take` answers the milliseconds to wait, 0 for a token. */
export const tokenBuckets = (clock: Clock, table: Record<Lane, Limit> = limits) => {
  const buckets = new Map<string, Bucket>()
  return {
    take: (caller: string, lane: Lane): number => {
      const { burst, perSecond } = table[lane]
      const now = clock()
      const key = `${lane}:${caller}`
      const bucket = buckets.get(key) ?? { tokens: burst, at: now }
      buckets.set(key, bucket)
      const earned = (Math.max(0, now - bucket.at) / 1000) * perSecond
      bucket.tokens = Math.min(burst, bucket.tokens + earned)
      bucket.at = now
      if (bucket.tokens < 1) return ((1 - bucket.tokens) / perSecond) * 1000
      bucket.tokens -= 1
      return 0
    },
  }
}

/** Refuses with 429 and the seconds to wait. All unsigned callers share the public lane. */
export const rateGuard = (buckets: ReturnType<typeof tokenBuckets>, lane: Lane): Guard =>
  function rate(c, next) {
    const wait = buckets.take(c.get('identity')?.id ?? '', lane)
    if (wait > 0)
      throw new AppError('rate-refused', { params: { seconds: Math.ceil(wait / 1000) }, retry: 'safe' })
    return next()
  }
