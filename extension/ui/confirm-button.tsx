import { useState } from 'preact/hooks'
import { Button } from './button.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'

interface ConfirmButtonProps {
  text: string
  title: string
  explanation: string
  /** The confirming button names what it does; the same word as the button when absent. */
  confirm?: string
  cancel: string
  disabled?: boolean | undefined
  label?: string
  onConfirm: () => void
}

/** A button for what takes something away: it asks first. */
export const ConfirmButton = (props: ConfirmButtonProps) => {
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button
        kind="harm"
        disabled={props.disabled}
        label={props.label}
        onPress={() => {
          setAsking(true)
        }}
      >
        {props.text}
      </Button>
      {isAsking ? (
        <ConfirmDialog
          title={props.title}
          confirm={props.confirm ?? props.text}
          cancel={props.cancel}
          harm
          onCancel={() => {
            setAsking(false)
          }}
          onConfirm={() => {
            setAsking(false)
            props.onConfirm()
          }}
        >
          {props.explanation}
        </ConfirmDialog>
      ) : null}
    </>
  )
}
