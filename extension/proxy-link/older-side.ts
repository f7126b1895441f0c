import { apiVersion } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import type { OlderSide } from './link-state.ts'

export interface Versions {
  extension: string
  service: string
}

const numbersOf = (version: string): number[] =>
  version.split('.').map((part) => Number.parseInt(part, 10) || 0)

/** Negative where `one` is the older version, 0 where both are the same: by their numbers, from the left. */
const compare = (one: string, other: string): number => {
  const [first, second] = [numbersOf(one), numbersOf(other)]
  const places = Array.from({ length: Math.max(first.length, second.length) }, (_, place) => place)
  const differing = places.find((place) => (first[place] ?? 0) !== (second[place] ?? 0))
  return differing === undefined ? 0 : (first[differing] ?? 0) - (second[differing] ?? 0)
}

/** By the versions, where both speak the same API and one does not know what the other said. */
export const olderSide = ({ extension, service }: Versions): OlderSide => {
  const order = compare(extension, service)
  if (order === 0) return 'version-mismatch'
  return order < 0 ? 'extension-older' : 'service-older'
}

/** By the number of the API that the service speaks, which is not ours. */
export const olderByApi = (api: number): OlderSide => (api > apiVersion ? 'extension-older' : 'service-older')

/** The error that says which one to update, with both versions. */
export const olderError = (side: OlderSide, { extension, service }: Versions): AppError =>
  new AppError(side, { params: { extension, service } })

/**
 * The service's refusal of a request that its API should know: an operation that is missing there, or a field that it has never
 * heard of. Null for every other refusal. A missing operation is an older service, unless it says itself that it is the newer one.
 */
export const refusedAsUnknown = ({ code, params }: AppError, versions: Versions): OlderSide | null => {
  if (code === 'extension-older' || code === 'service-older') return code
  const side = olderSide(versions)
  if (code === 'route-unknown' || code === 'method-refused')
    return side === 'version-mismatch' ? 'service-older' : side
  const isFieldUnknown = code === 'input-invalid' && params['field'] === '?'
  return isFieldUnknown && side !== 'version-mismatch' ? side : null
}
