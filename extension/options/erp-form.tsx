import { useState } from 'preact/hooks'
import type { Erp } from '../../shared/api.ts'
import { call } from '../messaging/call.ts'
import { Button } from '../ui/button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'
import { errorOutside, fieldError } from './field-error.ts'

const fields = ['description', 'baseUrl', 'clientId', 'clientSecret', 'username', 'password'] as const
type FieldName = (typeof fields)[number]
const isSecret = (field: FieldName) => field === 'clientSecret' || field === 'password'
const empty: Record<FieldName, string> = {
  description: 'HubSoft',
  baseUrl: '',
  clientId: '',
  clientSecret: '',
  username: '',
  password: '',
}

interface ErpFormProps {
  /** The saved API user to enter again; without it a new one. */
  erp?: Erp
  onSaved: (erp: Erp) => void
  onCancel: () => void
}

/** What is shown of a saved API user: nothing that is secret is ever read back. */
const known = (erp: Erp | undefined): Record<FieldName, string> =>
  erp ? { ...empty, description: erp.description, baseUrl: erp.baseUrl } : empty

/** An API user of HubSoft, new or entered again. The client secret may stay empty: some tenants use none. */
export const ErpForm = ({ erp, onSaved, onCancel }: ErpFormProps) => {
  const texts = useTexts()
  const { options } = texts
  const words = options.erp
  const [values, setValues] = useState(() => known(erp))
  const [isTried, setTried] = useState(false)
  const saving = useAction(async () => {
    const entered = { kind: 'hubsoft' as const, ...values, baseUrl: values.baseUrl.trim() }
    onSaved(erp ? await call('erpUpdate', { id: erp.id, ...entered }) : await call('erpCreate', entered))
  })
  const isMissing = (field: FieldName) => field !== 'clientSecret' && !values[field].trim()
  const again = erp ? words.again : undefined
  const hints: Partial<Record<FieldName, string | undefined>> = {
    baseUrl: words.baseUrlHint,
    clientId: again,
    clientSecret: [again, words.clientSecretHint].filter(Boolean).join(' '),
    username: again,
    password: again,
  }

  return (
    <Form
      onSubmit={() => {
        setTried(true)
        if (!fields.some(isMissing)) saving.start()
      }}
    >
      <div class="form-grid">
        {fields.map((field) => (
          <Field
            key={field}
            label={words[field]}
            secret={isSecret(field)}
            value={values[field]}
            onValue={(value) => {
              setValues((before) => ({ ...before, [field]: value }))
            }}
            hint={hints[field]}
            error={isTried && isMissing(field) ? options.required : fieldError(saving.error, field, texts)}
          />
        ))}
      </div>
      <ErrorBanner error={errorOutside(saving.error, fields)} note={options.nothingLost} />
      <div class="row">
        <Button kind="primary" type="submit" disabled={saving.busy}>
          {saving.busy ? options.saving : words.save}
        </Button>
        <Button onPress={onCancel}>{options.cancel}</Button>
      </div>
    </Form>
  )
}
