import { useId } from 'preact/hooks'
import type { EligibilityCode, Simulation } from '../../../shared/api.ts'
import { StateLine } from '../../ui/state-line.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { groupReason } from './reason-words.ts'
import { TotalCells, TotalHeads } from './totals-table.tsx'

interface WarningTableProps {
  warnings: Simulation['warnings']
  accepted: readonly EligibilityCode[]
  onAccepted: (accepted: EligibilityCode[]) => void
}

/** Each warning with its box and how many it concerns; nothing is accepted before a person does it. */
export const WarningTable = ({ warnings, accepted, onAccepted }: WarningTableProps) => {
  const { simulation } = useTexts().batch
  const title = useId()
  return (
    <section class="batch-box" aria-labelledby={title}>
      <h3 id={title}>{simulation.warnings}</h3>
      {warnings.length === 0 ? (
        <StateLine tone="good">{simulation.noWarnings}</StateLine>
      ) : (
        <>
          <p class="muted">{simulation.warningsHint}</p>
          <table class="table figures" aria-labelledby={title}>
            <thead>
              <tr>
                <th>{simulation.aware}</th>
                <TotalHeads />
              </tr>
            </thead>
            <tbody>
              {warnings.map((warning) => (
                <WarningRow
                  key={warning.code}
                  warning={warning}
                  isAccepted={accepted.includes(warning.code)}
                  onAccepted={(isAccepted) => {
                    const others = accepted.filter((code) => code !== warning.code)
                    onAccepted(isAccepted ? [...others, warning.code] : others)
                  }}
                />
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

interface WarningRowProps {
  warning: Simulation['warnings'][number]
  isAccepted: boolean
  onAccepted: (isAccepted: boolean) => void
}

const WarningRow = (props: WarningRowProps) => (
  <tr>
    <td>
      <WarningChoice {...props} />
    </td>
    <TotalCells total={props.warning.total} />
  </tr>
)

const WarningChoice = ({ warning, isAccepted, onAccepted }: WarningRowProps) => {
  const texts = useTexts()
  return (
    <label class="warning-choice">
      <input
        type="checkbox"
        checked={isAccepted}
        onChange={(event) => onAccepted(event.currentTarget.checked)}
      />
      <StateLine tone="attention">
        {groupReason(warning.code, texts)}
        {warning.written ? <span class="chip warning-written">{texts.batch.simulation.written}</span> : null}
      </StateLine>
    </label>
  )
}
