import { useId } from 'preact/hooks'
import { FieldNote } from './field.tsx'

interface DateFieldProps {
  label: string
  /** `YYYY-MM-DD`, or empty. */
  value: string
  /** No later day can be picked; a typed one is the caller's to judge. */
  latest?: string
  onValue: (value: string) => void
  error?: string | undefined
}

/** A day in the browser's own entry: typed, or picked from its calendar. */
export const DateField = ({ label, value, latest, onValue, error }: DateFieldProps) => {
  const id = useId()
  const note = `${id}-note`
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value}
        max={latest}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? note : undefined}
        onInput={(event) => {
          onValue(event.currentTarget.value)
        }}
      />
      <FieldNote id={note} error={error} />
    </div>
  )
}
