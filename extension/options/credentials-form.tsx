import { useState } from 'preact/hooks'
import type { CredentialPair, Integration } from '../../shared/api.ts'
import { call } from '../messaging/call.ts'
import { Button } from '../ui/button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'
import { errorOutside, fieldError } from './field-error.ts'

interface CredentialsFormProps {
  pair: CredentialPair
  integrationId: string
  onSaved: (integration: Integration) => void
  onCancel: (() => void) | undefined
}

/** Writes one pair of credentials to the service's vault. What is typed stays when the service refuses it. */
export const CredentialsForm = ({ pair, integrationId, onSaved, onCancel }: CredentialsFormProps) => {
  const texts = useTexts()
  const { options } = texts
  const words = options.connect.pairs[pair]
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  const saving = useAction(async () => {
    onSaved(await call('credentialsSave', { id: integrationId, pair, login: login.trim(), password }))
  })
  const errorOf = (field: string, value: string) =>
    isTried && !value.trim() ? options.required : fieldError(saving.error, field, texts)

  return (
    <Form
      onSubmit={() => {
        setTried(true)
        if (login.trim() && password) saving.start()
      }}
    >
      <div class="form-grid form-narrow">
        <Field label={words.login} value={login} onValue={setLogin} error={errorOf('login', login)} />
        <Field
          label={words.password}
          secret
          value={password}
          onValue={setPassword}
          error={errorOf('password', password)}
        />
        <div class="form-actions">
          <Button
            kind="primary"
            type="submit"
            disabled={saving.busy}
            label={`${options.save} ${words.password}`}
          >
            {saving.busy ? options.saving : options.save}
          </Button>
          {onCancel ? <Button onPress={onCancel}>{options.cancel}</Button> : null}
        </div>
      </div>
      <ErrorBanner error={errorOutside(saving.error, ['login', 'password'])} note={options.nothingLost} />
    </Form>
  )
}
