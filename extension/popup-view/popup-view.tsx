import { useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import type { Clock } from '../../shared/clock.ts'
import { formatDocument } from '../../shared/document.ts'
import { send } from '../messaging/send.ts'
import type { LinkState } from '../proxy-link/link-state.ts'
import { useRead } from '../ui/use-read.ts'
import { Button } from '../ui/button.tsx'
import { DocumentField } from '../ui/document-field.tsx'
import { entryError } from '../ui/entry-error.ts'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Form } from '../ui/form.tsx'
import { documentEntry, maskDocument } from '../ui/mask-document.ts'
import { StateLine } from '../ui/state-line.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'
import { DayPart } from './day-part.tsx'

/** The toolbar's popup: how the service is, an entry for a document, the day's removals and tasks, the way to the set-up. */
export const PopupView = ({ clock = Date.now }: { clock?: Clock }) => {
  const { popup } = useTexts()
  const [text, setText] = useState('')
  const [isTried, setTried] = useState(false)
  const entry = documentEntry(text)
  const link = useRead('link', 0, () => send('link-state', {}))
  const opening = useAction(async () => {
    if (entry.state !== 'valid') return
    await send('open-query', { document: formatDocument(entry.document) })
    window.close()
  })

  return (
    <main class="popup stack">
      <header class="row">
        <h1>{popup.title}</h1>
        <span class="spread">
          <ServiceState link={link.value?.state ?? (link.error ? 'service-off' : 'checking')} />
        </span>
      </header>
      <Form
        onSubmit={() => {
          setTried(true)
          if (entry.state === 'valid') opening.start()
        }}
      >
        <DocumentField
          label={popup.document}
          value={text}
          onValue={setText}
          mask={maskDocument}
          hint={entry.state === 'valid' ? entry.kind : popup.documentHint}
          error={entryError(entry, popup, isTried)}
          focused
        />
        <ErrorBanner error={opening.error} />
        <Button kind="primary" type="submit" disabled={opening.busy}>
          {popup.open}
        </Button>
        <p class="field-hint">{popup.openHint}</p>
      </Form>
      {link.value?.state === 'ready' ? <DayPart clock={clock} /> : null}
      <footer>
        <Button kind="quiet" onPress={() => void browser.runtime.openOptionsPage()}>
          {popup.options}
        </Button>
      </footer>
    </main>
  )
}

const ServiceState = ({ link }: { link: LinkState['state'] | 'checking' }) => {
  const { service } = useTexts().popup
  if (link === 'checking') return <StateLine tone="neutral">{service.checking}</StateLine>
  return <StateLine tone={link === 'ready' ? 'good' : 'attention'}>{service[link]}</StateLine>
}
