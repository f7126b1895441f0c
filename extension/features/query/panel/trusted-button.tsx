import type { ComponentChildren } from 'preact'

interface TrustedButtonProps {
  kind?: 'main' | 'plain' | 'corner' | 'tab' | 'line' | 'link'
  /** The name for screen readers where the button shows a drawing or a short word. */
  label?: string
  /** Shown on hovering, beside the button's own words. */
  hint?: string
  disabled?: boolean
  /** `byKey` when it was pressed without a pointer. */
  onPress: (byKey: boolean) => void
  onKeyDown?: (event: KeyboardEvent) => void
  onKeyUp?: () => void
  children: ComponentChildren
}

/**
 * A button that only a person can press: a click made by a script of the page is no click (attack 26), and the second one of a
 * double click neither: what it would open is open already (case G43).
 */
export const TrustedButton = ({
  kind = 'plain',
  label,
  hint = label,
  disabled = false,
  onPress,
  onKeyDown,
  onKeyUp,
  children,
}: TrustedButtonProps) => (
  <button
    type="button"
    class={kind}
    aria-label={label}
    title={hint}
    disabled={disabled}
    onClick={(event) => event.isTrusted && event.detail < 2 && onPress(event.detail === 0)}
    onKeyDown={onKeyDown}
    onKeyUp={onKeyUp}
  >
    {children}
  </button>
)
