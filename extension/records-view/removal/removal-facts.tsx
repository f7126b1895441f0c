import type { Negativation } from '../../../shared/api.ts'
import { formatInstant } from '../../../shared/business-time.ts'
import { fill } from '../../../shared/errors.ts'
import { Banner } from '../../ui/banner.tsx'
import { ExplainedBanner } from '../../ui/explained-banner.tsx'
import { StateLine } from '../../ui/state-line.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { deadlineWords } from '../deadline-words.ts'
import { Fact } from '../detail/record-facts.tsx'
import { isHarmful } from '../state-look.ts'

/** Who wanted the name cleared and why, until when it has to be done, and how often it was tried. */
export const RemovalFacts = ({ record }: { record: Negativation }) => {
  const { records, negativation } = useTexts()
  const words = records.removal
  const { removal, alarm } = record
  if (!removal) return null
  const { cause, reason, requestedBy, requestedAt, attempts, nextAttemptAt, problem, isHeld } = removal
  const deadline = deadlineWords(record, records.deadline).join(' · ')
  return (
    <>
      {isHeld ? <Banner tone="attention" text={words.held} /> : null}
      <p>
        {fill(words.wish, { cause: negativation.causes[cause], reason: `${reason.code} · ${reason.text}` })}
      </p>
      <p class="muted">{fill(words.requested, { actor: requestedBy, date: formatInstant(requestedAt) })}</p>
      <dl class="facts">
        {deadline ? (
          <Fact name={words.deadline}>
            <StateLine tone={isHarmful(alarm) ? 'harm' : 'attention'} icon="clock">
              {deadline}
            </StateLine>
          </Fact>
        ) : null}
        <Fact name={words.attempts}>{attempts}</Fact>
        {nextAttemptAt ? <Fact name={words.next}>{formatInstant(nextAttemptAt)}</Fact> : null}
      </dl>
      {problem ? <ExplainedBanner title={words.problem} error={problem} /> : null}
    </>
  )
}
