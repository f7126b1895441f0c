import { operations } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import type { Guard } from './guard.ts'

const extensionOrigin =
  /^(?:chrome-extension:\/\/[a-p]{32}|moz-extension:\/\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/

interface OriginDeps {
  /** Whether a live pairing was made from this raw Origin. */
  knowsOrigin: (origin: string) => boolean
  pairingOpen: () => boolean
}

/**
 * An Origin can refuse, never authenticate: many requests carry none. Compared as raw strings, because Node's URL gives every
 * extension the origin `null`. A preflight is always refused and no CORS header is ever sent: the host permission of the
 * extension makes them needless. `Sec-Fetch-Site` catches the `<img>` of a page, which has no Origin.
 */
export const originGuard = ({ knowsOrigin, pairingOpen }: OriginDeps): Guard =>
  function origin(c, next) {
    if (c.req.method === 'OPTIONS') throw new AppError('origin-refused')
    const origin = c.req.header('origin')
    if (origin === undefined) {
      const site = c.req.header('sec-fetch-site')
      if (site === 'cross-site' || site === 'same-site') throw new AppError('origin-refused')
      return next()
    }
    if (knowsOrigin(origin)) return next()
    if (c.req.path !== operations.pair.path || !extensionOrigin.test(origin))
      throw new AppError('origin-refused')
    if (!pairingOpen()) throw new AppError('pairing-closed')
    return next()
  }
