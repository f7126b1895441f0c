import type { TestOutcome } from '../../shared/api.ts'
import { fill } from '../../shared/errors.ts'
import { formatDay } from '../../shared/business-time.ts'
import { StateLine } from '../ui/state-line.tsx'
import { useTexts } from '../ui/texts-context.tsx'

interface TestStateProps {
  savedAt: string | null
  tested: TestOutcome | null
}

/** What is known of a saved credential: missing, untested, taken or refused, and when. */
export const TestState = ({ savedAt, tested }: TestStateProps) => {
  const { connect } = useTexts().options
  if (!savedAt) return <StateLine tone="neutral">{connect.pairMissing}</StateLine>
  if (!tested) return <StateLine tone="neutral">{connect.untested}</StateLine>
  return (
    <>
      {tested.ok ? (
        <StateLine tone="good">{connect.valid}</StateLine>
      ) : (
        <StateLine tone="attention" icon="cross">
          {connect.refused}
        </StateLine>
      )}
      <span class="muted">{fill(connect.testedAt, { date: formatDay(tested.at) })}</span>
    </>
  )
}
