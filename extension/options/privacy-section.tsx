import { useState } from 'preact/hooks'
import type { PersonErased, PersonHeld } from '../../shared/api.ts'
import type { Document } from '../../shared/document.ts'
import { call } from '../messaging/call.ts'
import { Button } from '../ui/button.tsx'
import { DocumentField } from '../ui/document-field.tsx'
import { entryError } from '../ui/entry-error.ts'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Form } from '../ui/form.tsx'
import { documentEntry, maskDocument } from '../ui/mask-document.ts'
import { saveFile } from '../ui/save-file.ts'
import { StateLine } from '../ui/state-line.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'
import { HeldList, StayingList } from './privacy-lists.tsx'
import { PrivacyErase } from './privacy-erase.tsx'

/** What the service last said about the document that stands in the entry. */
type Shown =
  | { kind: 'held'; document: Document; held: PersonHeld }
  | { kind: 'erased'; document: Document; result: PersonErased }

/** What is held about a document, as numbers; its export as a file, and its erasure where the law allows it. */
export const PrivacySection = () => {
  const words = useTexts().privacy
  const [text, setText] = useState('')
  const [isTried, setTried] = useState(false)
  const [shown, setShown] = useState<Shown | null>(null)
  const entry = documentEntry(text)
  const looking = useAction(async () => {
    setTried(true)
    if (entry.state !== 'valid') return
    const { document } = entry
    setShown({ kind: 'held', document, held: await call('personHeld', { document }) })
  })

  return (
    <div class="stack">
      <p class="muted">{words.purpose}</p>
      <Form onSubmit={looking.start}>
        <DocumentField
          label={words.document}
          value={text}
          onValue={(value) => {
            setText(value)
            setTried(false)
            // What is shown belongs to the document in the entry, and to no other one.
            setShown(null)
          }}
          mask={maskDocument}
          disabled={looking.busy}
          error={entryError(entry, words, isTried)}
        />
        <ErrorBanner error={looking.error} />
        <div class="row">
          <Button type="submit" disabled={looking.busy}>
            {looking.busy ? words.looking : words.look}
          </Button>
        </div>
      </Form>
      {shown?.kind === 'held' ? (
        <Held
          document={shown.document}
          held={shown.held}
          onErased={(result) => {
            setShown({ kind: 'erased', document: shown.document, result })
          }}
        />
      ) : null}
      {shown?.kind === 'erased' ? (
        <>
          <output>
            <StateLine tone="good">{words.erased}</StateLine>
          </output>
          <HeldList title={words.erasedTitle} counts={shown.result.erased} />
          <StayingList staying={shown.result.staying} />
        </>
      ) : null}
    </div>
  )
}

interface HeldProps {
  document: Document
  held: PersonHeld
  onErased: (result: PersonErased) => void
}

const Held = ({ document, held, onErased }: HeldProps) => {
  const words = useTexts().privacy
  const [isSaved, setSaved] = useState(false)
  const isEmpty = Object.values(held.counts).every((count) => count === 0)
  const exporting = useAction(async () => {
    setSaved(false)
    const { file } = await call('personExport', { document })
    const json = new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' })
    // A file's name is seen by many more than its content: no document in it.
    saveFile(json, `${words.fileName}.json`)
    setSaved(true)
  })
  return (
    <>
      {isEmpty ? <p>{words.nothing}</p> : <HeldList title={words.heldTitle} counts={held.counts} />}
      {isEmpty && held.staying.length === 0 ? null : (
        <div class="row">
          <Button onPress={exporting.start} disabled={exporting.busy}>
            {exporting.busy ? words.exporting : words.export}
          </Button>
          {isSaved ? (
            <output>
              <StateLine tone="good">{words.exported}</StateLine>
            </output>
          ) : null}
        </div>
      )}
      <ErrorBanner error={exporting.error} />
      {isEmpty ? (
        <StayingList staying={held.staying} />
      ) : (
        <PrivacyErase document={document} held={held} onErased={onErased} />
      )}
    </>
  )
}
