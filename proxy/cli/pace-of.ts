import type { Pace } from '../negativation/pace.ts'
import { fasterPace, usualPace } from '../negativation/pace.ts'

/**
 * The waits of the service: the usual ones, or so many times shorter for the demo and for tests. A real platform is never hurried: the
 * wish counts only where Connect is a simulator on this machine. Null: the wish was refused.
 */
export const paceOf = (wish: string | undefined, connectUrl: string): Pace | null => {
  if (wish === undefined || wish === '') return usualPace
  const times = Number(wish)
  const isSimulator = URL.canParse(connectUrl) && new URL(connectUrl).hostname === '127.0.0.1'
  return isSimulator && Number.isFinite(times) && times >= 1 ? fasterPace(times) : null
}
