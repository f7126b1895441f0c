/** So often within so many milliseconds the page may take ours away; a header that it makes anew every 300 ms is no fight. */
const most = 24
const within = 10_000

export interface Patience {
  /** The page took something of ours away. */
  strike: () => void
  /** The page does not want us here: what is taken away again and again stays away. */
  isOver: () => boolean
  /** Another address, another chance. */
  renew: () => void
}

/** Counts how often a page takes ours away, so that the two of us never fight over it. `now` is in milliseconds. */
export const createPatience = (now: () => number): Patience => {
  let strikes: number[] = []
  let isOver = false
  return {
    strike: () => {
      const at = now()
      strikes = [...strikes.filter((earlier) => at - earlier < within), at]
      isOver ||= strikes.length > most
    },
    isOver: () => isOver,
    renew: () => {
      strikes = []
      isOver = false
    },
  }
}
