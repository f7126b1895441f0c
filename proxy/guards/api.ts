import { apiVersion, operations } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import { headers } from '../../shared/signing.ts'
import type { Guard } from './guard.ts'

/**
 * Refuses a request that is written in an API which is not this one, and says which side is the older: its signature, its path or
 * its fields might mean something else there. `hello` tells everybody who we are. What is no number is left to the guard of the media
 * type, which wants ours on every POST.
 */
export const apiGuard = (version: string): Guard =>
  function api(c, next) {
    const told = c.req.header(headers.api) ?? ''
    const isNumber = /^[1-9]\d{0,5}$/.test(told)
    if (!isNumber || told === String(apiVersion) || c.req.path === operations.hello.path) return next()
    const code = Number(told) > apiVersion ? 'service-older' : 'extension-older'
    throw new AppError(code, { params: { extension: `API ${told}`, service: version } })
  }
