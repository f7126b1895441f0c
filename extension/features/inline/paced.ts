/** A run is followed by a rest so many times as long: whatever the page does, it costs a hundredth of the time. */
const restTimesCost = 100

interface PacedParts {
  work: () => void
  /** Runs something once the page has laid out its next frame: its geometry is known then, and reading it costs nothing. */
  afterLayout: (run: () => void) => void
  /** Monotonic milliseconds. */
  now: () => number
  signal: AbortSignal
}

/** A wish for work, which may be told at every event: many wishes are one run, and what a run took it rests many times over. */
export const paced = ({ work, afterLayout, now, signal }: PacedParts): (() => void) => {
  let isWanted = false
  let restUntil = 0
  const run = (): void => {
    isWanted = false
    if (signal.aborted) return
    const begun = now()
    work()
    const ended = now()
    restUntil = ended + (ended - begun) * restTimesCost
  }
  return () => {
    if (isWanted || signal.aborted) return
    isWanted = true
    const rest = restUntil - now()
    if (rest > 0) setTimeout(() => afterLayout(run), rest)
    else afterLayout(run)
  }
}
