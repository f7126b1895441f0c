import { useId } from 'preact/hooks'
import type { EligibilityCode, EligibilityReason } from '../../shared/api.ts'
import { useTexts } from '../ui/texts-context.tsx'
import { ReasonLine, ReasonLines } from './reason-line.tsx'
import type { Awareness } from './warnings.ts'
import { warningsOf } from './warnings.ts'

interface WarningsPartProps {
  reasons: readonly EligibilityReason[]
  awareness: Awareness
  onAwareness: (awareness: Awareness) => void
}

/** What speaks against the draft: what blocks, and each warning with its box; a written reason where one is wanted. */
export const WarningsPart = ({ reasons, awareness, onAwareness }: WarningsPartProps) => {
  const { confirm } = useTexts()
  const id = useId()
  const blocks = reasons.filter(({ level }) => level === 'block')
  const warnings = warningsOf(reasons)
  const toggle = (code: EligibilityCode) => {
    const { accepted } = awareness
    const isAccepted = accepted.includes(code)
    onAwareness({
      ...awareness,
      accepted: isAccepted ? accepted.filter((one) => one !== code) : [...accepted, code],
    })
  }
  return (
    <>
      <h2>{confirm.checks}</h2>
      {blocks.length > 0 || warnings.length === 0 ? (
        <ReasonLines reasons={blocks} none={confirm.noChecks} />
      ) : null}
      {warnings.map(({ code, reasons: same }) => (
        <div key={code} class="warning">
          <div id={`${id}-${code}`}>
            {same.map((reason) => (
              <ReasonLine key={JSON.stringify(reason.params)} reason={reason} />
            ))}
          </div>
          <label class="option">
            <input
              type="checkbox"
              checked={awareness.accepted.includes(code)}
              aria-describedby={`${id}-${code}`}
              onChange={() => toggle(code)}
            />
            <span>{confirm.aware}</span>
          </label>
        </div>
      ))}
      {warnings.some(({ isWritten }) => isWritten) ? (
        <div class="field">
          <label for={`${id}-written`}>{confirm.written}</label>
          <textarea
            id={`${id}-written`}
            rows={3}
            maxLength={500}
            value={awareness.written}
            aria-describedby={`${id}-hint`}
            onInput={(event) => onAwareness({ ...awareness, written: event.currentTarget.value })}
          />
          <span id={`${id}-hint`} class="field-hint">
            {confirm.writtenHint}
          </span>
        </div>
      ) : null}
    </>
  )
}
