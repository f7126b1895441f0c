/** A thing to be done again and again; milliseconds between two times, 0 for every tick. */
export interface Work {
  every: number
  run: () => Promise<void>
}

interface RegularWorkDeps {
  /** Monotonic milliseconds: a clock that is set forward or back moves nothing (case G75). */
  elapsed: () => number
  /** Told when a work failed; it is done again when it is due. */
  onFailure: (thrown: unknown) => void
}

/**
 * One tick of everything that the process does by itself. Each work stands alone: one that fails or takes long holds up no other, and
 * does not overlap with itself. Resolves when what this tick began is done.
 */
export const regularWork = (works: readonly Work[], { elapsed, onFailure }: RegularWorkDeps) => {
  const lanes = works.map(({ every, run }) => ({ every, run, isRunning: false, doneAt: -Infinity }))
  const step = async (lane: (typeof lanes)[number]): Promise<void> => {
    if (lane.isRunning || elapsed() - lane.doneAt < lane.every) return
    lane.isRunning = true
    lane.doneAt = elapsed()
    await lane
      .run()
      .catch(onFailure)
      .finally(() => {
        lane.isRunning = false
      })
  }
  return async (): Promise<void> => {
    await Promise.all(lanes.map(step))
  }
}
