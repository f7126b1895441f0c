import type { Wait } from './lane.ts'

export interface InsistDeps {
  wait: Wait
  /** The service is being stopped: nothing is tried again. */
  closing: AbortSignal
  onFailure: (thrown: unknown) => void
}

/** Milliseconds between two tries. */
const pause = 5_000

/** Does it again and again until it is done, or the service is being stopped; never rejects. */
export const insist = async (
  task: () => Promise<unknown>,
  { wait, closing, onFailure }: InsistDeps,
): Promise<void> => {
  while (!closing.aborted) {
    try {
      await task()
      return
    } catch (thrown) {
      onFailure(thrown)
      await wait(pause, closing)
    }
  }
}
