import { useState } from 'preact/hooks'
import type { PersonErased, PersonHeld } from '../../shared/api.ts'
import { formatDocument } from '../../shared/document.ts'
import type { Document } from '../../shared/document.ts'
import { fill } from '../../shared/errors.ts'
import { call } from '../messaging/call.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Form } from '../ui/form.tsx'
import { NoteField } from '../ui/note-field.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'
import { StayingList } from './privacy-lists.tsx'

interface PrivacyEraseProps {
  document: Document
  held: PersonHeld
  onErased: (result: PersonErased) => void
}

/** Says what would go and what stays, or why nothing may go; then asks once more. */
export const PrivacyErase = ({ document, held, onErased }: PrivacyEraseProps) => {
  const words = useTexts().privacy
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const erasing = useAction(async () => {
    onErased(await call('personErase', { document, reason: reason.trim() }))
  })
  const [obstacle] = held.obstacles
  if (obstacle) return <ErrorBanner error={obstacle} />

  return (
    <section class="stack" aria-label={words.eraseTitle}>
      <h3>{words.eraseTitle}</h3>
      <p>{words.eraseText}</p>
      <StayingList staying={held.staying} />
      <Form
        onSubmit={() => {
          setTried(true)
          if (reason.trim()) setAsking(true)
        }}
      >
        <NoteField
          label={words.reason}
          value={reason}
          onValue={setReason}
          disabled={erasing.busy}
          hint={words.reasonHint}
          error={isTried && !reason.trim() ? words.reasonMissing : undefined}
        />
        <ErrorBanner error={erasing.error} />
        <div class="row">
          <Button type="submit" kind="harm" disabled={erasing.busy}>
            {erasing.busy ? words.erasing : words.erase}
          </Button>
        </div>
      </Form>
      {isAsking ? (
        <ConfirmDialog
          title={fill(words.confirmTitle, { document: formatDocument(document) })}
          confirm={words.confirm}
          cancel={words.cancel}
          harm
          onConfirm={() => {
            setAsking(false)
            erasing.start()
          }}
          onCancel={() => {
            setAsking(false)
          }}
        >
          <p>{words.eraseText}</p>
          <p>{words.confirmText}</p>
        </ConfirmDialog>
      ) : null}
    </section>
  )
}
