/** Whether a process lives. What it asks of the disk and of the network passes through here. */
export interface Mortality {
  readonly isDead: boolean
  /** Acts so far: one that stands still says that nothing goes on. */
  readonly acts: number
  /** Dies at one of its next acts, before or after it is done. */
  dieAfter(acts: number, isBefore: boolean): void
  kill(): void
  /** Does an act of the living; of the dead nothing is done and nothing ever comes back. */
  living<Result>(act: () => Result | Promise<Result>): Promise<Result>
}

const never = (): Promise<never> => new Promise(() => {})

export const mortality = (): Mortality => {
  let isDead = false
  let acts = 0
  let last: { at: number; isBefore: boolean } | null = null
  return {
    get isDead() {
      return isDead
    },
    get acts() {
      return acts
    },
    dieAfter: (count, isBefore) => {
      last = { at: acts + count, isBefore }
    },
    kill: () => {
      isDead = true
    },
    living: async (act) => {
      if (isDead) return never()
      acts += 1
      const isLast = last !== null && acts >= last.at
      if (isLast && last?.isBefore) isDead = true
      if (isDead) return never()
      const pending = act()
      // The deed is done; its doer does not learn of it.
      if (isLast) isDead = true
      const result = await pending
      return isDead ? never() : result
    },
  }
}
