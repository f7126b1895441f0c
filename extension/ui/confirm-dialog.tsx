import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { Button } from './button.tsx'

interface ConfirmDialogProps {
  title: string
  children: ComponentChildren
  confirm: string
  cancel: string
  harm?: boolean
  onConfirm: () => void
  onCancel: () => void
}

/** Asks before what cannot be taken back. The browser's own modal: it keeps the focus inside and Escape cancels. */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault()
        props.onCancel()
      }}
    >
      <div class="dialog-body">
        <h2 id={title}>{props.title}</h2>
        <div>{props.children}</div>
        <div class="dialog-actions">
          <Button onPress={props.onCancel}>{props.cancel}</Button>
          <Button kind={props.harm ? 'harm' : 'primary'} onPress={props.onConfirm}>
            {props.confirm}
          </Button>
        </div>
      </div>
    </dialog>
  )
}
