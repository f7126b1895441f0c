import type { ComponentChildren } from 'preact'

interface TrustedButtonProps {
  kind?: 'main' | 'plain' | 'corner' | 'tab'
  /** The name for screen readers where the button shows a drawing or a short word. */
  label?: string
  disabled?: boolean
  onPress: () => void
  children: ComponentChildren
}

/** A button that only a person can press: a click made by a script of the page is no click (attack 26). */
export const TrustedButton = ({
  kind = 'plain',
  label,
  disabled = false,
  onPress,
  children,
}: TrustedButtonProps) => (
  <button
    type="button"
    class={kind}
    aria-label={label}
    title={label}
    disabled={disabled}
    onClick={(event) => event.isTrusted && onPress()}
  >
    {children}
  </button>
)
