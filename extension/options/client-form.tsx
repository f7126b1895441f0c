import { useEffect, useRef, useState } from 'preact/hooks'
import type { Client } from '../../shared/api.ts'
import { fill } from '../../shared/errors.ts'
import { call } from '../messaging/call.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'
import { completeScopes } from './chosen-scopes.ts'
import { errorOutside, fieldError } from './field-error.ts'
import { ScopeChoices } from './scope-choices.tsx'

interface ClientFormProps {
  client: Client
  isOwn: boolean
  onSaved: (client: Client) => void
  onCancel: () => void
}

/** As long as the service takes. */
const longestName = 80

/** The operator's name and the permissions of one browser: Enter saves, Escape gives up. */
export const ClientForm = ({ client, isOwn, onSaved, onCancel }: ClientFormProps) => {
  const texts = useTexts()
  const { access, options } = texts
  const [name, setName] = useState(client.name)
  const [scopes, setScopes] = useState(() => completeScopes(client.scopes))
  const [isTried, setTried] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const part = useRef<HTMLElement>(null)
  useEffect(() => part.current?.querySelector('input')?.focus(), [])

  const giveUp = useRef(onCancel)
  giveUp.current = onCancel
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // A dialog that is open takes Escape for itself
      if (event.key === 'Escape' && !document.querySelector('dialog[open]')) giveUp.current()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  const typed = name.trim()
  const nameError = typed === '' ? options.required : typed.length > longestName ? access.nameTooLong : null
  const saving = useAction(async () => {
    onSaved(await call('clientUpdate', { id: client.id, name: typed, scopes }))
  })
  const submit = () => {
    setTried(true)
    if (nameError !== null) return
    if (isOwn && client.scopes.includes('admin') && !scopes.includes('admin')) setAsking(true)
    else saving.start()
  }
  return (
    <section ref={part} class="card" aria-label={fill(access.formOf, { name: client.name })}>
      <Form onSubmit={submit}>
        <div class="client-form-name">
          <Field
            label={access.name}
            value={name}
            onValue={setName}
            hint={access.nameHint}
            error={(isTried ? nameError : null) ?? fieldError(saving.error, 'name', texts)}
            disabled={saving.busy}
          />
        </div>
        <ScopeChoices chosen={scopes} onChosen={setScopes} disabled={saving.busy} />
        <ErrorBanner error={errorOutside(saving.error, ['name'])} note={options.nothingLost} />
        <div class="row">
          <Button kind="primary" type="submit" disabled={saving.busy}>
            {saving.busy ? options.saving : options.save}
          </Button>
          <Button disabled={saving.busy} onPress={onCancel}>
            {options.cancel}
          </Button>
        </div>
      </Form>
      {isAsking ? (
        <ConfirmDialog
          title={access.ownTitle}
          confirm={access.ownConfirm}
          cancel={options.cancel}
          harm
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false)
            saving.start()
          }}
        >
          {access.ownText}
        </ConfirmDialog>
      ) : null}
    </section>
  )
}
