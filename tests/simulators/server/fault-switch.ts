/** A switch per call: the next request of that call, or every one, meets the fault. */
export interface FaultSwitch<Call extends string, Fault> {
  /** @param times `once` strikes the next request only; `always` strikes until `clear`. A number strikes so many requests. */
  set(call: Call, fault: Fault, times?: 'once' | 'always' | number): void
  /** Lets `skip` requests pass unharmed before the fault strikes (a token that dies at item 17). */
  after(call: Call, skip: number, fault: Fault, times?: 'once' | 'always' | number): void
  clear(call?: Call): void
  /** Lets every hanging call go; later ones hang again. */
  release(): void
}

interface Armed<Fault> {
  fault: Fault
  skip: number
  left: number
}

/** The server's side of the switch. */
export interface FaultSource<Call extends string, Fault> extends FaultSwitch<Call, Fault> {
  /** The fault that meets this request; each call of `take` uses one up. */
  take(call: Call): Fault | null
  /** Resolves at the next `release()`. */
  released(): Promise<void>
}

const count = (times: 'once' | 'always' | number): number => {
  if (times === 'once') return 1
  return times === 'always' ? Number.POSITIVE_INFINITY : times
}

export const faultSwitch = <Call extends string, Fault>(): FaultSource<Call, Fault> => {
  const armed = new Map<Call, Armed<Fault>>()
  let gate = Promise.withResolvers<void>()

  const after: FaultSwitch<Call, Fault>['after'] = (call, skip, fault, times = 'once') => {
    armed.set(call, { fault, skip, left: count(times) })
  }
  return {
    after,
    set: (call, fault, times = 'once') => after(call, 0, fault, times),
    clear: (call) => (call === undefined ? armed.clear() : void armed.delete(call)),
    release: () => {
      gate.resolve()
      gate = Promise.withResolvers<void>()
    },
    released: () => gate.promise,
    take: (call) => {
      const entry = armed.get(call)
      if (!entry) return null
      if (entry.skip > 0) {
        entry.skip -= 1
        return null
      }
      entry.left -= 1
      if (entry.left <= 0) armed.delete(call)
      return entry.fault
    },
  }
}
