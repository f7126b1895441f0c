import { AppError } from '../../shared/errors.ts'
import type { Guard } from './guard.ts'

/**
 * Refuses every request that was not addressed to exactly `127.0.0.1:PORT` (421): a page whose name was rebound to this machine
 * arrives with its own name (CVE-2018-5702). One exact string, because lists of loopback spellings are always short
 * (GHSA-xw57-23p8-9wc5). An absolute-form target changes the URL only, a second Host header the header only: both are compared.
 */
export const hostGuard = (port: () => number): Guard =>
  function host(c, next) {
    const address = `127.0.0.1:${port()}`
    if (c.req.header('host') !== address || !c.req.url.startsWith(`http://${address}/`))
      throw new AppError('host-refused')
    return next()
  }
