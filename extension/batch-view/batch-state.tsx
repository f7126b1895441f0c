import type { BatchState } from '../../shared/api.ts'
import { StateLine } from '../ui/state-line.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { batchLooks } from './batch-look.ts'

/** A batch's state as icon and word. */
export const BatchStateLine = ({ state }: { state: BatchState }) => {
  const { states } = useTexts().batch
  return <StateLine {...batchLooks[state]}>{states[state]}</StateLine>
}
