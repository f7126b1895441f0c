import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Share } from '../selection/select.ts'

interface ChoiceBoxProps {
  label: string
  share: Share
  disabled: boolean
}

/** The box of a line. The table hears the press, and the line has the focus: it is one stop for the Tab key. */
export const ChoiceBox = ({ label, share, disabled }: ChoiceBoxProps) => {
  const box = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (box.current) box.current.indeterminate = share === 'some'
  })
  return (
    <input
      ref={box}
      type="checkbox"
      tabIndex={-1}
      aria-label={label}
      aria-checked={share === 'some' ? 'mixed' : share === 'all'}
      checked={share === 'all'}
      disabled={disabled}
    />
  )
}
