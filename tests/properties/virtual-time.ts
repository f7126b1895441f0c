/** A wall clock that a test moves, and what is to happen at its moments; nothing here waits. */
export interface VirtualTime {
  clock: () => number
  /** Milliseconds since the start, whatever was done to the wall clock. */
  elapsed: () => number
  /** Calls `act` once so many milliseconds have passed; a jump of the wall clock does not bring it nearer. */
  after(milliseconds: number, act: () => void): void
  /** Lets time pass; every due act runs at its moment. */
  advance(milliseconds: number): void
  /** Sets the wall clock forward or back; no time passes. */
  jump(milliseconds: number): void
}

export const virtualTime = (start: number): VirtualTime => {
  let offset = start
  let passed = 0
  let acts: { at: number; act: () => void }[] = []
  const runDue = (): void => {
    const due = acts.filter(({ at }) => at <= passed).toSorted((one, other) => one.at - other.at)
    acts = acts.filter(({ at }) => at > passed)
    for (const { act } of due) act()
  }
  return {
    clock: () => offset + passed,
    elapsed: () => passed,
    after: (milliseconds, act) => {
      acts.push({ at: passed + milliseconds, act })
    },
    advance: (milliseconds) => {
      passed += milliseconds
      runDue()
    },
    jump: (milliseconds) => {
      offset += milliseconds
    },
  }
}

/** Lets every promise that can go on go on; nothing here waits for anything outside the process. */
export const settle = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })
