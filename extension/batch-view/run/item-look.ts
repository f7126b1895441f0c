import type { BatchItemState } from '../../../shared/api.ts'
import type { Look } from '../../ui/state-line.tsx'

/** Icon and tone of a debt's state in its batch. Nobody is harmed by any of them, so none is red. */
export const itemLooks: Readonly<Record<BatchItemState, Look>> = {
  waiting: { tone: 'neutral', icon: 'todo' },
  sending: { tone: 'neutral', icon: 'clock' },
  sent: { tone: 'good', icon: 'check' },
  refused: { tone: 'attention', icon: 'cross' },
  unknown: { tone: 'attention', icon: 'warning' },
  skipped: { tone: 'neutral', icon: 'info' },
  failed: { tone: 'attention', icon: 'cross' },
  cancelled: { tone: 'neutral', icon: 'cross' },
}
