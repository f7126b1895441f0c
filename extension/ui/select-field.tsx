import { useId } from 'preact/hooks'
import { FieldNote } from './field.tsx'

interface SelectFieldProps<Value extends string> {
  label: string
  value: Value
  options: readonly { value: Value; text: string }[]
  onValue: (value: Value) => void
  hint?: string | undefined
  error?: string | undefined
  disabled?: boolean | undefined
}

export const SelectField = <Value extends string>(props: SelectFieldProps<Value>) => {
  const id = useId()
  const note = `${id}-note`
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <select
        id={id}
        value={props.value}
        disabled={props.disabled}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={props.error || props.hint ? note : undefined}
        onChange={(event) => {
          const chosen = props.options.find((option) => option.value === event.currentTarget.value)
          if (chosen) props.onValue(chosen.value)
        }}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      <FieldNote id={note} hint={props.hint} error={props.error} />
    </div>
  )
}
