import type { ComponentChildren } from 'preact'
import type { Batch } from '../../shared/api.ts'
import { fill } from '../../shared/errors.ts'
import { shownDocument } from '../ui/shown-document.ts'
import { useTexts } from '../ui/texts-context.tsx'

export const Fact = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

type Sent = Pick<Batch, 'environment' | 'integration' | 'creditor' | 'reason'>

/** Where it goes, as a chip that cannot be taken for the other. */
export const EnvironmentChip = ({ environment }: Pick<Batch, 'environment'>) => (
  <strong class={`chip chip-${environment}`}>{useTexts().negativation.environments[environment]}</strong>
)

/** Where, in whose name and for which reason it is sent, in one line. */
export const SentLine = ({ environment, integration, creditor, reason }: Sent) => {
  const { simulation } = useTexts().batch
  return (
    <p class="row sent-line">
      <EnvironmentChip environment={environment} />
      <span>{integration}</span>
      <span class="document">{fill(simulation.creditor, { document: shownDocument(creditor) })}</span>
      <span>{fill(simulation.reason, reason)}</span>
    </p>
  )
}
