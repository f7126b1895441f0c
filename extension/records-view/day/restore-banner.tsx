import { useState } from 'preact/hooks'
import type { RestoreStatus } from '../../../shared/api.ts'
import { explain } from '../../ui/explain.ts'
import { call } from '../../messaging/call.ts'
import { useMay } from '../../rights/rights-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorBanner } from '../../ui/error-banner.tsx'
import { NoteField } from '../../ui/note-field.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { useAction } from '../../ui/use-action.ts'
import { restoreLine } from './restore-words.ts'

/** As much as the service wants to read. */
const shortestNote = 10

/**
 * The audit of a restored copy: how far it is, what holds it up, and a person's way to end it in writing. What it found stands here until
 * a person takes note of it.
 */
export const RestoreBanner = ({ restore, onAsked }: { restore: RestoreStatus; onAsked: () => void }) => {
  const texts = useTexts()
  const words = texts.records.restore
  const maySee = useMay()('admin')
  const [isEnding, setEnding] = useState(false)
  const [note, setNote] = useState('')
  const ending = useAction(async () => {
    await call('restoreEnd', { note })
    setEnding(false)
    onAsked()
  })
  const seeing = useAction(async () => {
    await call('restoreSeen', {})
    onAsked()
  })
  const line = restoreLine(restore, texts)
  if (!line) return null
  const problem = restore.problem && explain(restore.problem, texts).text
  return (
    <>
      <Banner
        tone={line.tone}
        text={line.text}
        hint={problem ?? (restore.end && maySee ? words.seenHint : undefined)}
      >
        {restore.end || isEnding ? null : <Button onPress={() => setEnding(true)}>{words.endByHand}</Button>}
        {restore.end && maySee ? (
          <Button disabled={seeing.busy} onPress={seeing.start}>
            {words.seen}
          </Button>
        ) : null}
      </Banner>
      <ErrorBanner error={seeing.error} />
      {isEnding && !restore.end ? (
        <div class="stack-tight">
          <NoteField label={words.note} hint={words.noteHint} value={note} onValue={setNote} />
          <div class="row">
            <Button
              kind="harm"
              disabled={ending.busy || note.trim().length < shortestNote}
              onPress={ending.start}
            >
              {words.endConfirm}
            </Button>
            <Button onPress={() => setEnding(false)}>{words.endCancel}</Button>
          </div>
          <ErrorBanner error={ending.error} />
        </div>
      ) : null}
    </>
  )
}
