import { useState } from 'preact/hooks'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { putById } from './by-id.ts'
import { IntegrationCard } from './integration-card.tsx'
import { IntegrationForm } from './integration-form.tsx'
import type { SetupData, Setup } from './use-setup.ts'

interface ConnectStepProps {
  data: SetupData
  change: Setup['change']
  isAdmin: boolean
}

/** Step 3: the contracts with Connect, side by side, each with its two pairs of credentials. */
export const ConnectStep = ({ data, change, isAdmin }: ConnectStepProps) => {
  const { options } = useTexts()
  const words = options.connect
  const [isAdding, setAdding] = useState(false)
  const isEmpty = data.integrations.length === 0
  const showsForm = isAdmin && (isAdding || isEmpty)

  return (
    <>
      {isEmpty ? (
        <Banner tone="neutral" text={words.empty} hint={isAdmin ? words.emptyHint : undefined} />
      ) : null}
      {data.integrations.map((integration) => (
        <IntegrationCard key={integration.id} integration={integration} change={change} isAdmin={isAdmin} />
      ))}
      {showsForm ? (
        <div class="card stack">
          <h3>{words.newTitle}</h3>
          <IntegrationForm
            integration={null}
            onSaved={(integration) => {
              setAdding(false)
              change(({ integrations }) => ({ integrations: putById(integrations, integration) }))
            }}
            onCancel={
              isEmpty
                ? undefined
                : () => {
                    setAdding(false)
                  }
            }
          />
        </div>
      ) : null}
      {isAdmin && !showsForm ? (
        <div class="row">
          <Button
            onPress={() => {
              setAdding(true)
            }}
          >
            {words.add}
          </Button>
        </div>
      ) : null}
    </>
  )
}
