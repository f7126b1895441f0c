import { useState } from 'preact/hooks'
import type { Integration } from '../../shared/api.ts'
import { credentialPairs } from '../../shared/api.ts'
import { formatDocument } from '../../shared/document.ts'
import { fill } from '../../shared/errors.ts'
import { call } from '../messaging/call.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmButton } from '../ui/confirm-button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'
import { dropById, putById } from './by-id.ts'
import { CredentialsRow } from './credentials-row.tsx'
import { IntegrationForm } from './integration-form.tsx'
import type { Setup } from './use-setup.ts'

interface IntegrationCardProps {
  integration: Integration
  change: Setup['change']
  isAdmin: boolean
}

/** One saved integration: what it is, its two credential pairs, and the ways to alter or remove it. */
export const IntegrationCard = ({ integration, change, isAdmin }: IntegrationCardProps) => {
  const { options } = useTexts()
  const words = options.connect
  const [isEditing, setEditing] = useState(false)
  const put = (saved: Integration) => {
    change(({ integrations }) => ({ integrations: putById(integrations, saved) }))
  }
  const removing = useAction(async () => {
    await call('integrationRemove', { id: integration.id })
    change(({ integrations }) => ({ integrations: dropById(integrations, integration.id) }))
  })

  return (
    <article class="card stack" aria-label={integration.description}>
      {isEditing ? (
        <IntegrationForm
          integration={integration}
          onSaved={(saved) => {
            setEditing(false)
            put(saved)
          }}
          onCancel={() => {
            setEditing(false)
          }}
        />
      ) : (
        <header class="row">
          <h3>{integration.description}</h3>
          <span class="document">{formatDocument(integration.creditor)}</span>
          <span class={`chip chip-${integration.environment}`}>
            {words.environments[integration.environment]}
          </span>
          <span class="chip">{words.formats[integration.answerFormat]}</span>
          {isAdmin ? (
            <span class="row spread">
              <Button
                onPress={() => {
                  setEditing(true)
                }}
              >
                {words.edit}
              </Button>
              <ConfirmButton
                text={options.remove}
                title={fill(words.removeTitle, { name: integration.description })}
                explanation={words.removeText}
                cancel={options.cancel}
                disabled={removing.busy}
                onConfirm={removing.start}
              />
            </span>
          ) : null}
        </header>
      )}
      {integration.environment === 'test' && !isEditing ? (
        <Banner tone="attention" text={words.testBanner} />
      ) : null}
      <ErrorBanner error={removing.error} />
      {credentialPairs.map((pair) => (
        <CredentialsRow key={pair} pair={pair} integration={integration} onSaved={put} isAdmin={isAdmin} />
      ))}
    </article>
  )
}
