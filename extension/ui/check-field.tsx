import { useId } from 'preact/hooks'
import { FieldNote } from './field.tsx'

interface CheckFieldProps {
  label: string
  checked: boolean
  onChecked: (checked: boolean) => void
  hint?: string | undefined
  disabled?: boolean | undefined
}

/** One thing that is on or off. */
export const CheckField = ({ label, checked, onChecked, hint, disabled }: CheckFieldProps) => {
  const id = useId()
  return (
    <div class="field">
      <span class="choices">
        <label>
          <input
            type="checkbox"
            checked={checked}
            disabled={disabled}
            aria-describedby={hint ? id : undefined}
            onChange={(event) => {
              onChecked(event.currentTarget.checked)
            }}
          />
          {label}
        </label>
      </span>
      <FieldNote id={id} hint={hint} />
    </div>
  )
}
