/** Unix milliseconds. Passed in everywhere, so that a test decides what time it is. */
export type Clock = () => number

/** So many random bytes. Passed in everywhere, for the same reason. */
export type Random = (bytes: number) => Uint8Array
