import type { TargetedInputEvent } from 'preact'
import { useId } from 'preact/hooks'
import { Icon } from './icon.tsx'

interface FieldProps {
  label: string
  value: string
  onValue: (value: string) => void
  hint?: string | undefined
  error?: string | undefined
  /** A password: not shown, and never filled in by what the browser keeps for some site. */
  secret?: boolean
  disabled?: boolean | undefined
  /** Shown while empty, never instead of the label. */
  placeholder?: string
  hideLabel?: boolean
}

/** One text entry with its label, its hint and, beside it, what is wrong with it. */
export const Field = (props: FieldProps) => {
  const id = useId()
  const note = `${id}-note`
  const entry = {
    id,
    value: props.value,
    placeholder: props.placeholder ?? '',
    disabled: props.disabled,
    spellcheck: false,
    'aria-invalid': props.error ? ('true' as const) : undefined,
    'aria-describedby': props.error || props.hint ? note : undefined,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => {
      props.onValue(event.currentTarget.value)
    },
  }
  return (
    <div class="field">
      <label for={id} class={props.hideLabel ? 'visually-hidden' : undefined}>
        {props.label}
      </label>
      {props.secret ? (
        <input {...entry} type="password" autocomplete="new-password" />
      ) : (
        <input {...entry} type="text" autocomplete="off" />
      )}
      <FieldNote id={note} hint={props.hint} error={props.error} />
    </div>
  )
}

interface FieldNoteProps {
  id: string
  hint?: string | undefined
  error?: string | undefined
}

export const FieldNote = ({ id, hint, error }: FieldNoteProps) => {
  if (error)
    return (
      <span id={id} class="field-error" role="alert">
        <Icon name="warning" />
        {error}
      </span>
    )
  return hint ? (
    <span id={id} class="field-hint">
      {hint}
    </span>
  ) : null
}
