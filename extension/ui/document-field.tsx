import type { TargetedInputEvent } from 'preact'
import { useId } from 'preact/hooks'
import { FieldNote } from './field.tsx'

interface DocumentFieldProps {
  label: string
  value: string
  onValue: (value: string) => void
  mask: (text: string) => string
  hint?: string | undefined
  error?: string | undefined
  disabled?: boolean | undefined
  focused?: boolean
}

/** An entry that puts the mask on while a document is typed at the end, and leaves the caret alone in the middle. */
export const DocumentField = (props: DocumentFieldProps) => {
  const id = useId()
  const note = `${id}-note`
  const take = (event: TargetedInputEvent<HTMLInputElement>) => {
    const { value, selectionStart } = event.currentTarget
    const isAtEnd = selectionStart === null || selectionStart === value.length
    const isLonger = value.length > props.value.length
    props.onValue(isAtEnd && isLonger ? props.mask(value) : value)
  }
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        type="text"
        value={props.value}
        disabled={props.disabled}
        autocomplete="off"
        spellcheck={false}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- only set where the entry is the single purpose of the page
        autofocus={props.focused}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={props.error || props.hint ? note : undefined}
        onInput={take}
        onBlur={() => {
          // A field that leaves the page blurs too: telling an unchanged value again would count as a person's entry.
          const masked = props.mask(props.value)
          if (masked !== props.value) props.onValue(masked)
        }}
      />
      <FieldNote id={note} hint={props.hint} error={props.error} />
    </div>
  )
}
