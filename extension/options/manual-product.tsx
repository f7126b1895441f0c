import { useState } from 'preact/hooks'
import type { Integration } from '../../shared/api.ts'
import type { PersonType } from '../../shared/document.ts'
import { call } from '../messaging/call.ts'
import { Button } from '../ui/button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Field, FieldNote } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'
import { errorOutside, fieldError } from './field-error.ts'
import { priceEntry } from './price-entry.ts'

interface ManualProductProps {
  integrationId: string
  onSaved: (integration: Integration) => void
}

const persons: readonly PersonType[] = ['F', 'J']

/** A query product that Connect named but did not list. Folded away: it is the exception. */
export const ManualProduct = ({ integrationId, onSaved }: ManualProductProps) => {
  const texts = useTexts()
  const { options } = texts
  const words = options.products
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [price, setPrice] = useState('')
  const [served, setServed] = useState<readonly PersonType[]>(['F'])
  const [isTried, setTried] = useState(false)
  const entry = priceEntry(price)
  const saving = useAction(async () => {
    if (!entry.ok) return
    const input = { code: code.trim(), name: name.trim(), persons: [...served], priceCents: entry.cents }
    onSaved(await call('productSave', { id: integrationId, ...input }))
    setCode('')
    setName('')
    setPrice('')
    setTried(false)
  })
  const missing = (value: string) => (isTried && !value.trim() ? options.required : undefined)

  return (
    <details class="fold">
      <summary>{words.manualTitle}</summary>
      <Form
        class="stack fold-body"
        onSubmit={() => {
          setTried(true)
          if (code.trim() && name.trim() && served.length > 0 && entry.ok) saving.start()
        }}
      >
        <p class="field-hint">{words.manualHint}</p>
        <div class="form-grid">
          <Field
            label={words.code}
            value={code}
            onValue={setCode}
            error={missing(code) ?? fieldError(saving.error, 'code', texts)}
          />
          <Field
            label={words.name}
            value={name}
            onValue={setName}
            error={missing(name) ?? fieldError(saving.error, 'name', texts)}
          />
          <Field
            label={words.price}
            value={price}
            onValue={setPrice}
            placeholder="R$ 0,00"
            error={entry.ok ? undefined : words.priceInvalid}
          />
          <PersonChoice
            served={served}
            onServed={setServed}
            error={isTried && served.length === 0 ? words.personsRequired : undefined}
          />
        </div>
        <ErrorBanner error={errorOutside(saving.error, ['code', 'name'])} />
        <div class="row">
          <Button type="submit" disabled={saving.busy}>
            {saving.busy ? options.saving : words.add}
          </Button>
        </div>
      </Form>
    </details>
  )
}

interface PersonChoiceProps {
  served: readonly PersonType[]
  onServed: (served: readonly PersonType[]) => void
  error: string | undefined
}

const PersonChoice = ({ served, onServed, error }: PersonChoiceProps) => {
  const words = useTexts().options.products
  return (
    <fieldset class="field plain-fieldset">
      <legend class="label">{words.personsLabel}</legend>
      <div class="choices">
        {persons.map((person) => (
          <label key={person}>
            <input
              type="checkbox"
              checked={served.includes(person)}
              onChange={(event) => {
                const { checked } = event.currentTarget
                onServed(persons.filter((one) => (one === person ? checked : served.includes(one))))
              }}
            />
            {words.persons[person]}
          </label>
        ))}
      </div>
      <FieldNote id="persons-note" error={error} />
    </fieldset>
  )
}
