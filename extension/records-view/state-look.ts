import type { Alarm, Negativation, NegativationState } from '../../shared/api.ts'
import type { Look } from '../ui/state-line.tsx'

const looks: Record<NegativationState, Look> = {
  draft: { tone: 'neutral', icon: 'todo' },
  cancelled: { tone: 'neutral', icon: 'cross' },
  sending: { tone: 'neutral', icon: 'clock' },
  unknown: { tone: 'attention', icon: 'warning' },
  'not-included': { tone: 'neutral', icon: 'cross' },
  sent: { tone: 'neutral', icon: 'clock' },
  rejected: { tone: 'neutral', icon: 'cross' },
  active: { tone: 'neutral', icon: 'current' },
  'removal-requested': { tone: 'attention', icon: 'clock' },
  removing: { tone: 'attention', icon: 'clock' },
  verifying: { tone: 'attention', icon: 'clock' },
  removed: { tone: 'good', icon: 'check' },
}

/** From here on the person may come to harm. */
const harmful: ReadonlySet<Alarm> = new Set(['one-day', 'three-days', 'overdue'])

export const isHarmful = (alarm: Alarm): boolean => harmful.has(alarm)

/** Icon and tone of a record's state; red only where the person may come to harm. */
export const lookOf = ({ state, alarm }: Pick<Negativation, 'state' | 'alarm'>): Look =>
  isHarmful(alarm) ? { tone: 'harm', icon: 'warning' } : looks[state]
