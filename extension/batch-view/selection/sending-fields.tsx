import type { Integration } from '../../../shared/api.ts'
import { fill } from '../../../shared/errors.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import type { SendingChoice } from './sending-choice.ts'
import { inclusionReasons } from './sending-choice.ts'

interface SendingFieldsProps {
  ready: readonly Integration[]
  choice: SendingChoice
  onChosen: (chosen: { integrationId: string; reasonCode: string }) => void
}

/** In whose name and for which reason the selection would be registered. */
export const SendingFields = ({ ready, choice, onChosen }: SendingFieldsProps) => {
  const { selection: words } = useTexts().candidates
  const { integration, reasonCode } = choice
  if (ready.length === 0) return null
  return (
    <>
      <SelectField
        label={words.integration}
        value={integration?.id ?? ''}
        options={[
          ...(integration ? [] : [{ value: '', text: words.chooseIntegration }]),
          ...ready.map(({ id, description, environment }) => ({
            value: id,
            text: environment === 'test' ? fill(words.test, { description }) : description,
          })),
        ]}
        onValue={(integrationId) => onChosen({ integrationId, reasonCode: '' })}
      />
      <SelectField
        label={words.reason}
        value={reasonCode}
        options={[
          ...(reasonCode === '' ? [{ value: '', text: words.chooseReason }] : []),
          ...inclusionReasons(integration).map(({ code, text }) => ({
            value: code,
            text: `${code} · ${text}`,
          })),
        ]}
        onValue={(code) => onChosen({ integrationId: integration?.id ?? '', reasonCode: code })}
      />
    </>
  )
}
