import type { EligibilityCode } from '../../../shared/api.ts'
import { StateLine } from '../../ui/state-line.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { groupReason } from '../draft/reason-words.ts'

/** The warnings that go along with a batch, one line each. */
export const AcceptedList = ({ accepted }: { accepted: readonly EligibilityCode[] }) => {
  const texts = useTexts()
  const { confirm } = texts.batch
  return (
    <>
      <h3>{confirm.accepted}</h3>
      {accepted.length === 0 ? <p class="muted">{confirm.noneAccepted}</p> : null}
      <ul class="stack-tight">
        {accepted.map((code) => (
          <li key={code}>
            <StateLine tone="attention">{groupReason(code, texts)}</StateLine>
          </li>
        ))}
      </ul>
    </>
  )
}
