/** Remembers what it has seen for at least `ms` and at most twice as long, in two generations, so that forgetting costs nothing. */
export const nonceMemory = (ms: number) => {
  let current = new Set<string>()
  let previous = new Set<string>()
  let turnedAt = 0
  return {
    /** True the first time, false for a repetition. `now` in Unix milliseconds. */
    isNew: (nonce: string, now: number): boolean => {
      if (now - turnedAt >= ms) {
        previous = now - turnedAt >= 2 * ms ? new Set() : current
        current = new Set()
        turnedAt = now
      }
      if (current.has(nonce) || previous.has(nonce)) return false
      current.add(nonce)
      return true
    },
  }
}
