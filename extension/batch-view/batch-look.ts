import type { BatchState } from '../../shared/api.ts'
import type { Look } from '../ui/state-line.tsx'

/** Icon and tone of a batch's state; what waits for a person is amber. */
export const batchLooks: Record<BatchState, Look> = {
  reading: { tone: 'neutral', icon: 'clock' },
  draft: { tone: 'neutral', icon: 'todo' },
  approval: { tone: 'attention', icon: 'clock' },
  running: { tone: 'neutral', icon: 'current' },
  paused: { tone: 'attention', icon: 'pause' },
  stopped: { tone: 'attention', icon: 'warning' },
  interrupted: { tone: 'attention', icon: 'warning' },
  cancelled: { tone: 'neutral', icon: 'cross' },
  done: { tone: 'good', icon: 'check' },
}
