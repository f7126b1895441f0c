import type { EligibilityReason } from '../../shared/api.ts'
import { fill } from '../../shared/errors.ts'
import type { Texts } from '../../shared/locales/texts.ts'
import { StateLine } from '../ui/state-line.tsx'
import { useTexts } from '../ui/texts-context.tsx'

/** The sentence of a reason, with its values. */
export const reasonText = ({ code, params }: EligibilityReason, texts: Texts): string =>
  fill(texts.negativation.eligibility[code], params)

/** One reason as icon and sentence: a cross blocks, a triangle warns. */
export const ReasonLine = ({ reason }: { reason: EligibilityReason }) => {
  const texts = useTexts()
  const isBlock = reason.level === 'block'
  return (
    <StateLine tone={isBlock ? 'harm' : 'attention'} icon={isBlock ? 'cross' : 'warning'}>
      {reasonText(reason, texts)}
    </StateLine>
  )
}

/** The reasons of one thing, those that block first; a sentence of its own when there are none. */
export const ReasonLines = ({ reasons, none }: { reasons: readonly EligibilityReason[]; none: string }) => {
  if (reasons.length === 0) return <StateLine tone="good">{none}</StateLine>
  const sorted = reasons.toSorted((one, other) =>
    one.level < other.level ? -1 : one.level > other.level ? 1 : 0,
  )
  return (
    <ul class="reasons">
      {sorted.map((reason) => (
        <li key={`${reason.code} ${JSON.stringify(reason.params)}`}>
          <ReasonLine reason={reason} />
        </li>
      ))}
    </ul>
  )
}
