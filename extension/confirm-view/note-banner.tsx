import { Banner } from '../ui/banner.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { changeSentences } from './changes.ts'
import type { Note } from './confirmation.ts'

/** Why the person is here again, each change in a sentence. */
export const NoteBanner = ({ note }: { note: Note | null }) => {
  const { confirm } = useTexts()
  if (!note) return null
  if (note.kind === 'error') return <ErrorBanner error={note.error} />
  const sentences = changeSentences(note.changes, confirm.changes)
  if (note.kind === 'expired')
    return (
      <Banner
        tone="attention"
        live
        text={[...sentences, confirm.expired].join(' ')}
        hint={confirm.expiredHint}
      />
    )
  const text = sentences.length > 0 ? [...sentences, confirm.nothingSent].join(' ') : confirm.changed
  return <Banner tone="attention" live text={text} hint={confirm.changedHint} />
}
