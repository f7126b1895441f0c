/** The oldest Node that runs the service: older ones lack `Promise.withResolvers` and `Map.groupBy`, and would fail in the middle of work. */
export const leastNode = 22

/** Whether this version of Node, e.g. `20.20.2`, is older. */
export const isTooOld = (version: string): boolean => Number.parseInt(version, 10) < leastNode
