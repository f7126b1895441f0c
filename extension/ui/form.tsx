import type { ComponentChildren } from 'preact'

interface FormProps {
  children: ComponentChildren
  class?: string
  onSubmit: () => void
}

/** Fields that Enter or a button sends; what is wrong is said beside its field in our words, not by the browser. */
export const Form = ({ children, class: look, onSubmit }: FormProps) => (
  <form
    class={look ?? 'stack'}
    noValidate
    onSubmit={(event) => {
      event.preventDefault()
      onSubmit()
    }}
  >
    {children}
  </form>
)
