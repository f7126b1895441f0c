import { useState } from 'preact/hooks'
import type { Environment, Integration } from '../../shared/api.ts'
import { formatDocument, parseCnpj } from '../../shared/document.ts'
import { fill } from '../../shared/errors.ts'
import { call } from '../messaging/call.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { DocumentField } from '../ui/document-field.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { maskCnpj } from '../ui/mask-document.ts'
import { SelectField } from '../ui/select-field.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'
import { errorOutside, fieldError } from './field-error.ts'

interface IntegrationFormProps {
  /** Null for a new one. */
  integration: Integration | null
  onSaved: (integration: Integration) => void
  onCancel: (() => void) | undefined
}

type Format = Integration['answerFormat']
const formats = ['html', 'json'] as const
const environments = ['test', 'production'] as const

/** Description, creditor, environment and answer format of one integration. Production is asked about before it is saved. */
export const IntegrationForm = ({ integration, onSaved, onCancel }: IntegrationFormProps) => {
  const texts = useTexts()
  const { options } = texts
  const words = options.connect
  const [description, setDescription] = useState(integration?.description ?? '')
  const [creditor, setCreditor] = useState(integration ? formatDocument(integration.creditor) : '')
  const [environment, setEnvironment] = useState<Environment>(integration?.environment ?? 'test')
  const [answerFormat, setAnswerFormat] = useState<Format>(integration?.answerFormat ?? 'html')
  const [isTried, setTried] = useState(false)
  const [isAsking, setAsking] = useState(false)

  const saving = useAction(async () => {
    const fields = { description: description.trim(), creditor, environment, answerFormat }
    onSaved(
      integration
        ? await call('integrationUpdate', { id: integration.id, ...fields })
        : await call('integrationCreate', fields),
    )
  })

  const isComplete = description.trim() !== '' && parseCnpj(creditor) !== null
  const submit = () => {
    setTried(true)
    if (!isComplete) return
    if (environment === 'production' && integration?.environment !== 'production') setAsking(true)
    else saving.start()
  }
  const descriptionError =
    isTried && !description.trim() ? options.required : fieldError(saving.error, 'description', texts)
  const isCreditorWrong = !parseCnpj(creditor) && (isTried || creditor.length >= 18)

  return (
    <Form onSubmit={submit}>
      <div class="form-grid">
        <Field
          label={words.description}
          value={description}
          onValue={setDescription}
          hint={words.descriptionHint}
          error={descriptionError}
        />
        <DocumentField
          label={words.creditor}
          value={creditor}
          onValue={setCreditor}
          mask={maskCnpj}
          hint={words.creditorHint}
          error={isCreditorWrong ? words.creditorInvalid : fieldError(saving.error, 'creditor', texts)}
        />
        <SelectField
          label={words.environment}
          value={environment}
          options={environments.map((value) => ({ value, text: words.environments[value] }))}
          onValue={setEnvironment}
          hint={words.environmentHint[environment]}
        />
        <SelectField
          label={words.format}
          value={answerFormat}
          options={formats.map((value) => ({ value, text: words.formats[value] }))}
          onValue={setAnswerFormat}
          hint={words.formatHint[answerFormat]}
        />
      </div>
      {environment === 'test' ? <Banner tone="attention" text={words.testBanner} /> : null}
      <ErrorBanner
        error={errorOutside(saving.error, ['description', 'creditor'])}
        note={options.nothingLost}
      />
      <div class="row">
        <Button kind="primary" type="submit" disabled={saving.busy}>
          {saving.busy ? options.saving : integration ? options.save : words.create}
        </Button>
        {onCancel ? <Button onPress={onCancel}>{options.cancel}</Button> : null}
      </div>
      {isAsking ? (
        <ConfirmDialog
          title={fill(words.toProductionTitle, { name: description.trim() })}
          confirm={words.toProductionConfirm}
          cancel={options.cancel}
          onCancel={() => {
            setAsking(false)
          }}
          onConfirm={() => {
            setAsking(false)
            saving.start()
          }}
        >
          {words.toProductionText}
        </ConfirmDialog>
      ) : null}
    </Form>
  )
}
