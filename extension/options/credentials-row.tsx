import { useState } from 'preact/hooks'
import type { CredentialPair, Integration } from '../../shared/api.ts'
import { fill } from '../../shared/errors.ts'
import { call } from '../messaging/call.ts'
import { Button } from '../ui/button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { formatDay } from '../../shared/business-time.ts'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'
import { CredentialsForm } from './credentials-form.tsx'
import { TestState } from './test-state.tsx'

interface CredentialsRowProps {
  pair: CredentialPair
  integration: Integration
  onSaved: (integration: Integration) => void
  isAdmin: boolean
}

/** One pair of Connect's credentials. A saved one is never shown again, only when it was kept, and whether Connect takes it. */
export const CredentialsRow = ({ pair, integration, onSaved, isAdmin }: CredentialsRowProps) => {
  const { options } = useTexts()
  const words = options.connect.pairs[pair]
  const { savedAt, tested } = integration[pair]
  const [isReplacing, setReplacing] = useState(false)
  const testing = useAction(async () => {
    const outcome = await call('credentialsTest', { id: integration.id, pair })
    onSaved({ ...integration, [pair]: { savedAt, tested: outcome } })
  })
  const showsForm = isAdmin && (isReplacing || !savedAt)

  return (
    <section class="pair stack" aria-label={words.title}>
      <div class="row">
        <h3 class="pair-title">{words.title}</h3>
        <span class="muted">
          {words.login} + {words.password}
        </span>
        {savedAt ? (
          <>
            <span class="muted">{fill(options.savedKept, { date: formatDay(savedAt) })}</span>
            {isAdmin && !isReplacing ? (
              <Button
                kind="quiet"
                label={`${options.replace} ${words.password}`}
                onPress={() => {
                  setReplacing(true)
                }}
              >
                {options.replace}
              </Button>
            ) : null}
          </>
        ) : null}
        <TestState savedAt={savedAt} tested={tested} />
        {isAdmin && savedAt ? (
          <span class="spread">
            <Button disabled={testing.busy} onPress={testing.start}>
              {testing.busy ? options.testing : words.test}
            </Button>
          </span>
        ) : null}
      </div>
      {!savedAt && pair === 'pefin' ? <p class="muted">{options.connect.pefinLater}</p> : null}
      {showsForm ? (
        <CredentialsForm
          pair={pair}
          integrationId={integration.id}
          onSaved={(saved) => {
            setReplacing(false)
            onSaved(saved)
          }}
          onCancel={
            savedAt
              ? () => {
                  setReplacing(false)
                }
              : undefined
          }
        />
      ) : null}
      <ErrorBanner
        error={testing.error ?? tested?.error ?? null}
        note={pair === 'pefin' && integration.query.tested?.ok ? options.connect.queryStillWorks : undefined}
      />
    </section>
  )
}
