import type { CustomerOverview } from '../../shared/api.ts'
import { formatDocument, parseDocument } from '../../shared/document.ts'
import { fill } from '../../shared/errors.ts'
import { Banner } from '../ui/banner.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import type { Choice } from './choice.ts'
import { chosenIntegration, withIntegration } from './choice.ts'
import { ReasonLines } from './reason-line.tsx'

interface SendingPartProps {
  overview: CustomerOverview
  choice: Choice
  onChoice: (choice: Choice) => void
}

/** In whose name and for which reason it is sent, and what is to be said about the person. */
export const SendingPart = ({ overview, choice, onChoice }: SendingPartProps) => {
  const { confirm } = useTexts()
  const integration = chosenIntegration(choice, overview)
  return (
    <section class="confirm-part" aria-label={confirm.sendingPart}>
      <h2>{confirm.sendingPart}</h2>
      {overview.integrations.length > 1 ? (
        <SelectField
          label={confirm.integration}
          value={choice.integrationId}
          options={overview.integrations.map(({ id, description }) => ({ value: id, text: description }))}
          onValue={(id) => onChoice(withIntegration(choice, id, overview))}
        />
      ) : null}
      {integration ? (
        <IntegrationFacts integration={integration} isNamed={overview.integrations.length > 1} />
      ) : null}
      <SelectField
        label={confirm.reason}
        value={choice.reasonCode}
        options={[
          { value: '', text: confirm.chooseReason },
          ...(integration?.inclusionReasons ?? []).map(({ code, text }) => ({
            value: code,
            text: `${code} · ${text}`,
          })),
        ]}
        onValue={(reasonCode) => onChoice({ ...choice, reasonCode })}
      />
      <h2>{confirm.checks}</h2>
      <ReasonLines reasons={overview.reasons} none={confirm.noChecks} />
    </section>
  )
}

type Integration = CustomerOverview['integrations'][number]

const creditorText = (creditor: string): string => {
  const document = parseDocument(creditor)
  return document ? formatDocument(document) : creditor
}

interface IntegrationFactsProps {
  integration: Integration
  /** Its name stands in the choice already. */
  isNamed: boolean
}

/** The creditor, and whether this integration can include at all. */
const IntegrationFacts = ({ integration, isNamed }: IntegrationFactsProps) => {
  const { confirm } = useTexts()
  const names: Record<string, string> = confirm.missingNames
  const missing = integration.missing.map((name) => names[name] ?? name).join(', ')
  return (
    <>
      <p>
        {isNamed ? null : (
          <>
            {integration.description}
            <br />
          </>
        )}
        <span class="muted document">
          {fill(confirm.creditor, { document: creditorText(integration.creditor) })}
        </span>
      </p>
      {integration.environment === 'test' ? <Banner tone="attention" text={confirm.testEnvironment} /> : null}
      {missing ? (
        <Banner tone="attention" text={fill(confirm.missing, { missing })} hint={confirm.missingHint} />
      ) : null}
    </>
  )
}
