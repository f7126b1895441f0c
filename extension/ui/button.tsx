import type { ComponentChildren } from 'preact'

interface ButtonProps {
  children: ComponentChildren
  kind?: 'plain' | 'primary' | 'harm' | 'quiet'
  type?: 'button' | 'submit'
  /** Stays focusable and does nothing: a person who tabs to it still learns that it is there. */
  disabled?: boolean | undefined
  label?: string | undefined
  expanded?: boolean
  onPress?: () => void
}

export const Button = (props: ButtonProps) => (
  <button
    type={props.type ?? 'button'}
    class={`button button-${props.kind ?? 'plain'}`}
    aria-disabled={props.disabled ? 'true' : undefined}
    aria-label={props.label}
    aria-expanded={props.expanded}
    onClick={(event) => {
      if (props.disabled) event.preventDefault()
      else props.onPress?.()
    }}
  >
    {props.children}
  </button>
)
