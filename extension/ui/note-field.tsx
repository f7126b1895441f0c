import { useId } from 'preact/hooks'
import { FieldNote } from './field.tsx'

interface NoteFieldProps {
  label: string
  value: string
  onValue: (value: string) => void
  hint?: string | undefined
  error?: string | undefined
  disabled?: boolean | undefined
}

/** A few lines that a person writes; as long as the service takes. */
export const NoteField = (props: NoteFieldProps) => {
  const id = useId()
  const note = `${id}-note`
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <textarea
        id={id}
        rows={2}
        maxLength={500}
        value={props.value}
        disabled={props.disabled}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={props.error || props.hint ? note : undefined}
        onInput={(event) => {
          props.onValue(event.currentTarget.value)
        }}
      />
      <FieldNote id={note} hint={props.hint} error={props.error} />
    </div>
  )
}
