/**
 * The oldest Node that runs the service, seen by running it. Older ones lack `zlib.crc32`, `Promise.withResolvers` and `Map.groupBy`,
 * and the latter two would fail in the middle of work.
 */
export const leastNode = '22.2.0'

/** Whether this version of Node, e.g. `20.20.2`, is older. */
export const isTooOld = (version: string): boolean =>
  version.localeCompare(leastNode, 'en', { numeric: true }) < 0
