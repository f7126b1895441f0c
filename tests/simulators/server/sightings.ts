/** Everything a server saw, in order, with a way to wait for the next thing without sleeping. */
export interface Sightings<Entry> {
  readonly all: readonly Entry[]
  add: (entry: Entry) => void
  clear(): void
  /** Resolves once `count` entries match; at once when they already do. */
  seen(match: (entry: Entry) => boolean, count?: number): Promise<Entry[]>
}

interface Waiter {
  check(): boolean
}

export const sightings = <Entry>(): Sightings<Entry> => {
  const all: Entry[] = []
  let waiters: Waiter[] = []
  return {
    all,
    add: (entry) => {
      all.push(entry)
      waiters = waiters.filter((waiter) => !waiter.check())
    },
    clear: () => void all.splice(0),
    seen: (match, count = 1) =>
      new Promise((resolve) => {
        const check = (): boolean => {
          const found = all.filter(match)
          if (found.length < count) return false
          resolve(found)
          return true
        }
        if (!check()) waiters.push({ check })
      }),
  }
}
